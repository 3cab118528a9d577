import type { OutlineItem } from '../../../main/contract/index.ts';

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

function isSame(a: OutlineItem, b: OutlineItem): boolean {
  if (a === b) return true;
  return (
    a.parentId === b.parentId &&
    a.position === b.position &&
    a.text === b.text &&
    a.kind === b.kind &&
    a.refId === b.refId &&
    a.resolved === b.resolved &&
    a.words === b.words &&
    a.locator === b.locator &&
    a.sourceTitle === b.sourceTitle &&
    a.sourceId === b.sourceId &&
    a.colour === b.colour &&
    (a.tags ?? []).join('\n') === (b.tags ?? []).join('\n')
  );
}
