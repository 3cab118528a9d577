import { type VerifyCopy, verifyCopy } from '../../../db/index.ts';

/** Long looks at files that nobody has open. */
export interface Tending {
  readonly verify: VerifyCopy;
}

/** In this very thread, for a program in which nobody waits meanwhile. */
export const tendHere: Tending = {
  verify: async (path, depth) => verifyCopy(path, depth),
};
