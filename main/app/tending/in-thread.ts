import { rmSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { type Depth, type Flaws, salvageNotebook, verifyCopy } from '../../../db/index.ts';
import { type Failure, LecternError, type SalvageReport } from '../../../db/model/index.ts';
import { reread, type Tending } from './tending.ts';

/** One piece of work for the thread. */
export type ToThread =
  | { readonly task: 'verify'; readonly path: string; readonly depth: Depth }
  | { readonly task: 'salvage'; readonly path: string; readonly target: string };

export type FromThread = { readonly done: Flaws | SalvageReport } | { readonly failure: Failure };

/** How often it is asked whether anybody still waits, in milliseconds. */
const PATIENCE = 100;

/**
 * Does each piece of work in a thread of its own, because SQLite keeps everybody waiting who shares its thread.
 * @param entry path of `thread.ts` or what it was built into
 */
export function threadTending(entry: string): Tending {
  return {
    verify: async (path, depth) => (await inThread(entry, { task: 'verify', path, depth })) as Flaws,
    async salvage(path, target, cancelled) {
      try {
        return (await inThread(entry, { task: 'salvage', path, target }, cancelled)) as SalvageReport;
      } finally {
        // What a thread that was ended could not take away itself.
        for (const sidecar of ['', '-journal', '-owner']) {
          rmSync(`${target}.${process.pid}-new${sidecar}`, { force: true });
        }
      }
    },
  };
}

async function inThread(
  entry: string,
  work: ToThread,
  cancelled: () => boolean = () => false,
): Promise<Flaws | SalvageReport> {
  const thread = new Worker(entry, { workerData: work, execArgv: [] });
  const watch = setInterval(() => {
    if (cancelled()) void thread.terminate();
  }, PATIENCE);
  try {
    const answer = await new Promise<FromThread>((resolve, reject) => {
      thread.once('message', resolve);
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

/** What `thread.ts` answers. */
export async function tend(work: ToThread): Promise<FromThread> {
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
