/** Putting a finished file where it belongs without ever replacing one that is there. */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { LecternError } from '../model/index.ts';

/** The longest name of a file, in bytes of UTF-8, less what the names of the files beside it add while it is made. */
const LONGEST_NAME = 255 - '.4194304-new-journal'.length;

/**
 * Makes sure that a new file can be put at `path`.
 * @throws LecternError `name-too-long`, `folder-missing`, `file-exists` or `cannot-write`
 */
export function assertFree(path: string): void {
  const folder = dirname(path);
  if (Buffer.byteLength(basename(path)) > LONGEST_NAME) {
    throw new LecternError('name-too-long', `The name of the file is longer than ${LONGEST_NAME} bytes.`, { path });
  }
  if (!existsSync(folder)) throw new LecternError('folder-missing', `There is no folder ${folder}.`, { path: folder });
  if (existsSync(path)) throw alreadyThere(path);
  if (!isWritable(folder)) {
    throw new LecternError('cannot-write', `Nothing can be written in the folder ${folder}.`, { path: folder });
  }
}

/** Says whether the file or folder may be written. */
export function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Gives the finished file `made` its name `path` in the same folder, durably.
 * @throws LecternError `file-exists`; `made` is gone then, and the other file untouched
 */
export function putInPlace(made: string, path: string): void {
  try {
    flush(made);
    try {
      // Unlike a rename, a link refuses to replace what somebody put there meanwhile.
      linkSync(made, path);
    } catch (error) {
      if (existsSync(path)) throw alreadyThere(path, error);
      // A file system without links, for instance exFAT.
      renameSync(made, path);
    }
  } finally {
    rmSync(made, { force: true });
  }
  flushFolder(dirname(path));
}

export function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

export function flushFolder(folder: string): void {
  // Windows has no such call on folders and needs none.
  if (process.platform === 'win32') return;
  const directory = openSync(folder, 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}

function alreadyThere(path: string, cause?: unknown): LecternError {
  return new LecternError('file-exists', `There is already a file ${path}.`, { path }, cause);
}
