import fc from 'fast-check';
import { expect } from 'vitest';
import type { OutlineItem } from '../../../main/contract/index.ts';
import { branchOf, flatten, placeOf, treeOf } from '../../../renderer/outline/tree/tree.ts';

export function item(
  id: string,
  parentId: string | null,
  position: number,
  kind: OutlineItem['kind'] = 'heading',
): OutlineItem {
  return {
    id,
    outlineId: 'o',
    parentId,
    position,
    kind,
    refId: null,
    text: id,
    resolved: true,
    words: 1,
    gist: '',
    status: null,
    target: null,
  };
}

/**
 * 1 a
 *   1.1 b
 *     q
 *   1.2 c
 * 2 d
 */
export const SMALL = [
  item('a', null, 0),
  item('b', 'a', 0),
  item('q', 'b', 0, 'quotation'),
  item('c', 'a', 1),
  item('d', null, 1),
];

export function shape(items: readonly OutlineItem[]): string {
  const tree = treeOf(items);
  const write = (parent: string | null): string =>
    (tree.childrenOf.get(parent) ?? []).map((id) => (tree.childrenOf.has(id) ? `${id}(${write(id)})` : id)).join(' ');
  return write(null);
}

/** Any tree: each item hangs below one made before it, or at the top. */
export const anyTree = fc
  .array(fc.tuple(fc.nat(), fc.boolean(), fc.constantFrom('heading' as const, 'text' as const)), {
    minLength: 1,
    maxLength: 40,
  })
  .map((seeds) =>
    flatten(
      treeOf(
        seeds.map(([seed, top, kind], index) =>
          item(`i${index}`, top || index === 0 ? null : `i${seed % index}`, index, kind),
        ),
      ),
    ),
  );

export function expectWhole(before: readonly OutlineItem[], after: readonly OutlineItem[]): void {
  expect(after.map(({ id }) => id).toSorted()).toEqual(before.map(({ id }) => id).toSorted());
  const tree = treeOf(after);
  const reached = (tree.childrenOf.get(null) ?? []).flatMap((id) => branchOf(tree, id));
  expect(reached.length).toBe(after.length);
  for (const [index, each] of after.entries()) {
    expect(placeOf(tree, each.id)).toEqual({ parentId: each.parentId, position: each.position });
    const parent = after.findIndex(({ id }) => id === each.parentId);
    expect(parent).toBeLessThan(index);
  }
}

/** Some items of a tree, by numbers that may be beyond its end, and a place that may be in their own branches. */
export function chosenFrom(items: readonly OutlineItem[], which: readonly number[]): string[] {
  return which.map((each) => items[each % items.length]?.id ?? '');
}

export function parentFrom(items: readonly OutlineItem[], where: number): string | null {
  return [...items.map((each) => each.id), null][where % (items.length + 1)] ?? null;
}

export const some = fc.array(fc.nat(), { minLength: 1, maxLength: 5 });
