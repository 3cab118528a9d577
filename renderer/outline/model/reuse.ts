import type { OutlineItem } from '../../../main/contract/index.ts';
import { isSame } from '../../state/index.ts';

/** The next items, with the very objects of before wherever nothing differs, so that only changed rows are painted. */
export function reuseItems(before: readonly OutlineItem[], next: readonly OutlineItem[]): readonly OutlineItem[] {
  const known = new Map(before.map((item) => [item.id, item]));
  const reused = next.map((item) => {
    const old = known.get(item.id);
    return old && isSame(old, item) ? old : item;
  });
  const isAll = reused.length === before.length && reused.every((item, index) => item === before[index]);
  return isAll ? before : reused;
}
