import { setImmediate as nextTurn } from 'node:timers/promises';
import { LecternError } from '../../db/model/index.ts';
import type { Context } from './context.ts';

/** How far some work has come. */
interface Step {
  readonly done: number;
  readonly total: number;
}

/**
 * Reads the notebook a few milliseconds at a time. Between two steps others get their turn, and whoever asked hears how
 * far it has come. Nothing is written, so nothing is half done when it is cancelled.
 * @param start begins the work; each step is asked for in a turn of its own
 * @param take is given each step, and ends the work early by answering true
 * @throws LecternError `cancelled`, or whatever the work throws
 */
export function readInTurns<S extends Step>(
  context: Context,
  start: (connection: Parameters<Parameters<Context['read']>[0]>[0]) => Iterator<S>,
  take: (step: S) => boolean,
): Promise<void> {
  return context.desk.longWork(async () => {
    const work = context.read(start);
    for (;;) {
      const step = context.read(() => work.next());
      if (step.done || take(step.value)) return;
      const { done, total } = step.value;
      context.progress({ done, total, item: '' });
      await nextTurn();
      if (context.cancelled()) throw new LecternError('cancelled', 'The search was cancelled.');
    }
  });
}
