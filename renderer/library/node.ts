import type { ReactNode } from 'react';
import type { MenuEntry } from '../ui/index.ts';

/** One row of a Library tree. */
export interface LibraryNode {
  readonly key: string;
  /** The id of what the row stands for, where that may stand in several rows; else the key is. */
  readonly thing?: string;
  readonly name: string;
  readonly sign?: ReactNode;
  /** A sign after the name. */
  readonly mark?: ReactNode;
  readonly count?: number;
  readonly children?: readonly LibraryNode[];
}

export type DropPosition = 'before' | 'after' | 'on';

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
  /** A drop of one row, or of all that are chosen: before, after or onto another row. */
  drop?(keys: readonly string[], target: string, position: DropPosition): void;
  /** Whether something can be dropped there; everywhere where this is left out. */
  takes?(target: string, position: DropPosition): boolean;
}

/** The keys of the rows that show, from top to bottom. */
export function visibleKeys(nodes: readonly LibraryNode[], expanded: ReadonlySet<string>): string[] {
  return nodes.flatMap((node) => [
    node.key,
    ...(node.children && expanded.has(node.key) ? visibleKeys(node.children, expanded) : []),
  ]);
}

/** The open branches, with one more open or closed. */
export function openBranch(expanded: ReadonlySet<string>, key: string, open: boolean): ReadonlySet<string> {
  return open ? new Set([...expanded, key]) : new Set([...expanded].filter((each) => each !== key));
}

/**
 * The row to focus when one is taken out: the next that stays, else the one before.
 * @param others rows that go with it
 */
export function neighbourOf(
  nodes: readonly LibraryNode[],
  expanded: ReadonlySet<string>,
  key: string,
  others: ReadonlySet<string> = new Set(),
): string | undefined {
  const keys = visibleKeys(nodes, expanded);
  const gone = new Set([...keysBelow(nodes, key), ...others]);
  const at = keys.indexOf(key);
  const stays = (each: string) => !gone.has(each);
  return keys.slice(at).find(stays) ?? keys.slice(0, at).findLast(stays);
}

function keysBelow(nodes: readonly LibraryNode[], key: string): string[] {
  for (const node of nodes) {
    if (node.key === key) return allKeys([node]);
    const found = keysBelow(node.children ?? [], key);
    if (found.length > 0) return found;
  }
  return [];
}

/** The keys of all rows, those in closed branches too. */
export function allKeys(nodes: readonly LibraryNode[]): string[] {
  return nodes.flatMap((node) => [node.key, ...allKeys(node.children ?? [])]);
}
