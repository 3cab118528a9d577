import { isAbsolute, normalize } from 'node:path';
import { LecternError } from '../../db/model/index.ts';

/**
 * A path as a caller gave it, which has to say where it begins: callers have no folder in common with the engine, so a
 * path from “here” would lead somewhere nobody meant.
 * @throws LecternError `path-not-whole`
 */
export function wholePath(path: string): string {
  if (isAbsolute(path)) return normalize(path);
  throw new LecternError('path-not-whole', `“${path}” does not say where it begins; give the whole path.`, { path });
}
