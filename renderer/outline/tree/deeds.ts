import type { OutlineItem } from '../../../main/contract/index.ts';
import {
  branchOf,
  childrenOf,
  flatten,
  headsOf,
  type ItemPlace,
  isWithinAny,
  parentOf,
  type Tree,
  treeOf,
} from './tree.ts';

/** Items that go, each with all below it and in the order of `ids`, next to each other to one place. */
export interface Move extends ItemPlace {
  readonly ids: readonly string[];
}

/**
 * Moves items. One that stands below another of them goes along with that one. `position` counts among the new siblings
 * without the moved items, as the contract does. A move below one of them, or of none that is known, changes nothing.
 */
export function moveItems(items: readonly OutlineItem[], { ids, parentId, position }: Move): readonly OutlineItem[] {
  const tree = treeOf(items);
  const moved = headsOf(tree, ids);
  const going = new Set(moved);
  if (moved.length === 0 || isWithinAny(tree, parentId, going)) return items;
  if (parentId !== null && !tree.byId.has(parentId)) return items;
  const left = new Map(
    moved.map((id) => {
      const from = parentOf(tree, id);
      return [from, childrenOf(tree, from).filter((each) => !going.has(each))] as const;
    }),
  );
  const target = left.get(parentId) ?? childrenOf(tree, parentId);
  left.set(parentId, target.toSpliced(clamp(position, target.length), 0, ...moved));
  return flatten(withChildren(tree, [...left]));
}

/** Puts a new item, which has no children yet, at its `parentId` and `position`. */
export function insertItem(items: readonly OutlineItem[], item: OutlineItem): readonly OutlineItem[] {
  const tree = treeOf(items);
  const siblings = childrenOf(tree, item.parentId);
  const next = withChildren(tree, [
    [item.parentId, siblings.toSpliced(clamp(item.position, siblings.length), 0, item.id)],
  ]);
  return flatten({ ...next, byId: new Map(tree.byId).set(item.id, item) });
}

/** Takes items out with all below them. */
export function removeItems(items: readonly OutlineItem[], ids: readonly string[]): readonly OutlineItem[] {
  const tree = treeOf(items);
  const gone = new Set(headsOf(tree, ids).flatMap((id) => branchOf(tree, id)));
  return gone.size === 0 ? items : flatten(treeOf(items.filter((item) => !gone.has(item.id))));
}

/** Changes what an item says of itself. */
export function changeItem(
  items: readonly OutlineItem[],
  id: string,
  change: Partial<OutlineItem>,
): readonly OutlineItem[] {
  return items.map((item) => (item.id === id ? { ...item, ...change } : item));
}

function withChildren(tree: Tree, lists: readonly (readonly [string | null, readonly string[]])[]): Tree {
  const next = new Map(tree.childrenOf);
  for (const [parent, ids] of lists) next.set(parent, ids);
  return { byId: tree.byId, childrenOf: next };
}

function clamp(position: number, length: number): number {
  return Math.max(0, Math.min(position, length));
}
