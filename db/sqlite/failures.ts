import { type FailureCode, type FailureDetails, LecternError } from '../model/index.ts';
import { sqliteCode } from './handle.ts';

interface Saying {
  readonly code: FailureCode;
  readonly message: string;
  readonly details?: FailureDetails;
}

const CORRUPT: Saying = { code: 'notebook-damaged', message: 'The notebook file is damaged.' };
const CORRUPT_INDEX: Saying = {
  code: 'notebook-damaged',
  message: 'The search index is damaged; repairing the notebook makes it anew and loses nothing.',
  details: { part: 'index' },
};
const LOCKED: Saying = { code: 'notebook-in-use', message: 'Another program is using the notebook.' };
const MOVED: Saying = {
  code: 'notebook-moved',
  message: 'The notebook file was moved, replaced or deleted while it was open; nothing was changed.',
};
const UNWRITABLE: Saying = { code: 'cannot-write', message: 'The notebook file cannot be written.' };
const FULL: Saying = { code: 'disk-full', message: 'There is no room left on the disk; nothing was changed.' };
const UNREADABLE: Saying = { code: 'cannot-read', message: 'The notebook file cannot be read.' };

const NO_PATH: Saying = { code: 'bad-input', message: 'A path has a character in it that no file name can have.' };

/** SQLite's result codes (https://sqlite.org/rescode.html) by how they begin; extended codes add to the end. */
const BY_BEGINNING: readonly (readonly [beginning: string, saying: Saying])[] = [
  ['SQLITE_NOTADB', CORRUPT],
  // Full-text tables are the only virtual ones.
  ['SQLITE_CORRUPT_VTAB', CORRUPT_INDEX],
  ['SQLITE_CORRUPT', CORRUPT],
  ['SQLITE_BUSY', LOCKED],
  ['SQLITE_LOCKED', LOCKED],
  ['SQLITE_READONLY_DBMOVED', MOVED],
  ['SQLITE_READONLY', UNWRITABLE],
  ['SQLITE_IOERR_WRITE', UNWRITABLE],
  ['SQLITE_IOERR_FSYNC', UNWRITABLE],
  ['SQLITE_FULL', FULL],
  ['SQLITE_CANTOPEN', UNREADABLE],
  ['SQLITE_PERM', UNREADABLE],
  ['SQLITE_IOERR', UNREADABLE],
];

/** What the operating system says about files, by its name for the error (errno.h). */
const BY_ERRNO: Readonly<Record<string, Saying>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EACCES: UNWRITABLE,
  EPERM: UNWRITABLE,
  EROFS: UNWRITABLE,
  // Node's own, before it asks the system.
  ERR_INVALID_ARG_VALUE: NO_PATH,
};

export function notebookMoved(): LecternError {
  return new LecternError(MOVED.code, MOVED.message);
}

export function isDiskFull(error: unknown): boolean {
  const known = inOurWords(error);
  return known instanceof LecternError && known.code === 'disk-full';
}

/** What SQLite or the file system reports, in the words of a notebook; anything else comes back as it is. */
export function inOurWords(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = sqliteCode(error);
  if (code === undefined) {
    const saying = 'code' in error ? BY_ERRNO[String(error.code)] : undefined;
    return saying ? new LecternError(saying.code, saying.message, {}, error) : error;
  }
  if (code === 'SQLITE_CONSTRAINT_TRIGGER' && error.message.endsWith(' cycle')) {
    return new LecternError('would-make-a-cycle', 'Nothing can be moved into itself.', {}, error);
  }
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' && error.message.includes('tags_by_name')) {
    return new LecternError('name-taken', 'There is a tag of this name in the same place.', {}, error);
  }
  const saying = BY_BEGINNING.find(([beginning]) => code.startsWith(beginning))?.[1];
  return saying ? new LecternError(saying.code, saying.message, saying.details ?? {}, error) : error;
}
