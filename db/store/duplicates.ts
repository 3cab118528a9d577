import type { Duplicate, DuplicateReason } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import * as entities from './entities.ts';
import { type KnownName, type NamedEntity, namedEntities } from './known-names.ts';

/** More than these with one key say nothing. */
const MOST_ALIKE = 8;

/**
 * Pairs of entities that may be one: with the same identifier, with a name of one that is the other's, or, of the same
 * type, with names that sound alike (transliterations, other spellings). Each pair once, with its strongest reason.
 * @param entityId one of every pair, where it is told
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
  propose('identifier', identifiersInCommon(connection, entityId));
  for (const reason of ['name', 'sound'] as const) propose(reason, grouped(all, KEYS[reason], entityId));
  const chosen = [...pairs.values()].slice(0, limit);
  const full = entities.ofIds(connection, [...new Set(chosen.flatMap(({ ids }) => ids))]);
  const briefs = new Map(full.map(({ id, name, type, mentions }) => [id, { id, name, type, mentions }]));
  return chosen.map(({ reason, ids }) => ({ reason, entities: ids.flatMap((id) => briefs.get(id) ?? []) }));
}

function identifiersInCommon(connection: Connection, entityId: string | undefined): ReadonlySet<string>[] {
  const own = 'WHERE (i.kind, i.value) IN (SELECT kind, value FROM entity_identifiers WHERE entity_id = ?)';
  return connection
    .all<{ ids: string }>(
      `SELECT json_group_array(i.entity_id) AS ids FROM entity_identifiers i
       JOIN entities e ON e.id = i.entity_id AND e.trashed_at IS NULL
       ${entityId === undefined ? '' : own}
       GROUP BY i.kind, i.value HAVING count(*) BETWEEN 2 AND ${MOST_ALIKE}`,
      ...(entityId === undefined ? [] : [entityId]),
    )
    .map(({ ids }) => new Set<string>(JSON.parse(ids)));
}

type Key = (name: KnownName) => string;

const KEYS: Readonly<Record<'name' | 'sound', Key>> = {
  name: (name) => name.keys().words,
  sound: (name) => name.keys().sound,
};

/** Entities of a type that have a key of a name in common, one of theirs where one is told. */
function grouped(all: readonly NamedEntity[], keyOf: Key, entityId: string | undefined): ReadonlySet<string>[] {
  const one = all.find(({ id }) => id === entityId);
  const wanted = one && new Set(keysOf(one, keyOf));
  if (wanted?.size === 0) return [];
  const groups = new Map<string, Set<string>>();
  for (const each of all) {
    if (one && each.type !== one.type) continue;
    for (const key of keysOf(each, keyOf)) {
      if (wanted && !wanted.has(key)) continue;
      const group = groups.get(`${each.type}\n${key}`);
      if (group) group.add(each.id);
      else groups.set(`${each.type}\n${key}`, new Set([each.id]));
    }
  }
  return [...groups.values()].filter(({ size }) => size > 1 && size <= MOST_ALIKE);
}

/** What the names of an entity are compared by; an empty key is none. */
function keysOf({ names }: NamedEntity, keyOf: Key): string[] {
  return (
    names
      // Many share a first name or a last name; a name of several words, or the canonical one, says more.
      .filter(({ name }, at) => at === 0 || /\S\s+\S/u.test(name))
      .map(keyOf)
      .filter((key) => key !== '')
  );
}
