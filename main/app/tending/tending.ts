import { salvageNotebook, type VerifyCopy, verifyCopy } from '../../../db/index.ts';
import { type BlockDraft, LecternError, type SalvageReport } from '../../../db/model/index.ts';
import { readSource } from '../../interchange/index.ts';

/** Long looks at files that nobody has open. */
export interface Tending {
  readonly verify: VerifyCopy;
  /**
   * Saves what can be read of a damaged notebook into a new one.
   * @param cancelled asked now and then; nothing is left then
   * @throws LecternError as `salvageNotebook` says, or `cancelled`
   */
  readonly salvage: (path: string, target: string, cancelled: () => boolean) => Promise<SalvageReport>;
}

/** In this very thread, for a program in which nobody waits meanwhile. */
export const tendHere: Tending = {
  verify: async (path, depth) => verifyCopy(path, depth),
  salvage: async (path, target, cancelled) => {
    if (cancelled()) throw new LecternError('cancelled', 'Saving the notebook was cancelled.');
    return salvageNotebook(path, target, reread);
  },
};

/** The blocks of an original, as its import read them. */
export async function reread(bytes: Uint8Array, fileName: string): Promise<readonly BlockDraft[]> {
  return (await readSource(bytes, fileName)).blocks;
}
