import { type Entity, slipsToBeginning } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import * as entities from './entities.ts';
import { foldedName, type NamedEntity, namedEntities } from './known-names.ts';

const MOST = 50;
/** With fewer found than these, what is typed may be misspelled. */
const FEW = 5;
/** Shorter words are other words when a letter is another. */
const SHORTEST_MISSPELLED = 4;
const LONG = 8;

interface Found {
  readonly entity: NamedEntity;
  readonly fits: number;
}

/**
 * Entities by any of their names, for pickers: case, accents and other variants of letters make no difference.
 * Best first: a name that is the query, one that begins with it, one with a word that does, one that holds it; where
 * few do, one with a word that begins almost so (a slip, two from eight letters on). Among equals the one linked last,
 * then by name. An empty query gives those linked last.
 */
export function findEntities(connection: Connection, query: string, limit = MOST): Entity[] {
  const wanted = foldedName(query);
  const all = namedEntities(connection);
  const found = matching(all, (name) => distance(name, wanted));
  if (found.length < FEW && wanted.length >= SHORTEST_MISSPELLED) {
    const known = new Set(found.map(({ entity }) => entity));
    found.push(
      ...matching(
        all.filter((entity) => !known.has(entity)),
        (name) => misspelling(name, wanted),
      ),
    );
  }
  const ids = found
    .sort((a, b) => a.fits - b.fits || b.entity.lastLinked - a.entity.lastLinked || byName(a.entity, b.entity))
    .slice(0, limit)
    .map(({ entity }) => entity.id);
  const full = new Map(entities.ofIds(connection, ids).map((entity) => [entity.id, entity]));
  return ids.flatMap((id) => full.get(id) ?? []);
}

function byName(a: NamedEntity, b: NamedEntity): number {
  const [one = '', other = ''] = [a.names[0]?.folded, b.names[0]?.folded];
  return one < other ? -1 : one > other ? 1 : 0;
}

function matching(all: readonly NamedEntity[], distanceOf: (folded: string) => number): Found[] {
  const found: Found[] = [];
  for (const entity of all) {
    let fits = Number.POSITIVE_INFINITY;
    for (const { folded } of entity.names) fits = Math.min(fits, distanceOf(folded));
    if (fits < Number.POSITIVE_INFINITY) found.push({ entity, fits });
  }
  return found;
}

function distance(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(` ${wanted}`)) return 2;
  return name.includes(wanted) ? 3 : Number.POSITIVE_INFINITY;
}

function misspelling(name: string, wanted: string): number {
  const most = wanted.length >= LONG ? 2 : 1;
  let least = most + 1;
  for (let at = 0; at !== -1; at = name.indexOf(' ', at + 1)) {
    least = Math.min(least, slipsToBeginning(wanted, name.slice(at === 0 ? 0 : at + 1), most));
  }
  return least > most ? Number.POSITIVE_INFINITY : 3 + least;
}
