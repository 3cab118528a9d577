import { type MentionScope, searchMentions, suggestEntities } from '../../db/index.ts';
import type { EntitySuggestion, UnlinkedMention } from '../../db/model/index.ts';
import type { Context } from './context.ts';
import { readInTurns } from './in-turns.ts';

/** More are not handed over at once; what is left comes when these are settled. */
const MOST = 10_000;
const MOST_SUGGESTED = 500;

/** @throws LecternError `cancelled`, or `not-found` for an entity that is not there */
export async function findMentions(context: Context, scope: MentionScope, limit = MOST): Promise<UnlinkedMention[]> {
  const found: UnlinkedMention[] = [];
  await readInTurns(
    context,
    (connection) => searchMentions(connection, scope),
    ({ mentions }) => {
      found.push(...mentions);
      return found.length >= limit;
    },
  );
  return found.slice(0, limit);
}

/** @throws LecternError `cancelled` */
export async function suggest(
  context: Context,
  sourceId: string | undefined,
  limit = MOST_SUGGESTED,
): Promise<EntitySuggestion[]> {
  let found: readonly EntitySuggestion[] = [];
  await readInTurns(
    context,
    (connection) => suggestEntities(connection, sourceId),
    ({ suggestions }) => {
      found = suggestions ?? found;
      return false;
    },
  );
  return found.slice(0, limit);
}
