import { useMemo } from 'react';
import { type Row, visibleRows } from '../tree/rows.ts';
import { type Tree, treeOf } from '../tree/tree.ts';
import { useOutline } from './models.ts';
import type { OutlineModel } from './outline-model.ts';

/** The outline as a tree, and the rows of it that are shown. */
export function useRows(model: OutlineModel): { readonly tree: Tree; readonly rows: readonly Row[] } {
  const items = useOutline(model, (state) => state.items);
  const collapsed = useOutline(model, (state) => state.collapsed);
  const tree = useMemo(() => treeOf(items), [items]);
  const rows = useMemo(() => visibleRows(tree, collapsed), [tree, collapsed]);
  return { tree, rows };
}
