import type { Row } from './rows.ts';
import { childrenOf, type ItemPlace, isWithinAny, parentOf, placeOf, type Tree } from './tree.ts';

/** A place to drop something, and the depth at which the line that shows it is drawn. */
export interface DropPlace extends ItemPlace {
  readonly depth: number;
}

/**
 * Where something dropped between two rows goes.
 * @param gap index of the row below the gap; `rows.length` below the last
 * @param wantedDepth the depth under the pointer; taken as near as the neighbours allow: from that of the row below to
 * that of the row above, or one deeper where the row above is a heading or has children already
 * @param dragged the items that are moved; none for something new
 */
export function dropPlace(
  tree: Tree,
  rows: readonly Row[],
  gap: number,
  wantedDepth: number,
  dragged: readonly string[],
): DropPlace {
  const going = new Set(dragged);
  const stays = (row: Row) => !isWithinAny(tree, row.item.id, going);
  const above = rows.slice(0, gap).findLast(stays);
  const below = rows.slice(gap).find(stays);
  if (!above) return { parentId: null, position: 0, depth: 0 };
  const depth = Math.max(below?.depth ?? 0, Math.min(wantedDepth, above.depth + (takesChildren(above) ? 1 : 0)));
  const count = (siblings: readonly string[]) => siblings.filter((id) => !going.has(id));
  if (depth > above.depth) {
    const inside = count(childrenOf(tree, above.item.id));
    return { parentId: above.item.id, position: above.isOpen ? 0 : inside.length, depth };
  }
  let sibling = above.item.id;
  for (let at = above.depth; at > depth; at--) sibling = parentOf(tree, sibling) ?? sibling;
  const { parentId } = placeOf(tree, sibling);
  return { parentId, position: count(childrenOf(tree, parentId)).indexOf(sibling) + 1, depth };
}

/** A pointer far to the side means "deep", not "below this sentence": only what looks like a branch takes a drop inside. */
function takesChildren({ item, children }: Row): boolean {
  return item.kind === 'heading' || children > 0;
}
