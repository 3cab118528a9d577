import { useMemo } from 'react';
import type { OutlineItem } from '../../../main/contract/index.ts';
import { numbersOf, type Row, visibleRows } from '../tree/rows.ts';
import { itemsBelow, type Tree, treeOf } from '../tree/tree.ts';
import { useOutline } from './models.ts';
import type { OutlineModel } from './outline-model.ts';
import { useZoom } from './zoom.ts';

export interface ShownRows {
  /** The whole outline. */
  readonly whole: Tree;
  /** Of the headings of the whole outline. */
  readonly numbers: ReadonlyMap<string, string>;
  /** The branch that is shown, or the whole outline. */
  readonly items: readonly OutlineItem[];
  readonly tree: Tree;
  readonly rows: readonly Row[];
}

/** The outline as a tree, the branch of it that is shown, and the rows of that. */
export function useRows(model: OutlineModel): ShownRows {
  const all = useOutline(model, (state) => state.items);
  const collapsed = useOutline(model, (state) => state.collapsed);
  const root = useZoom(model);
  const whole = useMemo(() => treeOf(all), [all]);
  const numbers = useMemo(() => numbersOf(whole), [whole]);
  const items = useMemo(() => (root === null ? all : itemsBelow(all, root)), [all, root]);
  const tree = useMemo(() => (root === null ? whole : treeOf(items)), [whole, items, root]);
  const rows = useMemo(() => visibleRows(tree, collapsed, numbers), [tree, collapsed, numbers]);
  return { whole, numbers, items, tree, rows };
}
