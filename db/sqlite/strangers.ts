import type { Migration } from '../migrations/index.ts';
import { LecternError } from '../model/index.ts';
import type { Handle } from './handle.ts';

/**
 * Refuses a file that holds code somebody else put there: triggers would run with every deed, and a view could stand
 * where a table is expected ("Defense against the dark arts", https://sqlite.org/security.html).
 * @param kinds where nothing is written no trigger ever runs, and a newer notebook may have others than this one knows
 * @throws LecternError `strange-notebook`
 */
export function assertNoStrangers(
  handle: Handle,
  migrations: readonly Migration[],
  kinds: readonly ('trigger' | 'view')[] = ['trigger', 'view'],
): void {
  const code = handle
    .prepare<[string], { name: string; sql: string | null }>(
      `SELECT type || ' ' || name AS name, sql FROM main.sqlite_schema
       WHERE type IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(kinds));
  // SQLite keeps the statement to the letter.
  const stranger = code.find(({ sql }) => sql === null || !migrations.some((migration) => migration.sql.includes(sql)));
  if (stranger === undefined) return;
  throw new LecternError(
    'strange-notebook',
    `The notebook holds program code that is not Lectern’s: ${stranger.name}.`,
    {
      finding: stranger.name,
    },
  );
}
