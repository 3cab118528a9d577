import type { OutlineItem } from '../../../main/contract/index.ts';

/** The next items, with the very objects and the very list of before wherever nothing differs, so that little is worked out anew. */
export function reuseItems(before: readonly OutlineItem[], next: readonly OutlineItem[]): readonly OutlineItem[] {
  const known = new Map(before.map((item) => [item.id, item]));
  const reused = next.map((item) => {
    const old = known.get(item.id);
    return old && isSame(old, item) ? old : item;
  });
  const isLike = (other: readonly OutlineItem[]) =>
    reused.length === other.length && reused.every((item, index) => item === other[index]);
  return isLike(before) ? before : isLike(next) ? next : reused;
}

/** By hand, because it is asked of thousands with every move: field by field, and never by the names of fields. */
function isSame(a: OutlineItem, b: OutlineItem): boolean {
  return (
    a === b ||
    (a.parentId === b.parentId &&
      a.position === b.position &&
      a.text === b.text &&
      a.kind === b.kind &&
      a.refId === b.refId &&
      a.resolved === b.resolved &&
      a.words === b.words &&
      a.gist === b.gist &&
      a.status === b.status &&
      a.target === b.target &&
      a.locator === b.locator &&
      a.sourceTitle === b.sourceTitle &&
      a.sourceId === b.sourceId &&
      a.colour === b.colour &&
      (a.tags ?? []).join('\n') === (b.tags ?? []).join('\n'))
  );
}
