import type { OutlineItem } from '../../../main/contract/index.ts';
import { type Plan, plansOf } from './plan.ts';
import { childrenOf, type Tree } from './tree.ts';

/** One line of the outline as it is shown now. */
export interface Row {
  readonly item: OutlineItem;
  /** 0 at the top. */
  readonly depth: number;
  readonly children: number;
  readonly isOpen: boolean;
  /** Place among its siblings from 1, and how many there are, for screen readers. */
  readonly place: number;
  readonly siblings: number;
  /** `1.2` for headings; empty otherwise. */
  readonly number: string;
  readonly plan: Plan;
}

/**
 * The rows that are not inside a collapsed item, from top to bottom.
 * @param numbers and `plans` of the whole outline, where `tree` is a branch of it
 */
export function visibleRows(
  tree: Tree,
  collapsed: ReadonlySet<string>,
  numbers: ReadonlyMap<string, string> = numbersOf(tree),
  plans: ReadonlyMap<string | null, Plan> = plansOf(tree),
): Row[] {
  const rows: Row[] = [];
  const visit = (parentId: string | null, depth: number) => {
    const siblings = childrenOf(tree, parentId);
    siblings.forEach((id, index) => {
      const item = tree.byId.get(id);
      const plan = plans.get(id);
      if (!item || !plan) return;
      const children = childrenOf(tree, id).length;
      const isOpen = children > 0 && !collapsed.has(id);
      rows.push({
        item,
        depth,
        children,
        isOpen,
        place: index + 1,
        siblings: siblings.length,
        number: numbers.get(id) ?? '',
        plan,
      });
      if (isOpen) visit(id, depth + 1);
    });
  };
  visit(null, 0);
  return rows;
}

/** The next rows, with the very objects of before wherever nothing differs, so that only changed ones are painted. */
export function reuseRows(before: readonly Row[], next: readonly Row[]): readonly Row[] {
  const known = new Map(before.map((row) => [row.item.id, row]));
  return next.map((row) => {
    const old = known.get(row.item.id);
    return old && isSameRow(old, row) ? old : row;
  });
}

function isSameRow(a: Row, b: Row): boolean {
  return (
    a.item === b.item &&
    a.depth === b.depth &&
    a.children === b.children &&
    a.isOpen === b.isOpen &&
    a.place === b.place &&
    a.siblings === b.siblings &&
    a.number === b.number &&
    a.plan.words === b.plan.words &&
    a.plan.target === b.plan.target &&
    a.plan.done === b.plan.done &&
    a.plan.headings === b.plan.headings
  );
}

/** The numbers of the headings: `1`, `1.1`, … A heading below a text counts under the heading above that. */
export function numbersOf(tree: Tree): Map<string, string> {
  const numbers = new Map<string, string>();
  const visit = (parentId: string | null, prefix: string, counter: { last: number }) => {
    for (const id of childrenOf(tree, parentId)) {
      if (tree.byId.get(id)?.kind !== 'heading') {
        visit(id, prefix, counter);
        continue;
      }
      const number = `${prefix}${++counter.last}`;
      numbers.set(id, number);
      visit(id, `${number}.`, { last: 0 });
    }
  };
  visit(null, '', { last: 0 });
  return numbers;
}
