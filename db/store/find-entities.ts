import { type Entity, fold } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import * as entities from './entities.ts';

const MOST = 50;

/**
 * Entities by any of their names, for pickers: case, accents and other variants of letters make no difference.
 * Best first: a name that is the query, one that begins with it, one with a word that does, one that holds it; among
 * equals the one mentioned more often. An empty query gives the most mentioned.
 */
export function findEntities(connection: Connection, query: string, limit = MOST): Entity[] {
  const wanted = folded(query);
  return entities
    .list(connection)
    .flatMap((entity) => {
      const fits = Math.min(...[entity.name, ...entity.aliases].map((name) => distance(folded(name), wanted)));
      return Number.isFinite(fits) ? [{ entity, fits }] : [];
    })
    .sort((a, b) => a.fits - b.fits || b.entity.mentions - a.entity.mentions)
    .slice(0, limit)
    .map(({ entity }) => entity);
}

function distance(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(` ${wanted}`)) return 2;
  return name.includes(wanted) ? 3 : Number.POSITIVE_INFINITY;
}

function folded(text: string): string {
  return fold(text)
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
}
