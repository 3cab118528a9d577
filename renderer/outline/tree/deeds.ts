import type { OutlineItem } from '../../../main/contract/index.ts';
import { branchOf, childrenOf, flatten, type ItemPlace, isWithin, parentOf, type Tree, treeOf } from './tree.ts';

/**
 * Moves an item with all below it. `position` counts among its new siblings without the item itself, as the contract
 * does. A move below itself, or of an unknown item, changes nothing.
 */
export function moveItem(items: readonly OutlineItem[], id: string, to: ItemPlace): readonly OutlineItem[] {
  const tree = treeOf(items);
  if (!tree.byId.has(id) || isWithin(tree, to.parentId, id)) return items;
  if (to.parentId !== null && !tree.byId.has(to.parentId)) return items;
  const from = parentOf(tree, id);
  const without = childrenOf(tree, from).filter((each) => each !== id);
  const target = to.parentId === from ? without : childrenOf(tree, to.parentId);
  return flatten(
    withChildren(tree, [
      [from, without],
      [to.parentId, target.toSpliced(clamp(to.position, target.length), 0, id)],
    ]),
  );
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

/** Takes an item out with all below it. */
export function removeItem(items: readonly OutlineItem[], id: string): readonly OutlineItem[] {
  const tree = treeOf(items);
  if (!tree.byId.has(id)) return items;
  const gone = new Set(branchOf(tree, id));
  return flatten(treeOf(items.filter((item) => !gone.has(item.id))));
}

/** Changes the words of a heading or a text. */
export function rewordItem(
  items: readonly OutlineItem[],
  id: string,
  text: string,
  words: number,
): readonly OutlineItem[] {
  return items.map((item) => (item.id === id ? { ...item, text, words } : item));
}

function withChildren(tree: Tree, lists: readonly (readonly [string | null, readonly string[]])[]): Tree {
  const next = new Map(tree.childrenOf);
  for (const [parent, ids] of lists) next.set(parent, ids);
  return { byId: tree.byId, childrenOf: next };
}

function clamp(position: number, length: number): number {
  return Math.max(0, Math.min(position, length));
}
