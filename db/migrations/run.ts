import { LecternError } from '../model/index.ts';
import type { Handle } from '../sqlite/handle.ts';

/** One step of the schema: the statements that lead from the version before to this one. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

export function schemaVersion(handle: Handle): number {
  return Number(handle.pragma('user_version', { simple: true }));
}

/**
 * Brings a notebook to the last of the given versions: all of it in one transaction, or nothing.
 * The history goes, because its rows are spelled in the columns of the old schema.
 * @throws LecternError `notebook-damaged` where rows point at nothing afterwards
 */
export function migrate(handle: Handle, migrations: readonly Migration[]): void {
  const from = schemaVersion(handle);
  const due = migrations.filter(({ version }) => version > from);
  const last = due.at(-1);
  if (!last) return;
  handle
    .transaction(() => {
      handle.pragma('defer_foreign_keys = ON');
      if (from > 0) handle.exec('DELETE FROM history_rows; DELETE FROM history_steps;');
      for (const { sql } of due) handle.exec(sql);
      handle.pragma(`user_version = ${last.version}`);
      const broken = handle.prepare('SELECT "table" FROM pragma_foreign_key_check LIMIT 1').pluck().get();
      if (broken !== undefined) {
        throw new LecternError(
          'notebook-damaged',
          `The notebook could not be updated: rows of ${broken} point at nothing.`,
        );
      }
    })
    .exclusive();
}
