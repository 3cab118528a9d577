import { Worker } from 'node:worker_threads';
import {
  clearSalvage,
  type Depth,
  type Flaws,
  type ReadAs,
  type Reread,
  salvageNotebook,
  verifyCopy,
} from '../../../db/index.ts';
import { type BlockDraft, type Failure, LecternError, type SalvageReport } from '../../../db/model/index.ts';
import type { Parsers } from '../reading/index.ts';
import { rereading, type Tending } from './tending.ts';

/** One piece of work for a thread. */
export type Work =
  | { readonly task: 'verify'; readonly path: string; readonly depth: Depth }
  | { readonly task: 'salvage'; readonly path: string; readonly target: string };

/** What it says: at last what came of it, and before that which originals it wants to have read. */
export type FromThread =
  | { readonly done: Flaws | SalvageReport }
  | { readonly failure: Failure }
  | { readonly original: Uint8Array; readonly fileName: string; readonly as: ReadAs };

/** The blocks of an original, or undefined where it cannot be read. */
export type Blocks = { readonly blocks: readonly BlockDraft[] | undefined };

/** How often it is asked whether anybody still waits, in milliseconds. */
const PATIENCE = 100;

/**
 * Does such work in threads, because SQLite keeps everybody waiting who shares its thread. Originals are not parsed there:
 * that is done by whom imports are done by.
 * @param entry path of `thread.ts` or what it was built into
 */
export function threadTending(entry: string, parsers: Parsers): Tending {
  return {
    async verifying(work) {
      const thread = startThread(entry, refuse);
      try {
        return await work(async (path, depth) => (await thread.ask({ task: 'verify', path, depth })) as Flaws);
      } finally {
        await thread.end();
      }
    },
    async salvage(path, target, cancelled) {
      const thread = startThread(entry, rereading(parsers, cancelled));
      const watch = setInterval(() => {
        if (cancelled()) void thread.end();
      }, PATIENCE);
      try {
        return (await thread.ask({ task: 'salvage', path, target })) as SalvageReport;
      } catch (error) {
        throw cancelled() ? new LecternError('cancelled', 'The work was cancelled.', {}, error) : error;
      } finally {
        clearInterval(watch);
        await thread.end();
        // What a thread that was ended could not take away itself.
        clearSalvage(target);
      }
    },
  };
}

const refuse: Reread = () => {
  throw new Error('Copies are verified without reading originals anew.');
};

interface Thread {
  /** One piece of work after the other. @throws LecternError as the work says */
  ask(work: Work): Promise<Flaws | SalvageReport>;
  end(): Promise<void>;
}

function startThread(entry: string, reread: Reread): Thread {
  const thread = new Worker(entry, { execArgv: [] });
  const ended = new Promise<never>((_, reject) => {
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('The thread ended without an answer.')));
  });
  // Heard by who asks, if anybody does.
  ended.catch(() => {});

  async function read(original: Uint8Array, fileName: string, as: ReadAs): Promise<Blocks> {
    try {
      return { blocks: await reread(original, fileName, as) };
    } catch {
      // Salvage goes on with what it has found itself, whatever the reason.
      return { blocks: undefined };
    }
  }

  return {
    async ask(work) {
      const { promise, resolve } = Promise.withResolvers<Exclude<FromThread, { original: unknown }>>();
      const hear = (message: FromThread) => {
        if (!('original' in message)) resolve(message);
        else void read(message.original, message.fileName, message.as).then((blocks) => thread.postMessage(blocks));
      };
      thread.on('message', hear);
      try {
        thread.postMessage(work);
        const answer = await Promise.race([promise, ended]);
        if ('done' in answer) return answer.done;
        throw new LecternError(answer.failure.code, answer.failure.message, answer.failure.details);
      } finally {
        thread.off('message', hear);
      }
    },
    async end() {
      await thread.terminate();
    },
  };
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
