import { useMemo } from 'react';
import type { OutlineItem } from '../../../main/contract/index.ts';
import { type Plan, plansOf } from '../tree/plan.ts';
import { numbersOf, type Row, reuseRows, visibleRows } from '../tree/rows.ts';
import { itemsBelow, type Tree, treeOf } from '../tree/tree.ts';
import { useOutline } from './models.ts';
import type { OutlineModel } from './outline-model.ts';
import { useZoom } from './zoom.ts';

export interface ShownRows {
  /** The whole outline. */
  readonly whole: Tree;
  /** Of the headings of the whole outline. */
  readonly numbers: ReadonlyMap<string, string>;
  /** Of the items of the whole outline, and, for null, of all together. */
  readonly plans: ReadonlyMap<string | null, Plan>;
  /** The branch that is shown, or the whole outline. */
  readonly items: readonly OutlineItem[];
  readonly tree: Tree;
  readonly rows: readonly Row[];
}

/** What is worked out of some items, and what was asked for it. */
interface Kept extends ShownRows {
  readonly all: readonly OutlineItem[];
  readonly collapsed: ReadonlySet<string>;
  readonly root: string | null;
}

const kept = new WeakMap<OutlineModel, Kept>();

/** The outline as a tree, the branch of it that is shown, and the rows of that; worked out once for all who ask. */
export function useRows(model: OutlineModel): ShownRows {
  const all = useOutline(model, (state) => state.items);
  const collapsed = useOutline(model, (state) => state.collapsed);
  const root = useZoom(model);
  return useMemo(() => rowsOf(model, all, collapsed, root), [model, all, collapsed, root]);
}

function rowsOf(
  model: OutlineModel,
  all: readonly OutlineItem[],
  collapsed: ReadonlySet<string>,
  root: string | null,
): ShownRows {
  const before = kept.get(model);
  if (before?.all === all && before.collapsed === collapsed && before.root === root) return before;
  const whole = treeOf(all);
  const isKnown = before?.all === all;
  const numbers = isKnown ? before.numbers : numbersOf(whole);
  const plans = isKnown ? before.plans : plansOf(whole);
  const items = root === null ? all : itemsBelow(all, root);
  const tree = treeOf(items);
  const rows = reuseRows(before?.rows ?? [], visibleRows(tree, collapsed, numbers, plans));
  const now = { all, collapsed, root, whole, numbers, plans, items, tree, rows };
  kept.set(model, now);
  return now;
}
