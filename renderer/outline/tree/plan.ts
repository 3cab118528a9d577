import type { OutlineItem } from '../../../main/contract/index.ts';
import { childrenOf, type Tree } from './tree.ts';

/** How far an item is, together with all below it. */
export interface Plan {
  readonly words: number;
  /** The words it is to have; where nobody has said, what the headings below are to have; null where none of them says. */
  readonly target: number | null;
  /** Of the headings below that have a status, how many are done, and how many there are. */
  readonly done: number;
  readonly headings: number;
}

const NOTHING: Plan = { words: 0, target: null, done: 0, headings: 0 };

/** The plan of every item, and, for null, of all together. */
export function plansOf(tree: Tree): ReadonlyMap<string | null, Plan> {
  const plans = new Map<string | null, Plan>();
  const visit = (id: string | null): Plan => {
    const below = childrenOf(tree, id).reduce((sum, child) => added(sum, visit(child), tree.byId.get(child)), NOTHING);
    const item = id === null ? undefined : tree.byId.get(id);
    const plan = item ? { ...below, words: below.words + item.words, target: item.target ?? below.target } : below;
    plans.set(id, plan);
    return plan;
  };
  visit(null);
  return plans;
}

function added(sum: Plan, plan: Plan, item: OutlineItem | undefined): Plan {
  const status = item?.status ?? null;
  return {
    words: sum.words + plan.words,
    target: plan.target === null ? sum.target : (sum.target ?? 0) + plan.target,
    done: sum.done + plan.done + (status === 'done' ? 1 : 0),
    headings: sum.headings + plan.headings + (status === null ? 0 : 1),
  };
}
