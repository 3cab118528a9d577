import type { LibraryNode } from './node.ts';

/**
 * The nodes with those of before in the place of such as are the same, so that a tree of thousands draws only what changed: its
 * rows are kept as long as their node is.
 */
export function keepSame(before: readonly LibraryNode[], now: readonly LibraryNode[]): readonly LibraryNode[] {
  const known = new Map(before.map((node) => [node.key, node]));
  const kept = now.map((node) => keptOf(known.get(node.key), node));
  return isSameList(before, kept) ? before : kept;
}

function keptOf(before: LibraryNode | undefined, now: LibraryNode): LibraryNode {
  if (before === undefined) return now;
  const children = now.children && keepSame(before.children ?? [], now.children);
  const isSame =
    before.name === now.name &&
    before.thing === now.thing &&
    before.count === now.count &&
    before.sign === now.sign &&
    before.mark === now.mark &&
    before.children === children;
  if (isSame) return before;
  return children === undefined ? now : { ...now, children };
}

function isSameList(before: readonly LibraryNode[], now: readonly LibraryNode[]): boolean {
  return before.length === now.length && before.every((node, at) => node === now[at]);
}
