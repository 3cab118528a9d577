import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileNameFor } from '../names.ts';

/** A notebook's name, by its file: without folder and ending. */
export const stemOf = (path: string): string => basename(path, '.lectern');

/**
 * The folder of one notebook's backups. It is found by where the notebook lies, because a damaged one cannot be asked
 * for anything else.
 */
export function shelfOf(backups: string, notebook: string): string {
  const real = realPath(notebook);
  const mark = createHash('sha256').update(real).digest('hex').slice(0, 8);
  return join(backups, `${fileNameFor(stemOf(real))} ${mark}`);
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // A file that is gone may still have backups.
    return resolve(path);
  }
}

/** A path in the folder that is still free: `Name.lectern`, `Name 2.lectern` … */
export function freePath(folder: string, name: string): string {
  let path = join(folder, `${name}.lectern`);
  for (let number = 2; existsSync(path); number++) path = join(folder, `${name} ${number}.lectern`);
  return path;
}
