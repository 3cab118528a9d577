import { setImmediate as nextTurn } from 'node:timers/promises';
import { findOccurrences } from '../../db/index.ts';
import { LecternError, type Occurrence } from '../../db/model/index.ts';
import type { Output } from '../contract/index.ts';
import type { Parsed } from '../contract/methods.ts';
import type { Context } from './context.ts';
import type { Lasting } from './handler.ts';

/** More are counted and not listed: nobody looks through them. */
const MOST = 5_000;

/**
 * Finds words a few milliseconds at a time, so that others get their turn.
 * @throws LecternError `cancelled`, or `not-found` for the source
 */
export function findOccurrencesInTurns(
  context: Context,
  { limit = MOST, exact = false, wholeWords = false, ...sought }: Parsed<'highlights.occurrences'>,
): Promise<Lasting<Output<'highlights.occurrences'>>> {
  return context.desk.longWork(async () => {
    const occurrences: Occurrence[] = [];
    let total = 0;
    const search = context.read((connection) => findOccurrences(connection, { exact, wholeWords, ...sought }));
    for (;;) {
      const step = context.read(() => search.next());
      if (step.done) return { total, occurrences };
      total += step.value.length;
      occurrences.push(...step.value.slice(0, limit - occurrences.length));
      await nextTurn();
      if (context.cancelled()) throw new LecternError('cancelled', 'The search for the words was cancelled.');
    }
  });
}
