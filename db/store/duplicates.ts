import type { Duplicate, DuplicateReason } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import * as entities from './entities.ts';
import { type NamedEntity, namedEntities } from './known-names.ts';

/** More than these with one key say nothing. */
const MOST_ALIKE = 8;

/**
 * Pairs of entities that may be one: with the same identifier, with a name of one that is the other's, or, of the same
 * type, with names that sound alike (transliterations, other spellings). Each pair once, with its strongest reason.
 */
export function duplicates(connection: Connection, entityId: string | undefined, limit: number): Duplicate[] {
  const all = namedEntities(connection);
  const pairs = new Map<string, { reason: DuplicateReason; ids: readonly [string, string] }>();
  const propose = (reason: DuplicateReason, groups: Iterable<ReadonlySet<string>>) => {
    for (const group of groups) {
      const ids = [...group].sort();
      for (const [at, first] of ids.entries()) {
        for (const second of ids.slice(at + 1)) {
          if (entityId !== undefined && first !== entityId && second !== entityId) continue;
          const key = `${first} ${second}`;
          if (!pairs.has(key)) pairs.set(key, { reason, ids: [first, second] });
        }
      }
    }
  };
  propose('identifier', identifiersInCommon(connection));
  propose(
    'name',
    grouped(all, (name) => name.words),
  );
  propose(
    'sound',
    grouped(all, (name) => name.sound),
  );
  const chosen = [...pairs.values()].slice(0, limit);
  const full = entities.ofIds(connection, [...new Set(chosen.flatMap(({ ids }) => ids))]);
  const briefs = new Map(full.map(({ id, name, type, mentions }) => [id, { id, name, type, mentions }]));
  return chosen.map(({ reason, ids }) => ({ reason, entities: ids.flatMap((id) => briefs.get(id) ?? []) }));
}

function identifiersInCommon(connection: Connection): ReadonlySet<string>[] {
  return connection
    .all<{ ids: string }>(
      `SELECT json_group_array(i.entity_id) AS ids FROM entity_identifiers i
       JOIN entities e ON e.id = i.entity_id AND e.trashed_at IS NULL
       GROUP BY i.kind, i.value HAVING count(*) BETWEEN 2 AND ${MOST_ALIKE}`,
    )
    .map(({ ids }) => new Set<string>(JSON.parse(ids)));
}

/** Entities of a type that have a key of a name in common; an empty key is none. */
function grouped(
  all: readonly NamedEntity[],
  keyOf: (keys: { readonly words: string; readonly sound: string }) => string,
): ReadonlySet<string>[] {
  const groups = new Map<string, Set<string>>();
  for (const { id, type, names } of all) {
    for (const [at, name] of names.entries()) {
      // Many share a first name or a last name; a name of several words, or the canonical one, says more.
      if (at > 0 && !/\S\s+\S/u.test(name.name)) continue;
      const key = keyOf(name.keys());
      if (key === '') continue;
      const group = groups.get(`${type}\n${key}`);
      if (group) group.add(id);
      else groups.set(`${type}\n${key}`, new Set([id]));
    }
  }
  return [...groups.values()].filter(({ size }) => size > 1 && size <= MOST_ALIKE);
}
