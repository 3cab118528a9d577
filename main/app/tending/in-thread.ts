import { Worker } from 'node:worker_threads';
import { clearSalvage, type Depth, type Flaws, type Reread, salvageNotebook, verifyCopy } from '../../../db/index.ts';
import { type BlockDraft, type Failure, LecternError, type SalvageReport } from '../../../db/model/index.ts';
import type { Parsers } from '../reading/index.ts';
import { rereading, type Tending } from './tending.ts';

/** One piece of work for the thread. */
export type Work =
  | { readonly task: 'verify'; readonly path: string; readonly depth: Depth }
  | { readonly task: 'salvage'; readonly path: string; readonly target: string };

/** What it says: at last what came of it, and before that which originals it wants to have read. */
export type FromThread =
  | { readonly done: Flaws | SalvageReport }
  | { readonly failure: Failure }
  | { readonly original: Uint8Array; readonly fileName: string };

/** The blocks of an original, or undefined where it cannot be read. */
export type ToThread = { readonly blocks: readonly BlockDraft[] | undefined };

/** How often it is asked whether anybody still waits, in milliseconds. */
const PATIENCE = 100;

/**
 * Does each piece of work in a thread of its own, because SQLite keeps everybody waiting who shares its thread. Originals
 * are not parsed there: that is done by whom imports are done by.
 * @param entry path of `thread.ts` or what it was built into
 */
export function threadTending(entry: string, parsers: Parsers): Tending {
  return {
    verify: async (path, depth) =>
      (await inThread(entry, { task: 'verify', path, depth }, refuse, () => false)) as Flaws,
    async salvage(path, target, cancelled) {
      const reread = rereading(parsers, cancelled);
      try {
        return (await inThread(entry, { task: 'salvage', path, target }, reread, cancelled)) as SalvageReport;
      } finally {
        // What a thread that was ended could not take away itself.
        clearSalvage(target);
      }
    },
  };
}

const refuse: Reread = () => {
  throw new Error('Copies are verified without reading originals anew.');
};

async function inThread(
  entry: string,
  work: Work,
  reread: Reread,
  cancelled: () => boolean,
): Promise<Flaws | SalvageReport> {
  const thread = new Worker(entry, { workerData: work, execArgv: [] });
  const watch = setInterval(() => {
    if (cancelled()) void thread.terminate();
  }, PATIENCE);

  async function read(original: Uint8Array, fileName: string): Promise<ToThread> {
    try {
      return { blocks: await reread(original, fileName) };
    } catch {
      // Salvage goes on with what it has found itself, whatever the reason.
      return { blocks: undefined };
    }
  }

  try {
    const answer = await new Promise<Exclude<FromThread, { original: unknown }>>((resolve, reject) => {
      thread.on('message', (message: FromThread) => {
        if (!('original' in message)) resolve(message);
        else void read(message.original, message.fileName).then((blocks) => thread.postMessage(blocks));
      });
      thread.once('error', reject);
      thread.once('exit', () => {
        const ended = new Error('The thread ended without an answer.');
        reject(cancelled() ? new LecternError('cancelled', 'The work was cancelled.') : ended);
      });
    });
    if ('done' in answer) return answer.done;
    throw new LecternError(answer.failure.code, answer.failure.message, answer.failure.details);
  } finally {
    clearInterval(watch);
    await thread.terminate();
  }
}

/** What `thread.ts` answers at last. */
export async function tend(work: Work, reread: Reread): Promise<FromThread> {
  try {
    return {
      done:
        work.task === 'verify'
          ? verifyCopy(work.path, work.depth)
          : await salvageNotebook(work.path, work.target, reread),
    };
  } catch (error) {
    // What nobody meant to throw reaches the other side as the thread's own error.
    if (!(error instanceof LecternError)) throw error;
    return { failure: error.toFailure() };
  }
}
