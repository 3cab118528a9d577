import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OutlineItem } from '../../../main/contract/index.ts';
import { insertItem, moveItem, removeItem } from '../../../renderer/outline/tree/deeds.ts';
import { dropPlace } from '../../../renderer/outline/tree/drop.ts';
import { numbersOf, visibleRows } from '../../../renderer/outline/tree/rows.ts';
import { type Step, stepPlace } from '../../../renderer/outline/tree/steps.ts';
import { branchOf, flatten, isWithin, parentOf, placeOf, treeOf } from '../../../renderer/outline/tree/tree.ts';
import { rowAt, rowsWithin, topsOf } from '../../../renderer/outline/tree/window.ts';

function item(
  id: string,
  parentId: string | null,
  position: number,
  kind: OutlineItem['kind'] = 'heading',
): OutlineItem {
  return { id, outlineId: 'o', parentId, position, kind, refId: null, text: id, resolved: true, words: 1 };
}

/**
 * 1 a
 *   1.1 b
 *     q
 *   1.2 c
 * 2 d
 */
const SMALL = [
  item('a', null, 0),
  item('b', 'a', 0),
  item('q', 'b', 0, 'quotation'),
  item('c', 'a', 1),
  item('d', null, 1),
];

function shape(items: readonly OutlineItem[]): string {
  const tree = treeOf(items);
  const write = (parent: string | null): string =>
    (tree.childrenOf.get(parent) ?? []).map((id) => (tree.childrenOf.has(id) ? `${id}(${write(id)})` : id)).join(' ');
  return write(null);
}

/** Any tree: each item hangs below one made before it, or at the top. */
const anyTree = fc
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

function expectWhole(before: readonly OutlineItem[], after: readonly OutlineItem[]): void {
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

describe('moving items', () => {
  test('any sequence of moves keeps a tree: nothing lost, nothing twice, no ring', () => {
    fc.assert(
      fc.property(anyTree, fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(45)), { maxLength: 15 }), (start, moves) => {
        let items: readonly OutlineItem[] = start;
        for (const [which, where, position] of moves) {
          const id = items[which % items.length]?.id ?? '';
          const parentId = [...items.map((each) => each.id), null][where % (items.length + 1)] ?? null;
          const next = moveItem(items, id, { parentId, position });
          if (isWithin(treeOf(items), parentId, id)) expect(next).toBe(items);
          expectWhole(items, next);
          items = next;
        }
      }),
    );
  });

  test('moving there and back again restores the outline exactly', () => {
    fc.assert(
      fc.property(anyTree, fc.nat(), fc.nat(), fc.nat(45), (start, which, where, position) => {
        const id = start[which % start.length]?.id ?? '';
        const parentId = [...start.map((each) => each.id), null][where % (start.length + 1)] ?? null;
        const moved = moveItem(start, id, { parentId, position });
        expect(moveItem(moved, id, placeOf(treeOf(start), id))).toEqual(start);
      }),
    );
  });

  test('position counts among the new siblings without the item itself', () => {
    const flat = [item('a', null, 0), item('b', null, 1), item('c', null, 2)];
    expect(shape(moveItem(flat, 'a', { parentId: null, position: 1 }))).toBe('b a c');
    expect(shape(moveItem(flat, 'a', { parentId: null, position: 9 }))).toBe('b c a');
    expect(shape(moveItem(SMALL, 'd', { parentId: 'a', position: 1 }))).toBe('a(b(q) d c)');
  });

  test('taking an item out takes all below it, putting one in pushes the others down', () => {
    expect(shape(removeItem(SMALL, 'b'))).toBe('a(c) d');
    expect(shape(insertItem(SMALL, item('n', 'a', 1)))).toBe('a(b(q) n c) d');
    expect(insertItem(SMALL, item('n', 'a', 1)).find(({ id }) => id === 'c')?.position).toBe(2);
  });
});

