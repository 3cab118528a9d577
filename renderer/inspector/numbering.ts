import type { OutlineItem } from '../../main/contract/index.ts';

/** An item with its depth from 0 and, for a heading, its number among headings: `1.2`. */
export interface NumberedItem {
  readonly item: OutlineItem;
  readonly depth: number;
  readonly number: string;
}

/** Numbers the headings of a tree given flat, parents before their children. */
export function numbered(tree: readonly OutlineItem[]): readonly NumberedItem[] {
  const seen = new Map<string, { readonly depth: number; readonly number: string }>();
  const counts = new Map<string | null, number>();
  return tree.map((item) => {
    const parent = item.parentId === null ? undefined : seen.get(item.parentId);
    const depth = parent ? parent.depth + 1 : 0;
    let number = '';
    if (item.kind === 'heading') {
      const count = (counts.get(item.parentId) ?? 0) + 1;
      counts.set(item.parentId, count);
      number = parent?.number ? `${parent.number}.${count}` : String(count);
    }
    seen.set(item.id, { depth, number });
    return { item, depth, number };
  });
}
