import type { Connection } from '../sqlite/connection.ts';
import { place } from './ranks.ts';

/** The tables with ordered siblings; identifiers in SQL come from this list only. */
type Ordered = 'tags' | 'outline_items';

/** One of several things with the same parent. */
export interface Sibling {
  readonly id: string;
  readonly rank: number;
}

const SET_RANK: Readonly<Record<Ordered, string>> = {
  tags: 'UPDATE tags SET rank = ? WHERE id = ?',
  outline_items: 'UPDATE outline_items SET rank = ? WHERE id = ?',
};

/**
 * The rank for a newcomer at a place among its siblings, which are renumbered first where there is no room.
 * @param siblings without the newcomer, in order
 * @param position from 0; left out or beyond the end: last
 */
export function makeRoom(
  connection: Connection,
  table: Ordered,
  siblings: readonly Sibling[],
  position: number | undefined,
): number {
  const [rank = 0] = makeRoomFor(connection, table, 1, siblings, position);
  return rank;
}

/** As `makeRoom`, for several newcomers one behind the other: as many ranks as asked for, ascending. */
export function makeRoomFor(
  connection: Connection,
  table: Ordered,
  count: number,
  siblings: readonly Sibling[],
  position: number | undefined,
): readonly number[] {
  const placement = place(
    siblings.map(({ rank }) => rank),
    position,
    count,
  );
  siblings.forEach(({ id }, index) => {
    const rank = placement.siblings?.[index];
    if (rank !== undefined) connection.run(SET_RANK[table], rank, id);
  });
  return placement.ranks;
}

/**
 * Orders rows of a tree: parents before children, siblings by rank. A row whose parent is not among them counts as
 * one without a parent.
 */
export function inTreeOrder<T extends Sibling & { readonly parentId: string | null }>(rows: readonly T[]): T[] {
  const known = new Set(rows.map(({ id }) => id));
  const childrenOf = Map.groupBy(rows, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : ''));
  const ordered: T[] = [];
  const waiting = (childrenOf.get('') ?? []).toSorted(byRank).reverse();
  for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
    ordered.push(row);
    for (const child of (childrenOf.get(row.id) ?? []).toSorted(byRank).reverse()) waiting.push(child);
  }
  return ordered;
}

function byRank(a: Sibling, b: Sibling): number {
  return a.rank - b.rank || (a.id < b.id ? -1 : 1);
}
