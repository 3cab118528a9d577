import { HIT_KINDS, type Hit, type HitKind, type SearchResult } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { blockHits } from './blocks.ts';
import { describe } from './describe.ts';
import { findItems } from './items.ts';
import { parseQuery, type Term, toMatch } from './query.ts';

export interface SearchOptions {
  /** How many hits at most; 50 when left out. */
  readonly limit?: number;
  /** All kinds when left out. */
  readonly kinds?: readonly HitKind[];
}

const DEFAULT_LIMIT = 50;

/**
 * Looks through the whole notebook: titles, texts, highlights, notes, entities, tags and outlines, accents and case
 * ignored. Hits are grouped by kind in the order of `HIT_KINDS`, best first in each; where there are more than the
 * limit, no kind crowds out another. What is in the trash, or in a source that is, is not found. `parseQuery` says what
 * a query can hold; none is refused.
 */
export function searchNotebook(connection: Connection, query: string, options: SearchOptions = {}): SearchResult {
  const limit = options.limit ?? DEFAULT_LIMIT;
  const kinds = HIT_KINDS.filter((kind) => options.kinds?.includes(kind) ?? true);
  const terms = parseQuery(query);
  const match = toMatch(terms);
  const totals: Record<HitKind, number> = {
    source: 0,
    block: 0,
    highlight: 0,
    note: 0,
    entity: 0,
    tag: 0,
    outline: 0,
    collection: 0,
  };
  if (match === undefined || kinds.length === 0) return { hits: [], totals };

  const found = new Map<HitKind, readonly Hit[]>();
  if (kinds.includes('block')) {
    const blocks = blockHits(connection, match, terms, limit);
    totals.block = blocks.total;
    found.set('block', blocks.hits);
  }
  if (kinds.some((kind) => kind !== 'block')) {
    for (const { kind, total, items } of findItems(connection, match, limit)) {
      if (!kinds.includes(kind)) continue;
      totals[kind] = total;
      found.set(kind, described(connection, kind, items, terms));
    }
  }
  return { hits: inFairShares(kinds, found, limit), totals };
}

function described(connection: Connection, kind: HitKind, items: readonly string[], terms: readonly Term[]): Hit[] {
  return items.flatMap((item) => describe(connection, kind, item, terms) ?? []);
}

/** Gives each kind its turn until the limit is reached, then puts them in order again. */
function inFairShares(kinds: readonly HitKind[], found: ReadonlyMap<HitKind, readonly Hit[]>, limit: number): Hit[] {
  const shares = new Map<HitKind, number>();
  let left = limit;
  let open = [...kinds];
  while (left > 0 && open.length > 0) {
    for (const kind of open) {
      const share = shares.get(kind) ?? 0;
      if (left === 0 || share >= (found.get(kind)?.length ?? 0)) open = open.filter((other) => other !== kind);
      else {
        shares.set(kind, share + 1);
        left--;
      }
    }
  }
  return kinds.flatMap((kind) => (found.get(kind) ?? []).slice(0, shares.get(kind) ?? 0));
}
