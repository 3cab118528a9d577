import { type VerifyCopy, verifyCopy } from '../../../db/index.ts';

/** Looks at a copy in the test's own thread. */
export const verifyHere: VerifyCopy = async (path, depth) => verifyCopy(path, depth);
