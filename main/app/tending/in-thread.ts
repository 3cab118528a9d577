import { Worker } from 'node:worker_threads';
import { type Failure, LecternError } from '../../../db/model/index.ts';
import { type Tending, tendHere } from './tending.ts';

/** One piece of work for the thread: which, and what it is given. */
export type ToThread = {
  [Task in keyof Tending]: { readonly task: Task; readonly given: Parameters<Tending[Task]> };
}[keyof Tending];

export type FromThread = { readonly done: unknown } | { readonly failure: Failure };

/**
 * Does each piece of work in a thread of its own, because SQLite keeps everybody waiting who shares its thread.
 * @param entry path of `thread.ts` or what it was built into
 */
export function threadTending(entry: string): Tending {
  return {
    verify: (path, depth) => inThread(entry, { task: 'verify', given: [path, depth] }),
  };
}

async function inThread<Task extends keyof Tending>(
  entry: string,
  message: Extract<ToThread, { task: Task }>,
): Promise<Awaited<ReturnType<Tending[Task]>>> {
  const thread = new Worker(entry, { workerData: message, execArgv: [] });
  try {
    const answer = await new Promise<FromThread>((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', () => reject(new Error('The thread ended without an answer.')));
    });
    if ('failure' in answer)
      throw new LecternError(answer.failure.code, answer.failure.message, answer.failure.details);
    return answer.done as Awaited<ReturnType<Tending[Task]>>;
  } finally {
    await thread.terminate();
  }
}

/** Whatever was asked, done in this very thread: what `thread.ts` answers with. */
export async function tend(message: ToThread): Promise<FromThread> {
  try {
    return { done: await tendHere[message.task](...message.given) };
  } catch (error) {
    // What nobody meant to throw reaches the other side as the thread's own error.
    if (!(error instanceof LecternError)) throw error;
    return { failure: error.toFailure() };
  }
}
