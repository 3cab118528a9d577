import { setImmediate as nextTurn } from 'node:timers/promises';
import { type MentionScope, searchMentions } from '../../db/index.ts';
import { LecternError, type UnlinkedMention } from '../../db/model/index.ts';
import type { Context } from './context.ts';

/** More are not handed over at once; what is left comes when these are settled. */
const MOST = 10_000;

/**
 * Looks for unlinked mentions a few milliseconds at a time. Between two steps others get their turn, and whoever asked
 * hears how far it has come. Nothing is written, so nothing is half done when it is cancelled.
 * @throws LecternError `cancelled`, or `not-found` for an entity that is not there
 */
export function findMentionsInTurns(context: Context, scope: MentionScope, limit = MOST): Promise<UnlinkedMention[]> {
  return context.desk.longWork(async () => {
    const found: UnlinkedMention[] = [];
    const search = context.read((connection) => searchMentions(connection, scope));
    for (;;) {
      const step = context.read(() => search.next());
      if (step.done) return found;
      const { mentions, done, total } = step.value;
      found.push(...mentions);
      if (found.length >= limit) return found.slice(0, limit);
      context.progress({ done, total, item: mentions.at(-1)?.sourceTitle ?? '' });
      await nextTurn();
      if (context.cancelled()) throw new LecternError('cancelled', 'The search for mentions was cancelled.');
    }
  });
}
