import { type Reread, salvageNotebook, type VerifyCopy, verifyCopy } from '../../../db/index.ts';
import { LecternError, pagePart, type SalvageReport } from '../../../db/model/index.ts';
import { type Parsers, wholeOf } from '../reading/index.ts';

/** Long looks at files that nobody has open. */
export interface Tending {
  /**
   * Work of which looking at copies is a part. What looks at them is started with it, so that it is ready when the copy
   * is, and ended with it.
   */
  readonly verifying: <T>(work: (verify: VerifyCopy) => Promise<T>) => Promise<T>;
  /**
   * Saves what can be read of a damaged notebook into a new one.
   * @param cancelled asked now and then; nothing is left then
   * @throws LecternError as `salvageNotebook` says, or `cancelled`
   */
  readonly salvage: (path: string, target: string, cancelled: () => boolean) => Promise<SalvageReport>;
}

/** In this very thread, for a program in which nobody waits meanwhile. */
export const tendHere = (parsers: Parsers): Tending => ({
  verifying: (work) => work(async (path, depth) => verifyCopy(path, depth)),
  salvage: async (path, target, cancelled) => {
    if (cancelled()) throw new LecternError('cancelled', 'Saving the notebook was cancelled.');
    return salvageNotebook(path, target, rereading(parsers, cancelled));
  },
});

/** Reads the blocks of an original, as its import did. */
export function rereading({ readFile }: Parsers, cancelled: () => boolean): Reread {
  return async (bytes, fileName, { encoding, remarks }) =>
    wholeOf(await readFile(bytes, fileName, cancelled, { encoding, page: pagePart(remarks) }));
}
