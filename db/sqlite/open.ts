import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { MIGRATIONS, type Migration, migrate, schemaVersion } from '../migrations/index.ts';
import { LecternError } from '../model/index.ts';
import { inOurWords, isDiskFull } from './failures.ts';
import { APPLICATION_ID, createHandle, type Handle, openHandle, sqliteCode } from './handle.ts';
import { assertNotebook, type FileKey, fileKey, isFile } from './identity.ts';
import { forgetOwner, readOwner, recordOwner } from './owner.ts';
import { assertFree, isWritable, putInPlace } from './place.ts';
import { settleLogs, settleSidecars } from './sidecars.ts';
import { assertNoStrangers } from './strangers.ts';
import { clearUnfinished, removeUnfinished, unfinishedName } from './unfinished.ts';
import { verify } from './verify.ts';

/** `asked`: whoever opened it wanted only to look, for instance because it is damaged. */
export type ReadOnlyReason = 'newer' | 'not-writable' | 'asked';

export interface FileOptions {
  readonly now: () => number;
  /** Only to look at it: nothing is locked, mended or looked through, so a damaged one can be opened as far as it goes. */
  readonly readOnly?: boolean;
  /** Other versions of the schema than the real ones, for tests of what comes later. */
  readonly migrations?: readonly Migration[];
  /** Makes a checked copy of a notebook that is about to be updated; without it there is no update. */
  readonly backupBeforeUpdate?: (handle: Handle) => void;
}

/** A notebook file this process holds. */
export interface OpenFile {
  readonly handle: Handle;
  /** With symbolic links followed, as SQLite names its journal. */
  readonly path: string;
  /** Null where it can be written. */
  readonly readOnly: ReadOnlyReason | null;
  /** The program that had it open before did not close it; it was checked as a whole and is sound. */
  readonly recovered: boolean;
  /** The full-text index is damaged, which loses nothing, and has to be rebuilt. */
  readonly indexDamaged: boolean;
  /** Names of files beside it that were not its own and were moved aside, as they are called now. */
  readonly aside: readonly string[];
  /** Whether the path still leads to this file, and not to nothing or to another. */
  inPlace(): boolean;
  close(): void;
}

/** Files this process has open. SQLite's locks keep out other processes, but not a second handle reading the header. */
const held = new Set<FileKey>();

/**
 * Opens a notebook and keeps every other program out until it is closed.
 *
 * In order: what kind of file it is, who holds it, whether it can be written, whether it is sound (as a whole after an
 * unclean end), and whether its schema is of this version; an older one is updated after a backup, a newer one is
 * opened for reading.
 * @throws LecternError `file-missing`, `cannot-read`, `not-a-notebook`, `notebook-in-use`, `notebook-damaged`,
 *   `strange-notebook`, `stray-journal`, `cannot-write` where an interrupted write cannot be taken back, `disk-full`
 */
export function openFile(path: string, options: FileOptions): OpenFile {
  const key = fileKey(path);
  const real = realpathSync(path);
  if (held.has(key)) throw inUse(real);
  assertNotebook(real);
  held.add(key);
  try {
    const file = opened(real, options);
    return {
      ...file,
      inPlace: () => isFile(real, key),
      close(): void {
        file.close();
        held.delete(key);
      },
    };
  } catch (error) {
    held.delete(key);
    throw sqliteCode(error)?.startsWith('SQLITE_BUSY') ? inUse(real) : inOurWords(error);
  }
}

/**
 * Makes an empty notebook. It gets its name when it is complete, so nobody ever sees half of one.
 * @throws LecternError `folder-missing`, `file-exists`, `cannot-write` or `disk-full`
 */
export function createFile(path: string, migrations: readonly Migration[] = MIGRATIONS): void {
  assertFree(path);
  const unfinished = unfinishedName(path);
  try {
    const handle = createHandle(unfinished);
    try {
      handle.pragma(`application_id = ${APPLICATION_ID}`);
      migrate(handle, migrations);
    } finally {
      handle.close();
    }
    putInPlace(unfinished, path);
  } catch (error) {
    throw inOurWords(error);
  } finally {
    removeUnfinished(unfinished);
  }
}

