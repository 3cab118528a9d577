import type { Failure, ImportedFile } from '../../main/contract/index.ts';
import { failureOf } from '../state/index.ts';

/** One file of an import and what became of it; the file itself for as long as the window has it, to be tried again. */
export interface Taken {
  readonly file: File;
  readonly result: ImportedFile;
}

/** How far an import has come. */
export interface QueueProgress {
  /** Files done, and the share of the one on its way. */
  readonly done: number;
  readonly total: number;
  /** The name of the file on its way, or next where the import is held, and its number from 1. */
  readonly at: number;
  readonly item: string;
}

/** What an import is stopped and held by. */
export interface QueueControl {
  readonly signal: AbortSignal;
  /** Resolves when nobody holds the import; at once where nobody does. */
  readonly released: () => Promise<void>;
}

/** Brings one file into the notebook. @param onShare told how much of it is done, from 0 to 1 */
export type TakeFile = (file: File, signal: AbortSignal, onShare: (share: number) => void) => Promise<ImportedFile>;

/** After one of these every other file would fail too. */
const HOPELESS: ReadonlySet<Failure['code']> = new Set(['engine-lost', 'no-notebook', 'disk-full', 'read-only']);

/**
 * Takes files one after the other, so that a held import holds nobody else and a stopped one keeps what is complete. Never
 * rejects: whatever happens to a file is in its result, and those not begun are `cancelled`.
 */
export async function takeAll(
  files: readonly File[],
  take: TakeFile,
  { signal, released }: QueueControl,
  onProgress: (progress: QueueProgress) => void,
): Promise<readonly Taken[]> {
  const taken: Taken[] = [];
  let isHopeless = false;
  for (const [index, file] of files.entries()) {
    const tell = (share: number) =>
      onProgress({ done: index + share, total: files.length, at: index + 1, item: file.name });
    if (!signal.aborted && !isHopeless) tell(0);
    await released();
    if (signal.aborted || isHopeless) {
      taken.push({ file, result: { fileName: file.name, outcome: 'cancelled', remarks: [] } });
      continue;
    }
    const result = await take(file, signal, tell).catch((error: unknown) => resultOf(file, failureOf(error)));
    isHopeless = result.failure !== undefined && isHopelessCode(result.failure.code);
    taken.push({ file, result });
  }
  return taken;
}

function resultOf({ name }: File, failure: Failure): ImportedFile {
  return failure.code === 'cancelled'
    ? { fileName: name, outcome: 'cancelled', remarks: [] }
    : { fileName: name, outcome: 'failed', remarks: [], failure };
}

function isHopelessCode(code: string): boolean {
  return [...HOPELESS].some((each) => each === code);
}
