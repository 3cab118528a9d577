import { setImmediate as nextTurn } from 'node:timers/promises';
import { findOccurrences } from '../../db/index.ts';
import { LecternError, type Occurrence } from '../../db/model/index.ts';
import type { Output } from '../contract/index.ts';
import type { Parsed } from '../contract/methods.ts';
import type { Context } from './context.ts';
import type { Lasting } from './handler.ts';

/** More are counted and not listed: a window that has to show them would be felt. */
const MOST = 20_000;

/**
 * Finds words a few milliseconds at a time, so that others get their turn. Where more are found than may be listed, those not highlighted yet
 * go first: whoever marks what is listed and asks again comes to all of them.
 * @throws LecternError `cancelled`, or `not-found` for the source
 */
export function findOccurrencesInTurns(
  context: Context,
  { limit = MOST, exact = false, wholeWords = false, ...sought }: Parsed<'highlights.occurrences'>,
): Promise<Lasting<Output<'highlights.occurrences'>>> {
  return context.desk.longWork(async () => {
    const free: Found[] = [];
    const marked: Found[] = [];
    let total = 0;
    const search = context.read((connection) => findOccurrences(connection, { exact, wholeWords, ...sought }));
    for (;;) {
      const step = context.read(() => search.next());
      if (step.done) return { total, occurrences: inOrder([...free, ...marked].slice(0, limit)) };
      for (const occurrence of step.value) {
        const list = occurrence.marked ? marked : free;
        if (list.length < limit) list.push({ at: total, occurrence });
        total++;
      }
      await nextTurn();
      if (context.cancelled()) throw new LecternError('cancelled', 'The search for the words was cancelled.');
    }
  });
}

interface Found {
  /** Which of all that were found it is. */
  readonly at: number;
  readonly occurrence: Occurrence;
}

function inOrder(found: readonly Found[]): Occurrence[] {
  return found.toSorted((a, b) => a.at - b.at).map(({ occurrence }) => occurrence);
}
