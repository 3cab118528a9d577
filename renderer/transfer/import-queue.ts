import type { Failure, ImportedFile } from '../../main/contract/index.ts';
import { failureOf } from '../state/index.ts';

/** One file of an import: one the window was given, or one that lies in an archive the window was given. */
export interface QueueItem {
  /** As the report calls it; in an archive, its path, which begins with the archive's name. */
  readonly name: string;
  readonly file: File;
  readonly isInArchive: boolean;
  /** The folder that was given alone, which the name leaves out. */
  readonly folder?: string;
  /** What is taken of a web page. */
  readonly page?: 'whole' | 'article';
}

/** One file of an import and what became of it. It can be tried again for as long as the window has it. */
export interface Taken {
  readonly item: QueueItem;
  readonly result: ImportedFile;
}

/** Asks the researcher for the password of a file. */
export interface Question {
  readonly item: QueueItem;
  /** Whether the answer before this one did not open it. */
  readonly isWrong: boolean;
  /** How many files wait behind this one. */
  readonly others: number;
}

/** The password, or that this file, or all that wait, stay out. */
export type Answer = { readonly password: string } | 'leave' | 'leave-all';

/** How far an import has come. */
export interface QueueProgress {
  /** Files done, and the share of the one on its way. */
  readonly done: number;
  readonly total: number;
  /** The name of the file on its way, or next where the import is held, and its number from 1. */
  readonly at: number;
  readonly item: string;
}

/** What an import is stopped, held and answered by. */
export interface QueueControl {
  readonly signal: AbortSignal;
  /** Resolves when nobody holds the import; at once where nobody does. */
  readonly released: () => Promise<void>;
  /** Answers `leave-all` when the import is stopped meanwhile. */
  readonly ask: (question: Question) => Promise<Answer>;
}

/**
 * Brings one file into the notebook.
 * @param onShare told how much of it is done, from 0 to 1
 * @param password to try, where the file has asked for one
 */
export type TakeFile = (
  item: QueueItem,
  signal: AbortSignal,
  onShare: (share: number) => void,
  password?: string,
) => Promise<ImportedFile>;

/** The files of an archive, each with its failure where it cannot be had. @throws CallFailed */
export type Unpack = (
  archive: QueueItem,
  signal: AbortSignal,
) => Promise<readonly { readonly item: QueueItem; readonly failure?: ImportedFile['failure'] }[]>;

/** After one of these every other file would fail too. */
const HOPELESS: ReadonlySet<string> = new Set<Failure['code']>([
  'engine-lost',
  'no-notebook',
  'disk-full',
  'read-only',
]);
/** A file that fails of one of these can be asked about. */
const PROTECTED: ReadonlySet<string> = new Set<Failure['code']>(['password-needed', 'wrong-password']);

/**
 * Takes files one after the other, so that a held import holds nobody else and a stopped one keeps what is complete. An archive
 * makes room for its files. A file that asks for a password waits until all others are done. Never rejects: whatever happens to a
 * file is in its result, and those not begun are `cancelled`.
 */
export async function takeAll(
  items: readonly QueueItem[],
  { take, unpack }: { readonly take: TakeFile; readonly unpack: Unpack },
  { signal, released, ask }: QueueControl,
  onProgress: (progress: QueueProgress) => void,
): Promise<readonly Taken[]> {
  const queue = [...items];
  const results = new Map<QueueItem, ImportedFile>();
  const waiting = new Map<QueueItem, ImportedFile>();
  let isHopeless = false;

  async function one(item: QueueItem, password?: string): Promise<ImportedFile> {
    const done = results.size;
    const tell = (share: number) =>
      onProgress({ done: done + share, total: queue.length, at: done + 1, item: item.name });
    if (!signal.aborted && !isHopeless) tell(0);
    await released();
    if (signal.aborted || isHopeless) return { fileName: item.name, outcome: 'cancelled', remarks: [] };
    const result = await take(item, signal, tell, password).catch((error: unknown) => resultOf(item, failureOf(error)));
    isHopeless = result.failure !== undefined && HOPELESS.has(result.failure.code);
    return result;
  }

  async function open(archive: QueueItem): Promise<void> {
    try {
      const inside = await unpack(archive, signal);
      queue.splice(queue.indexOf(archive), 1, ...inside.map(({ item }) => item));
      for (const { item, failure } of inside) {
        if (failure) results.set(item, { fileName: item.name, outcome: 'failed', remarks: [], failure });
      }
    } catch (error) {
      results.set(archive, resultOf(archive, failureOf(error)));
    }
  }

  // The queue grows where an archive is met, which is then looked at again.
  for (let next = first(); next !== undefined; next = first()) {
    const result = await one(next);
    if (result.failure?.code === 'is-archive') await open(next);
    else (isProtected(result) ? waiting : results).set(next, result);
  }
  let password: string | undefined;
  let isAsked = true;
  for (const [item, refused] of waiting) {
    // What opened one file often opens the next.
    let result = password === undefined ? refused : await one(item, password);
    waiting.delete(item);
    for (let isWrong = false; isAsked && isProtected(result) && !signal.aborted; isWrong = true) {
      const answer = await ask({ item, isWrong, others: waiting.size });
      isAsked = answer !== 'leave-all';
      if (typeof answer === 'string') break;
      ({ password } = answer);
      result = await one(item, password);
    }
    results.set(item, result);
  }
  return queue.flatMap((item) => {
    const result = results.get(item);
    return result ? [{ item, result }] : [];
  });

  function first(): QueueItem | undefined {
    return queue.find((item) => !results.has(item) && !waiting.has(item));
  }
}

function isProtected({ failure }: ImportedFile): boolean {
  return failure !== undefined && PROTECTED.has(failure.code);
}

function resultOf({ name }: QueueItem, failure: Failure): ImportedFile {
  return failure.code === 'cancelled'
    ? { fileName: name, outcome: 'cancelled', remarks: [] }
    : { fileName: name, outcome: 'failed', remarks: [], failure };
}
