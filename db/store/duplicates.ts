import { type Duplicate, type DuplicateReason, type Entity, soundKey, wordKey } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import * as entities from './entities.ts';

/**
 * Pairs of entities that may be one: with the same identifier, with a name of one that is the other's, or, of the same
 * type, with names that sound alike (transliterations, other spellings). Each pair once, with its strongest reason.
 */
export function duplicates(connection: Connection, entityId: string | undefined, limit: number): Duplicate[] {
  const all = entities.list(connection);
  const pairs = new Map<string, Duplicate>();
  const propose = (reason: DuplicateReason, groups: Iterable<readonly Entity[]>) => {
    for (const group of groups) {
      for (const [at, first] of group.entries()) {
        for (const second of group.slice(at + 1)) {
          const key = first.id < second.id ? `${first.id} ${second.id}` : `${second.id} ${first.id}`;
          if (entityId !== undefined && first.id !== entityId && second.id !== entityId) continue;
          if (first.id === second.id || pairs.has(key)) continue;
          pairs.set(key, { reason, entities: [brief(first), brief(second)] });
        }
      }
    }
  };
  propose(
    'identifier',
    grouped(all, (entity) => entity.identifiers.map(({ kind, value }) => `${kind}\n${value}`)),
  );
  propose(
    'name',
    grouped(all, (entity) => namesOf(entity).map((name) => `${entity.type}\n${wordKey(name)}`)),
  );
  propose(
    'sound',
    grouped(all, (entity) =>
      namesOf(entity)
        .map(soundKey)
        .filter((key) => key !== '')
        .map((key) => `${entity.type}\n${key}`),
    ),
  );
  return [...pairs.values()].slice(0, limit);
}

/** Many share a first name or a last name; a name of several words, or the first name an entity goes by, says more. */
function namesOf({ name, aliases }: Entity): string[] {
  return [name, ...aliases.filter((alias) => /\S\s+\S/u.test(alias))];
}

/** Entities that have a key in common; more than a few with one key say nothing. */
function grouped(all: readonly Entity[], keysOf: (entity: Entity) => readonly string[]): Entity[][] {
  const groups = new Map<string, Entity[]>();
  for (const entity of all) {
    for (const key of new Set(keysOf(entity))) {
      const group = groups.get(key) ?? [];
      group.push(entity);
      groups.set(key, group);
    }
  }
  return [...groups.values()].filter(({ length }) => length > 1 && length <= MOST_ALIKE);
}

const MOST_ALIKE = 8;

function brief({ id, name, type, mentions }: Entity) {
  return { id, name, type, mentions };
}
