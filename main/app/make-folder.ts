import { mkdirSync } from 'node:fs';
import { inOurWords } from '../../db/index.ts';
import { LecternError } from '../../db/model/index.ts';

/** @throws LecternError `disk-full` or `cannot-write`, naming the folder and not the notebook */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    const known = inOurWords(cause);
    if (known instanceof LecternError && known.code === 'disk-full') throw known;
    throw new LecternError('cannot-write', `The folder ${folder} cannot be made.`, { path: folder }, cause);
  }
}
