import type { OutlineItem } from '../../../main/contract/index.ts';

/** Where an item stands: below which item (null: at the top) and at which place among its siblings, from 0. */
export interface ItemPlace {
  readonly parentId: string | null;
  readonly position: number;
}

/** The items of an outline by id, and the order of the children of each (null: of the top). */
export interface Tree {
  readonly byId: ReadonlyMap<string, OutlineItem>;
  readonly childrenOf: ReadonlyMap<string | null, readonly string[]>;
}

const NONE: readonly string[] = [];

/** Trees that were read already. A list of items never changes; one that differs is another list. */
const known = new WeakMap<readonly OutlineItem[], Tree>();

/** Reads a flat list of items, in any order, siblings ordered by `position`. An item whose parent is absent stands at the top. */
export function treeOf(items: readonly OutlineItem[]): Tree {
  const tree = known.get(items) ?? readTree(items);
  known.set(items, tree);
  return tree;
}

function readTree(items: readonly OutlineItem[]): Tree {
  const byId = new Map(items.map((item) => [item.id, item]));
  const grouped = new Map<string | null, OutlineItem[]>();
  for (const item of items) {
    const parent = item.parentId !== null && byId.has(item.parentId) ? item.parentId : null;
    const group = grouped.get(parent);
    if (group) group.push(item);
    else grouped.set(parent, [item]);
  }
  const childrenOf = new Map<string | null, readonly string[]>();
  for (const [parent, group] of grouped) {
    childrenOf.set(
      parent,
      group.sort((a, b) => a.position - b.position).map((item) => item.id),
    );
  }
  return { byId, childrenOf };
}

export function childrenOf(tree: Tree, id: string | null): readonly string[] {
  return tree.childrenOf.get(id) ?? NONE;
}

/** The item's parent as the tree shows it. */
export function parentOf(tree: Tree, id: string): string | null {
  const parent = tree.byId.get(id)?.parentId ?? null;
  return parent !== null && tree.byId.has(parent) ? parent : null;
}

export function placeOf(tree: Tree, id: string): ItemPlace {
  const parentId = parentOf(tree, id);
  return { parentId, position: childrenOf(tree, parentId).indexOf(id) };
}

/** An item and everything below it, parents before children. */
export function branchOf(tree: Tree, id: string): string[] {
  const ids = [id];
  // Grows while it is walked: each item brings its children along.
  for (const each of ids) ids.push(...childrenOf(tree, each));
  return ids;
}

/**
 * What stands below an item, as an outline of its own: its children are at the top. Nothing of it knows what is above,
 * so whatever leads to its top leads below the item.
 */
export function itemsBelow(items: readonly OutlineItem[], id: string): readonly OutlineItem[] {
  const within = new Set([id]);
  // Parents come before what is below them.
  return items.filter((item) => {
    const is = item.parentId !== null && within.has(item.parentId);
    if (is) within.add(item.id);
    return is;
  });
}

/** The items above one, from the top down, and itself at last. */
export function pathTo(tree: Tree, id: string): readonly OutlineItem[] {
  const path: OutlineItem[] = [];
  for (let at: string | null = id; at !== null; at = parentOf(tree, at)) {
    const item = tree.byId.get(at);
    if (item) path.unshift(item);
  }
  return path;
}

/** Says whether `id` is `ancestor` or stands below it. */
export function isWithin(tree: Tree, id: string | null, ancestor: string): boolean {
  for (let at = id; at !== null; at = parentOf(tree, at)) if (at === ancestor) return true;
  return false;
}

/** Says whether `id` is one of these or stands below one of them. */
export function isWithinAny(tree: Tree, id: string | null, ancestors: ReadonlySet<string>): boolean {
  for (let at = id; at !== null; at = parentOf(tree, at)) if (ancestors.has(at)) return true;
  return false;
}

/** Those of the items that are there and stand below none of the others, each once, in the order given. */
export function headsOf(tree: Tree, ids: Iterable<string>): string[] {
  const named = new Set(ids);
  return [...named].filter((id) => tree.byId.has(id) && !isWithinAny(tree, parentOf(tree, id), named));
}

/** The items from top to bottom as a reader meets them, each with its true parent and position. */
export function flatten(tree: Tree): OutlineItem[] {
  const flat: OutlineItem[] = [];
  const visit = (parentId: string | null) => {
    childrenOf(tree, parentId).forEach((id, position) => {
      const item = tree.byId.get(id);
      if (!item) return;
      flat.push(item.parentId === parentId && item.position === position ? item : { ...item, parentId, position });
      visit(id);
    });
  };
  visit(null);
  return flat;
}
