import { statSync } from 'node:fs';
import type { Connection, Core } from '../sqlite/connection.ts';
import { transact } from '../sqlite/write.ts';
import { type CopyOptions, copyInSteps } from './copy.ts';

export interface Backup {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** ISO 8601, UTC. */
  readonly at: string;
}

const LAST_BACKUP = 'backup.last';

/**
 * Makes a checked copy of the notebook, complete in itself, while work in it goes on.
 * @throws LecternError as `copyInSteps`
 */
export async function backupNotebook(core: Core, path: string, options: CopyOptions): Promise<Backup> {
  const at = new Date(core.now()).toISOString();
  // So that whoever opens the copy need not.
  core.catchUp();
  await copyInSteps(core.handle, path, options);
  return { path, size: statSync(path).size, at };
}

/** Writes down when the notebook was copied to where it is not looked for: a script's own file, another disk. */
export function rememberBackup(core: Core, at: string): void {
  // A notebook that is no longer in its place can be saved this way, but not written to.
  if (core.readOnly || !core.inPlace()) return;
  transact(core, () =>
    core.run(
      'INSERT INTO settings (key, value) VALUES (?, json_quote(?)) ON CONFLICT DO UPDATE SET value = excluded.value',
      LAST_BACKUP,
      at,
    ),
  );
}

/** When the notebook was last copied to such a place: ISO 8601, UTC. */
export function rememberedBackupAt(connection: Connection): string | null {
  const row = connection.get<{ at: string | null }>(
    "SELECT value ->> '$' AS at FROM settings WHERE key = ?",
    LAST_BACKUP,
  );
  return row?.at ?? null;
}