function opened(path: string, options: FileOptions): Opened {
  if (options.readOnly) return openForReading(path, 'asked', options);
  return canBeWritten(path) ? openForWriting(path, options) : openForReading(path, 'not-writable', options);
}

function canBeWritten(path: string): boolean {
  return isWritable(path) && isWritable(dirname(path));
}

/** A file as it was opened, by whatever way; where it is meanwhile, `openFile` knows. */
type Opened = Omit<OpenFile, 'inPlace'>;

function openForWriting(path: string, options: FileOptions): Opened {
  const { unclean: recovered, looked, aside } = settleSidecars(path, options.now());
  const handle = openHandle(path, false);
  let owned = false;
  try {
    lock(handle);
    const migrations = options.migrations ?? MIGRATIONS;
    const version = schemaVersion(handle);
    const current = migrations.at(-1)?.version ?? 0;
    if (version > current) {
      handle.close();
      return { ...openForReading(path, 'newer', options), aside };
    }
    if (!tryToRecordOwner(path, options.now())) {
      handle.close();
      return { ...openForReading(path, 'not-writable', options), aside };
    }
    owned = true;
    clearUnfinished(path);
    assertNoStrangers(handle, migrations);
    const indexDamaged = looked?.indexDamaged ?? verify(handle, { thorough: recovered, size: statSync(path).size });
    if (version < current) update(handle, migrations, options);
    return {
      handle,
      path,
      readOnly: null,
      recovered,
      indexDamaged,
      aside,
      close(): void {
        forgetOwner(path);
        handle.close();
      },
    };
  } catch (error) {
    if (owned) forgetOwner(path);
    handle.close();
    throw error;
  }
}

function openForReading(path: string, reason: ReadOnlyReason, { now, migrations = MIGRATIONS }: FileOptions): Opened {
  // Moving files about is not looking, except where the notebook would be read wrongly otherwise.
  const { aside } = settleLogs(path, now(), reason === 'asked');
  const handle = openHandle(path, true);
  try {
    // The first look into the file.
    assertNoStrangers(handle, migrations, ['view']);
    if (reason !== 'asked') verify(handle, { thorough: false, size: statSync(path).size });
    return {
      handle,
      path,
      readOnly: reason,
      recovered: false,
      indexDamaged: false,
      aside,
      close: () => handle.close(),
    };
  } catch (error) {
    handle.close();
    if (existsSync(journalPath(path)) && /^SQLITE_(READONLY|CANTOPEN)/.test(sqliteCode(error) ?? '')) {
      throw new LecternError(
        'cannot-write',
        `${basename(path)} was not closed properly and can only be opened again where it can be written.`,
        { path },
        error,
      );
    }
    throw error;
  }
}

/** Takes the lock at once and for as long as the handle lives, instead of anew for each transaction. */
function lock(handle: Handle): void {
  // Leaving PERSIST makes SQLite use up a journal that a dead program left, and then remove it, hot or cold.
  handle.pragma('journal_mode = PERSIST');
  handle.pragma('journal_mode = DELETE');
  handle.pragma('locking_mode = EXCLUSIVE');
  handle.exec('BEGIN EXCLUSIVE; COMMIT');
}

function tryToRecordOwner(path: string, now: number): boolean {
  try {
    recordOwner(path, now);
    return true;
  } catch (error) {
    forgetOwner(path);
    // A disk that is full now may have room again for the next deed; till then each is refused by that name.
    if (isDiskFull(error)) return true;
    // The folder says it can be written and then refuses, as access control lists can; then neither can SQLite.
    return false;
  }
}

function update(handle: Handle, migrations: readonly Migration[], options: FileOptions): void {
  if (!options.backupBeforeUpdate) {
    throw new LecternError('internal', 'This notebook has to be updated, and no place for a backup was given.');
  }
  options.backupBeforeUpdate(handle);
  migrate(handle, migrations);
}

function journalPath(path: string): string {
  return `${path}-journal`;
}

function inUse(path: string): LecternError {
  const owner = readOwner(path);
  const name = basename(path);
  return owner
    ? new LecternError(
        'notebook-in-use',
        `${name} is open in another Lectern (process ${owner.pid} on ${owner.host}, since ${owner.since}).`,
        { path, pid: owner.pid, host: owner.host, since: owner.since },
      )
    : new LecternError('notebook-in-use', `${name} is open in another program.`, { path });
}