describe('steps of the keyboard', () => {
  test.each<[string, Step, string]>([
    ['c', 'up', 'a(c b(q)) d'],
    ['b', 'down', 'a(c b(q)) d'],
    ['c', 'in', 'a(b(q c)) d'],
    ['b', 'out', 'a(c) b(q) d'],
    ['q', 'down', 'a(b c(q)) d'],
    ['d', 'in', 'a(b(q) c d)'],
  ])('%s %s', (id, step, expected) => {
    const place = stepPlace(treeOf(SMALL), id, step);
    expect(place).not.toBeNull();
    if (place) expect(shape(moveItem(SMALL, id, place))).toBe(expected);
  });

  test.each<[string, Step]>([
    ['a', 'up'],
    ['d', 'down'],
    ['a', 'in'],
    ['d', 'out'],
  ])('%s cannot go %s', (id, step) => {
    expect(stepPlace(treeOf(SMALL), id, step)).toBeNull();
  });

  test('out undoes in', () => {
    fc.assert(
      fc.property(anyTree, fc.nat(), (start, which) => {
        const id = start[which % start.length]?.id ?? '';
        const inward = stepPlace(treeOf(start), id, 'in');
        fc.pre(inward !== null);
        if (!inward) return;
        const moved = moveItem(start, id, inward);
        const outward = stepPlace(treeOf(moved), id, 'out');
        expect(outward && moveItem(moved, id, outward)).toEqual(start);
      }),
    );
  });
});

describe('dropping', () => {
  test('a drop puts the item into the gap that was shown, at the depth that was shown', () => {
    fc.assert(
      fc.property(anyTree, fc.nat(), fc.nat(), fc.nat(6), (start, which, where, wanted) => {
        const tree = treeOf(start);
        const rows = visibleRows(tree, new Set());
        const id = start[which % start.length]?.id ?? '';
        const gap = where % (rows.length + 1);
        const place = dropPlace(tree, rows, gap, wanted, id);
        const moved = moveItem(start, id, place);
        expectWhole(start, moved);
        const after = visibleRows(treeOf(moved), new Set());
        const stays = (row: (typeof rows)[number]) => !isWithin(tree, row.item.id, id);
        const above = rows
          .slice(0, gap)
          .filter(stays)
          .map((row) => row.item.id);
        const landed = after.findIndex((row) => row.item.id === id);
        expect(after.slice(0, landed).map((row) => row.item.id)).toEqual(above);
        expect(after[landed]?.depth).toBe(place.depth);
      }),
    );
  });

  test('a drop onto the gap below a collapsed item goes behind it or to its end', () => {
    const tree = treeOf(SMALL);
    const rows = visibleRows(tree, new Set(['a']));
    expect(rows.map((row) => row.item.id)).toEqual(['a', 'd']);
    expect(dropPlace(tree, rows, 1, 0, null)).toEqual({ parentId: null, position: 1, depth: 0 });
    expect(dropPlace(tree, rows, 1, 5, null)).toEqual({ parentId: 'a', position: 2, depth: 1 });
  });
});

describe('rows', () => {
  test('headings are numbered, words rolled up, collapsed items keep theirs inside', () => {
    const rows = visibleRows(treeOf(SMALL), new Set(['b']));
    expect(rows.map((row) => [row.number, row.item.id, row.words, row.depth, `${row.place}/${row.siblings}`])).toEqual([
      ['1', 'a', 4, 0, '1/2'],
      ['1.1', 'b', 2, 1, '1/2'],
      ['1.2', 'c', 1, 1, '2/2'],
      ['2', 'd', 1, 0, '2/2'],
    ]);
  });

  test('a heading below a text counts on under the heading above', () => {
    const items = [item('a', null, 0), item('t', 'a', 0, 'text'), item('b', 't', 0), item('c', 'a', 1)];
    expect([...numbersOf(treeOf(items))]).toEqual([
      ['a', '1'],
      ['b', '1.1'],
      ['c', '1.2'],
    ]);
  });

  test('an item whose parent is missing is shown at the top rather than lost', () => {
    const tree = treeOf([item('a', 'gone', 0)]);
    expect(parentOf(tree, 'a')).toBeNull();
    expect(visibleRows(tree, new Set()).length).toBe(1);
  });
});

describe('the window on the rows', () => {
  test('the row at a height is the one that covers it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 60 }),
        fc.nat(6000),
        (heights, y) => {
          const tops = topsOf(heights.length, (index) => heights[index] ?? 0);
          const row = rowAt(tops, y);
          expect(tops[row] ?? 0).toBeLessThanOrEqual(y);
          if (row < heights.length - 1) expect(tops[row + 1] ?? 0).toBeGreaterThan(y);
        },
      ),
    );
  });

  test('only rows near the viewport are painted', () => {
    const tops = topsOf(2000, () => 30);
    expect(rowsWithin(tops, 3000, 600, 90)).toEqual([97, 124]);
    expect(
      rowsWithin(
        topsOf(0, () => 30),
        0,
        600,
        90,
      ),
    ).toEqual([0, 0]);
  });
});
