import { fold, type Hit, type HitKind } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { describe } from './describe.ts';
import { findItems } from './items.ts';
import { parseQuery, type Term, toMatch } from './query.ts';
import type { SearchOptions } from './search.ts';

const NAMED_KINDS = ['source', 'note', 'entity', 'tag', 'outline', 'collection'] as const satisfies readonly HitKind[];

const DEFAULT_LIMIT = 20;

/** Among so many of a kind the best names are looked for; an index by words cannot tell them itself. */
const CONSIDERED = 200;

const LATEST = `
  SELECT kind, id FROM (SELECT 'source' AS kind, id, updated_at AS at FROM sources WHERE trashed_at IS NULL
  UNION ALL SELECT 'note', id, updated_at FROM notes WHERE trashed_at IS NULL
  UNION ALL SELECT 'entity', id, updated_at FROM entities WHERE trashed_at IS NULL
  UNION ALL SELECT 'tag', id, updated_at FROM tags WHERE trashed_at IS NULL
  UNION ALL SELECT 'outline', id, updated_at FROM outlines WHERE trashed_at IS NULL
  UNION ALL SELECT 'collection', id, updated_at FROM collections
  ) WHERE kind IN (SELECT value FROM json_each(?)) ORDER BY at DESC, id DESC LIMIT ?`;

/**
 * Everything that has a name, by its names, entities by their aliases too: for pickers and "Go to". Each word of the
 * query may be the beginning of one in the name. Names that are the query come first, then those that begin with it.
 * An empty query gives what was changed last.
 */
export function searchNames(connection: Connection, query: string, options: SearchOptions = {}): Hit[] {
  const limit = options.limit ?? DEFAULT_LIMIT;
  const kinds = NAMED_KINDS.filter((kind) => options.kinds?.includes(kind) ?? true);
  const terms = parseQuery(query).map((term): Term => ({ ...term, prefix: true }));
  const match = toMatch(terms);
  if (match === undefined) return query.trim() === '' ? latest(connection, kinds, limit) : [];

  const hits = findItems(connection, `title : (${match})`, CONSIDERED)
    .filter(({ kind }) => isAmong(kinds, kind))
    .flatMap(({ kind, items }) => items.flatMap((id) => describe(connection, kind, id, terms) ?? []));
  const wanted = fold(query.trim());
  const order = new Map(hits.map((hit) => [hit, likeness(hit, wanted)]));
  // Stable: what is equally alike stays in the order of relevance.
  return hits.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)).slice(0, limit);
}

/** How far a name is from what is wanted: 0 is that very name. A snippet is the name, or the aliases, that matched. */
function likeness(hit: Hit, wanted: string): number {
  const names = [hit.title, ...hit.snippet.split(', ')].map(fold);
  if (names.includes(wanted)) return 0;
  return names.some((name) => name.startsWith(wanted)) ? 1 : 2;
}

function latest(connection: Connection, kinds: readonly HitKind[], limit: number): Hit[] {
  return connection
    .all<{ kind: HitKind; id: string }>(LATEST, JSON.stringify(kinds), limit)
    .flatMap(({ kind, id }) => describe(connection, kind, id, []) ?? []);
}

function isAmong(kinds: readonly HitKind[], kind: HitKind): boolean {
  return kinds.includes(kind);
}
