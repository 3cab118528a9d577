import type { ReactNode } from 'react';
import type { MenuEntry } from '../ui/index.ts';

/** One row of a Library tree. */
export interface LibraryNode {
  readonly key: string;
  readonly name: string;
  readonly sign?: ReactNode;
  readonly count?: number;
  readonly children?: readonly LibraryNode[];
}

export type Direction = 'up' | 'down' | 'in' | 'out';

/** What can be done with the rows of a tree; whatever is left out cannot. */
export interface LibraryActions {
  open(key: string): void;
  /**
   * The pointer or the keyboard came to a row, which may be about to be opened; null where it is at none any more.
   * @param soon the row is pressed already
   */
  ahead?(key: string | null, soon: boolean): void;
  menu(key: string): readonly MenuEntry[];
  rename?(key: string): void;
  remove?(key: string): void;
  /** A step of the row among its fellows or in depth, by keyboard. */
  step?(key: string, direction: Direction): void;
  /** A drop: before, after or onto another row. */
  drop?(key: string, target: string, position: 'before' | 'after' | 'on'): void;
}

/** The keys of the rows that show, from top to bottom. */
export function visibleKeys(nodes: readonly LibraryNode[], expanded: ReadonlySet<string>): string[] {
  return nodes.flatMap((node) => [
    node.key,
    ...(node.children && expanded.has(node.key) ? visibleKeys(node.children, expanded) : []),
  ]);
}

/** The row to focus when one is taken out: the next that stays, else the one before. */
export function neighbourOf(
  nodes: readonly LibraryNode[],
  expanded: ReadonlySet<string>,
  key: string,
): string | undefined {
  const keys = visibleKeys(nodes, expanded);
  const gone = new Set(keysBelow(nodes, key));
  const at = keys.indexOf(key);
  return keys.slice(at).find((each) => !gone.has(each)) ?? keys[at - 1];
}

function keysBelow(nodes: readonly LibraryNode[], key: string): string[] {
  for (const node of nodes) {
    if (node.key === key) return allKeys([node]);
    const found = keysBelow(node.children ?? [], key);
    if (found.length > 0) return found;
  }
  return [];
}

function allKeys(nodes: readonly LibraryNode[]): string[] {
  return nodes.flatMap((node) => [node.key, ...allKeys(node.children ?? [])]);
}
