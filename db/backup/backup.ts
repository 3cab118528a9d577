import { rmSync, statSync } from 'node:fs';
import { LecternError } from '../model/index.ts';
import type { Connection, Core } from '../sqlite/connection.ts';
import { inOurWords } from '../sqlite/failures.ts';
import { APPLICATION_ID, type Handle, openHandle } from '../sqlite/handle.ts';
import { assertFree, putInPlace } from '../sqlite/place.ts';
import { verify } from '../sqlite/verify.ts';
import { transact } from '../sqlite/write.ts';

export interface Backup {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** ISO 8601, UTC. */
  readonly at: string;
}

const LAST_BACKUP = 'backup.last';

/**
 * Makes a checked copy of the notebook, compact and complete in itself, and writes down when.
 * @throws LecternError `folder-missing`, `file-exists` (nothing is ever replaced), `cannot-write`, `disk-full`, or
 *   `notebook-damaged` where the copy does not prove sound
 */
export function backupNotebook(core: Core, path: string): Backup {
  const at = new Date(core.now()).toISOString();
  copyNotebook(core.handle, path);
  // A notebook that is no longer in its place can be saved this way, but not written to.
  if (!core.readOnly && core.inPlace()) {
    transact(core, () =>
      core.run(
        'INSERT INTO settings (key, value) VALUES (?, json_quote(?)) ON CONFLICT DO UPDATE SET value = excluded.value',
        LAST_BACKUP,
        at,
      ),
    );
  }
  return { path, size: statSync(path).size, at };
}

/** When the notebook was last copied by `backupNotebook`: ISO 8601, UTC. */
export function lastBackupAt(connection: Connection): string | null {
  const row = connection.get<{ at: string | null }>(
    "SELECT value ->> '$' AS at FROM settings WHERE key = ?",
    LAST_BACKUP,
  );
  return row?.at ?? null;
}

/** The copy alone: made under another name, checked as a whole, and only then called what it is. */
export function copyNotebook(handle: Handle, path: string): void {
  assertFree(path);
  const unfinished = `${path}.${process.pid}-new`;
  try {
    handle.prepare('VACUUM INTO ?').run(unfinished);
    assertSound(unfinished);
    putInPlace(unfinished, path);
  } catch (error) {
    throw inOurWords(error);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function assertSound(path: string): void {
  const copy = openHandle(path, true);
  try {
    if (copy.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      throw new LecternError('notebook-damaged', 'The copy of the notebook is no notebook.');
    }
    verify(copy, { thorough: true, size: 0 });
  } finally {
    copy.close();
  }
}
