import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { LecternError } from '../model/index.ts';
import { inOurWords } from '../sqlite/failures.ts';
import type { Handle } from '../sqlite/handle.ts';
import { assertFree, putInPlace } from '../sqlite/place.ts';
import { removeUnfinished, unfinishedName } from '../sqlite/unfinished.ts';
import { type VerifyCopy, verifyCopy } from './verify-copy.ts';

/**
 * How many pages are copied at a time, a megabyte: some milliseconds, between which deeds come in. How long a step took
 * cannot be measured apart from the deeds that came before it, so there is nothing to adapt to.
 */
const PAGES = 256;
/** After so many pages the disk is told to write them, so that little is left at the end, when the engine waits for it. */
const FLUSH_EVERY = 2048;

export interface CopyOptions {
  readonly verify: VerifyCopy;
  readonly onProgress?: (done: number, total: number) => void;
  /** Asked between steps; the copy is given up when it says so. */
  readonly cancelled?: () => boolean;
}

/**
 * Copies a notebook at one go while nobody works in it: compact, made under another name, looked at, and only then called
 * what it is.
 * @throws LecternError `folder-missing`, `file-exists`, `cannot-write`, `disk-full` or `notebook-damaged`
 */
export function copyNotebook(handle: Handle, path: string): void {
  assertFree(path);
  const unfinished = unfinishedName(path);
  try {
    handle.prepare('VACUUM INTO ?').run(unfinished);
    verifyCopy(unfinished, 'structure');
    putInPlace(unfinished, path);
  } catch (error) {
    throw inOurWords(error);
  } finally {
    removeUnfinished(unfinished);
  }
}

/**
 * The same page by page while work goes on: SQLite's online backup, to which what is changed meanwhile is added, so the
 * copy is of the moment when it is complete (https://sqlite.org/backup.html).
 * @throws LecternError as `copyNotebook`, and `cancelled`
 */
export async function copyInSteps(handle: Handle, path: string, options: CopyOptions): Promise<void> {
  assertFree(path);
  const unfinished = unfinishedName(path);
  const stop = () => {
    if (options.cancelled?.()) throw new LecternError('cancelled', 'The backup was given up.');
  };
  try {
    await transfer(handle, unfinished, options, stop);
    await options.verify(unfinished, 'structure');
    stop();
    putInPlace(unfinished, path);
  } catch (error) {
    throw inOurWords(error);
  } finally {
    removeUnfinished(unfinished);
  }
}

async function transfer(handle: Handle, target: string, options: CopyOptions, stop: () => void): Promise<void> {
  let flushed = 0;
  let flushing: Promise<void> = Promise.resolve();
  try {
    await handle.backup(target, {
      progress({ totalPages, remainingPages }) {
        stop();
        const copied = totalPages - remainingPages;
        options.onProgress?.(copied, totalPages);
        if (copied - flushed >= FLUSH_EVERY) {
          flushed = copied;
          // What fails here fails again when SQLite finishes the copy, and is told then.
          flushing = flushing.then(() => flush(target)).catch(() => {});
        }
        return PAGES;
      },
    });
  } finally {
    await flushing;
  }
}

async function flush(path: string): Promise<void> {
  if (!existsSync(path)) return;
  const file = await open(path, 'r+');
  try {
    await file.datasync();
  } finally {
    await file.close();
  }
}
