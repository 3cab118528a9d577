import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { LecternError } from '../model/index.ts';
import { APPLICATION_ID } from './handle.ts';

const MAGIC = 'SQLite format 3\0';
/** Where the header of an SQLite file keeps its application id (https://sqlite.org/fileformat2.html#the_database_header). */
const APPLICATION_ID_AT = 68;
const HEADER_LENGTH = 100;

/** What tells a file from every other on this machine, whatever it is called. */
export type FileKey = string;

/**
 * Which file this is.
 * @throws LecternError `file-missing`, `not-a-notebook` (a folder or a device) or `cannot-read`
 */
export function fileKey(path: string): FileKey {
  const stat = readable(path, () => statSync(path, { bigint: true }));
  if (!stat.isFile()) throw notANotebook(path, 'is not a file');
  return `${stat.dev}:${stat.ino}`;
}

/** The same with the time the file was made, because a number is given again when the file that had it is gone. */
export function fileBirth(path: string): string {
  const { dev, ino, birthtimeNs } = statSync(path, { bigint: true });
  return `${dev}:${ino}:${birthtimeNs}`;
}

/** Whether the path leads to this very file now. */
export function isFile(path: string, key: FileKey): boolean {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat !== undefined && `${stat.dev}:${stat.ino}` === key;
}

/**
 * Makes sure by its first bytes that a file is a notebook.
 * Must not be called on a file this process has open: closing the file again would drop SQLite's locks on it
 * (https://sqlite.org/howtocorrupt.html, 2.2).
 * @throws LecternError `not-a-notebook` or `cannot-read`
 */
export function assertNotebook(path: string): void {
  const header = readable(path, () => firstBytes(path, HEADER_LENGTH));
  if (header.length === 0) throw notANotebook(path, 'is empty');
  if (header.length < HEADER_LENGTH || header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw notANotebook(path, 'is not a Lectern notebook');
  }
  if (header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) {
    throw notANotebook(path, 'is a database of another program, not a Lectern notebook');
  }
}

function firstBytes(path: string, count: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(count);
    return bytes.subarray(0, readSync(file, bytes, 0, count, 0));
  } finally {
    closeSync(file);
  }
}

function readable<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    throw missing
      ? new LecternError('file-missing', `There is no file ${path}.`, { path }, error)
      : new LecternError('cannot-read', `${path} cannot be read.`, { path }, error);
  }
}

function notANotebook(path: string, why: string): LecternError {
  return new LecternError('not-a-notebook', `${path} ${why}.`, { path });
}
