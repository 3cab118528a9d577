import { copyFileSync, existsSync, linkSync, realpathSync, renameSync } from 'node:fs';
import { join, parse } from 'node:path';
import { inOurWords } from '../sqlite/failures.ts';
import { assertNotebook } from '../sqlite/identity.ts';
import { assertFree, flush, flushFolder, putInPlace } from '../sqlite/place.ts';
import { removeUnfinished, unfinishedName } from '../sqlite/unfinished.ts';
import type { VerifyCopy } from './verify-copy.ts';

/** What SQLite may have put beside a notebook; read together with another file they would spoil it. */
const SIDECARS = ['-journal', '-wal', '-shm'] as const;

/**
 * Copies a backup to where nothing is yet, and looks at the copy before it gets its name.
 * @throws LecternError `not-a-notebook`, `file-missing`, `file-exists`, `folder-missing`, `cannot-write`, `disk-full` or
 *   `notebook-damaged`
 */
export async function restoreAsCopy(backup: string, path: string, verify: VerifyCopy): Promise<void> {
  assertFree(path);
  const unfinished = unfinishedName(path);
  try {
    await stage(backup, unfinished, verify);
    putInPlace(unfinished, path);
  } catch (error) {
    throw inOurWords(error);
  } finally {
    removeUnfinished(unfinished);
  }
}

/** A backup that lies beside a notebook, looked at, ready to take its place. */
export interface Staged {
  /**
   * Takes the notebook's place in one step; nobody may have it open. What SQLite left beside the old one is moved aside
   * first, so that it is never taken for the new one's.
   * @param keepOld also keeps the old file under another name, with its journals; for one that cannot be backed up
   * @returns the names of what was moved aside
   */
  takePlace(keepOld: boolean, now: number): string[];
  discard(): void;
}

/** Copies a backup beside the notebook whose place it is to take. @throws LecternError as `restoreAsCopy` */
export async function stageRestore(backup: string, notebook: string, verify: VerifyCopy): Promise<Staged> {
  const path = existsSync(notebook) ? realpathSync(notebook) : notebook;
  const unfinished = unfinishedName(path);
  const discard = () => removeUnfinished(unfinished);
  try {
    await stage(backup, unfinished, verify);
  } catch (error) {
    discard();
    throw inOurWords(error);
  }
  return {
    discard,
    takePlace(keepOld, now) {
      try {
        const aside = moveAside(path, keepOld, now);
        renameSync(unfinished, path);
        flushFolder(parse(path).dir);
        return aside;
      } catch (error) {
        discard();
        throw inOurWords(error);
      }
    },
  };
}

async function stage(backup: string, unfinished: string, verify: VerifyCopy): Promise<void> {
  assertNotebook(backup);
  copyFileSync(backup, unfinished);
  await verify(unfinished, 'structure');
  flush(unfinished);
}

function moveAside(path: string, keepOld: boolean, now: number): string[] {
  const { dir, name, ext } = parse(path);
  const moment = new Date(now).toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '-');
  const aside = `${name} replaced ${moment}${ext}`;
  const moved: string[] = [];
  if (keepOld && existsSync(path)) {
    keep(path, join(dir, aside));
    moved.push(aside);
  }
  for (const sidecar of SIDECARS) {
    if (!existsSync(`${path}${sidecar}`)) continue;
    // Under the name that makes it the old file's still.
    renameSync(`${path}${sidecar}`, join(dir, `${aside}${sidecar}`));
    moved.push(`${aside}${sidecar}`);
  }
  return moved;
}

/** Gives the file a second name, so that at no moment there is nothing under its first. */
function keep(path: string, aside: string): void {
  try {
    linkSync(path, aside);
  } catch {
    // A file system without links, for instance exFAT.
    copyFileSync(path, aside);
  }
}
