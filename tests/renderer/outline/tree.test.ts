import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OutlineItem } from '../../../main/contract/index.ts';
import { insertItem, moveItems, removeItems } from '../../../renderer/outline/tree/deeds.ts';
import { dropPlace } from '../../../renderer/outline/tree/drop.ts';
import { plansOf } from '../../../renderer/outline/tree/plan.ts';
import { numbersOf, reuseRows, visibleRows } from '../../../renderer/outline/tree/rows.ts';
import { neighbourOf, type Step, stepMoves } from '../../../renderer/outline/tree/steps.ts';
import {
  branchOf,
  childrenOf,
  flatten,
  headsOf,
  isWithinAny,
  itemsBelow,
  parentOf,
  pathTo,
  placeOf,
  treeOf,
} from '../../../renderer/outline/tree/tree.ts';
import { twinsOf } from '../../../renderer/outline/tree/twins.ts';
import { rowAt, rowsWithin, topsOf } from '../../../renderer/outline/tree/window.ts';

function item(
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

/** Some items of a tree, by numbers that may be beyond its end, and a place that may be in their own branches. */
function chosenFrom(items: readonly OutlineItem[], which: readonly number[]): string[] {
  return which.map((each) => items[each % items.length]?.id ?? '');
}

function parentFrom(items: readonly OutlineItem[], where: number): string | null {
  return [...items.map((each) => each.id), null][where % (items.length + 1)] ?? null;
}

const some = fc.array(fc.nat(), { minLength: 1, maxLength: 5 });

describe('moving items', () => {
  test('any sequence of moves keeps a tree: nothing lost, nothing twice, no ring', () => {
    fc.assert(
      fc.property(anyTree, fc.array(fc.tuple(some, fc.nat(), fc.nat(45)), { maxLength: 15 }), (start, moves) => {
        let items: readonly OutlineItem[] = start;
        for (const [which, where, position] of moves) {
          const ids = chosenFrom(items, which);
          const parentId = parentFrom(items, where);
          const next = moveItems(items, { ids, parentId, position });
          const tree = treeOf(items);
          expectWhole(items, next);
          if (isWithinAny(tree, parentId, new Set(ids))) expect(next).toBe(items);
          else {
            // Those that stand below others went along with them, the rest stand next to each other in their order.
            const moved = headsOf(tree, ids);
            const at = placeOf(treeOf(next), moved[0] ?? '');
            expect(at.parentId).toBe(parentId);
            expect(childrenOf(treeOf(next), parentId).slice(at.position, at.position + moved.length)).toEqual(moved);
            for (const id of moved) expect(branchOf(treeOf(next), id)).toEqual(branchOf(tree, id));
          }
          items = next;
        }
      }),
    );
  });

  test('any sequence of steps with several keeps a tree', () => {
    const step = fc.constantFrom<Step>('up', 'down', 'in', 'out');
    fc.assert(
      fc.property(anyTree, fc.array(fc.tuple(some, step), { maxLength: 15 }), (start, steps) => {
        let items: readonly OutlineItem[] = start;
        for (const [which, each] of steps) {
          const named = new Set(chosenFrom(items, which));
          const ids = items.flatMap(({ id }) => (named.has(id) ? [id] : []));
          const heads = headsOf(treeOf(items), ids);
          const next = stepMoves(items, ids, each).reduce(moveItems, items);
          expectWhole(items, next);
          // All that is not moved keeps its order, and so does what is moved from the same place.
          const moved = new Set(heads.flatMap((id) => branchOf(treeOf(items), id)));
          const order = (all: readonly OutlineItem[], wanted: (id: string) => boolean) =>
            all.flatMap(({ id }) => (wanted(id) ? [id] : []));
          expect(order(next, (id) => !moved.has(id))).toEqual(order(items, (id) => !moved.has(id)));
          for (const siblings of Map.groupBy(heads, (id) => parentOf(treeOf(items), id)).values()) {
            expect(order(next, (id) => siblings.includes(id))).toEqual(siblings);
          }
          items = next;
        }
      }),
    );
  });

  test('moving one there and back again restores the outline exactly', () => {
    fc.assert(
      fc.property(anyTree, fc.nat(), fc.nat(), fc.nat(45), (start, which, where, position) => {
        const ids = chosenFrom(start, [which]);
        const moved = moveItems(start, { ids, parentId: parentFrom(start, where), position });
        expect(moveItems(moved, { ids, ...placeOf(treeOf(start), ids[0] ?? '') })).toEqual(start);
      }),
    );
  });

  test('position counts among the new siblings without the moved items', () => {
    const flat = [item('a', null, 0), item('b', null, 1), item('c', null, 2)];
    expect(shape(moveItems(flat, { ids: ['a'], parentId: null, position: 1 }))).toBe('b a c');
    expect(shape(moveItems(flat, { ids: ['a'], parentId: null, position: 9 }))).toBe('b c a');
    expect(shape(moveItems(flat, { ids: ['c', 'a'], parentId: null, position: 1 }))).toBe('b c a');
    expect(shape(moveItems(SMALL, { ids: ['d'], parentId: 'a', position: 1 }))).toBe('a(b(q) d c)');
    expect(shape(moveItems(SMALL, { ids: ['b', 'q', 'c'], parentId: null, position: 9 }))).toBe('a d b(q) c');
  });

  test('taking an item out takes all below it, putting one in pushes the others down', () => {
    expect(shape(removeItems(SMALL, ['b']))).toBe('a(c) d');
    expect(shape(insertItem(SMALL, item('n', 'a', 1)))).toBe('a(b(q) n c) d');
    expect(shape(removeItems(SMALL, ['q', 'b', 'd']))).toBe('a(c)');
    expect(insertItem(SMALL, item('n', 'a', 1)).find(({ id }) => id === 'c')?.position).toBe(2);
  });
});

describe('steps of the keyboard', () => {
  const stepped = (start: readonly OutlineItem[], ids: readonly string[], step: Step) =>
    stepMoves(start, ids, step).reduce(moveItems, start);

  test.each<[string, Step, string]>([
    ['c', 'up', 'a(c b(q)) d'],
    ['b', 'down', 'a(c b(q)) d'],
    ['c', 'in', 'a(b(q c)) d'],
    ['b', 'out', 'a(c) b(q) d'],
    ['q', 'down', 'a(b c(q)) d'],
    ['d', 'in', 'a(b(q) c d)'],
    ['b c', 'out', 'a b(q) c d'],
    ['b q', 'down', 'a(c b(q)) d'],
    ['b c d', 'in', 'a(b(q) c d)'],
    ['q d', 'in', 'a(b(q) c d)'],
    ['q c', 'out', 'a(b q) c d'],
    ['a d', 'up', 'a(b(q) c) d'],
  ])('%s %s', (ids, step, expected) => {
    expect(shape(stepped(SMALL, ids.split(' '), step))).toBe(expected);
  });

  test('several that are apart go each by themselves', () => {
    const flat = 'abcdef'.split('').map((id, index) => item(id, null, index));
    expect(shape(stepped(flat, ['b', 'd', 'e'], 'up'))).toBe('b a d e c f');
    expect(shape(stepped(flat, ['b', 'd', 'e'], 'down'))).toBe('a c b f d e');
    expect(shape(stepped(flat, ['b', 'd', 'e'], 'in'))).toBe('a(b) c(d e) f');
    expect(shape(stepped(stepped(flat, ['b', 'd', 'e'], 'in'), ['b', 'd', 'e'], 'out'))).toBe('a b c d e f');
    expect(stepMoves(flat, ['b', 'c', 'd'], 'up')).toHaveLength(1);
  });

  test.each<[string, Step]>([
    ['a', 'up'],
    ['d', 'down'],
    ['a', 'in'],
    ['d', 'out'],
    ['a d', 'up'],
    ['a d', 'out'],
  ])('%s cannot go %s', (ids, step) => {
    expect(stepMoves(SMALL, ids.split(' '), step)).toEqual([]);
  });

  test('out undoes in', () => {
    fc.assert(
      fc.property(anyTree, fc.nat(), (start, which) => {
        const ids = chosenFrom(start, [which]);
        fc.pre(stepMoves(start, ids, 'in').length > 0);
        expect(stepped(stepped(start, ids, 'in'), ids, 'out')).toEqual(start);
      }),
    );
  });

  test('when items go, the one after them is chosen, else the nearest before, else the parent', () => {
    const tree = treeOf(SMALL);
    expect(neighbourOf(tree, ['b'])).toBe('c');
    expect(neighbourOf(tree, ['c'])).toBe('b');
    expect(neighbourOf(tree, ['b', 'c'])).toBe('a');
    expect(neighbourOf(tree, ['a', 'd'])).toBeNull();
  });
});

describe('dropping', () => {
  test('a drop puts the item into the gap that was shown, at the depth that was shown', () => {
    fc.assert(
      fc.property(anyTree, some, fc.nat(), fc.nat(6), (start, which, where, wanted) => {
        const tree = treeOf(start);
        const rows = visibleRows(tree, new Set());
        const dragged = headsOf(tree, chosenFrom(start, which));
        const [id = ''] = dragged;
        const gap = where % (rows.length + 1);
        const place = dropPlace(tree, rows, gap, wanted, dragged);
        const moved = moveItems(start, { ids: dragged, ...place });
        expectWhole(start, moved);
        const after = visibleRows(treeOf(moved), new Set());
        const stays = (row: (typeof rows)[number]) => !isWithinAny(tree, row.item.id, new Set(dragged));
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
    expect(dropPlace(tree, rows, 1, 0, [])).toEqual({ parentId: null, position: 1, depth: 0 });
    expect(dropPlace(tree, rows, 1, 5, [])).toEqual({ parentId: 'a', position: 2, depth: 1 });
  });
});

describe('rows', () => {
  test('headings are numbered, words rolled up, collapsed items keep theirs inside', () => {
    const rows = visibleRows(treeOf(SMALL), new Set(['b']));
    expect(
      rows.map((row) => [row.number, row.item.id, row.plan.words, row.depth, `${row.place}/${row.siblings}`]),
    ).toEqual([
      ['1', 'a', 4, 0, '1/2'],
      ['1.1', 'b', 2, 1, '1/2'],
      ['1.2', 'c', 1, 1, '2/2'],
      ['2', 'd', 1, 0, '2/2'],
    ]);
  });

  test('words, targets and what is done are rolled up; a target of its own goes before those below', () => {
    const plan = (id: string, parent: string | null, more: Partial<OutlineItem>) => ({
      ...item(id, parent, 0),
      ...more,
    });
    const tree = treeOf([
      plan('a', null, { status: 'draft', words: 2 }),
      plan('b', 'a', { status: 'done', target: 100 }),
      plan('q', 'b', { kind: 'quotation', words: 30 }),
      { ...plan('c', 'a', { status: 'to-do', target: 50 }), position: 1 },
      { ...plan('d', null, { target: 1000 }), position: 1 },
      plan('e', 'd', { status: 'done', target: 10 }),
    ]);
    const plans = plansOf(tree);
    expect(plans.get('a')).toEqual({ words: 34, target: 150, done: 1, headings: 2 });
    expect(plans.get('b')).toEqual({ words: 31, target: 100, done: 0, headings: 0 });
    expect(plans.get('q')).toEqual({ words: 30, target: null, done: 0, headings: 0 });
    expect(plans.get('d')).toMatchObject({ target: 1000, done: 1, headings: 1 });
    expect(plans.get(null)).toEqual({ words: 36, target: 1150, done: 2, headings: 4 });
  });

  test('rows that say the same are the same objects, those that changed are new', () => {
    const before = visibleRows(treeOf(SMALL), new Set());
    const moved = moveItems(SMALL, { ids: ['c'], parentId: 'b', position: 1 });
    const after = reuseRows(before, visibleRows(treeOf(moved), new Set()));
    expect(after.map(({ item: { id } }) => id)).toEqual(['a', 'b', 'q', 'c', 'd']);
    expect(after.map((row) => before.includes(row))).toEqual([false, false, false, false, true]);
    expect(reuseRows(before, visibleRows(treeOf(SMALL.map((each) => each)), new Set()))).toEqual(before);
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

describe('a branch alone', () => {
  test('is an outline of its own, with the numbers of the whole', () => {
    const whole = treeOf(SMALL);
    const below = itemsBelow(SMALL, 'a');
    expect(shape(below)).toBe('b(q) c');
    const rows = visibleRows(treeOf(below), new Set(), numbersOf(whole));
    expect(rows.map(({ item, number, depth }) => [item.id, number, depth])).toEqual([
      ['b', '1.1', 0],
      ['q', '', 1],
      ['c', '1.2', 0],
    ]);
    expect(pathTo(whole, 'q').map(({ id }) => id)).toEqual(['a', 'b', 'q']);
    expect(itemsBelow(SMALL, 'd')).toEqual([]);
  });

  test('no step leads out of it', () => {
    const below = itemsBelow(SMALL, 'a');
    expect(stepMoves(below, ['b'], 'out')).toEqual([]);
    expect(stepMoves(below, ['c'], 'down')).toEqual([]);
    expect(stepMoves(SMALL, ['c'], 'out')).toHaveLength(1);
  });

  test('holds exactly what stands below', () => {
    fc.assert(
      fc.property(anyTree, fc.nat(), (start, which) => {
        const [id = ''] = chosenFrom(start, [which]);
        expect(
          itemsBelow(start, id)
            .map((each) => each.id)
            .toSorted(),
        ).toEqual(branchOf(treeOf(start), id).slice(1).toSorted());
      }),
    );
  });
});

describe('twins', () => {
  const quotation = (id: string, parentId: string | null, position: number, refId: string, text = refId) => ({
    ...item(id, parentId, position, 'quotation'),
    refId,
    text,
    sourceId: 's',
    locator: '¶ 1',
  });

  test('the same highlight, or the same words at the same place, by the heading they stand under', () => {
    const items = [
      ...SMALL,
      quotation('one', 'b', 1, 'h1'),
      quotation('two', 'd', 0, 'h1', 'as it was before'),
      quotation('three', null, 2, 'h2', 'h1'),
      quotation('other', 'd', 1, 'h3'),
    ];
    const tree = treeOf(items);
    const twins = twinsOf(tree, numbersOf(tree));
    expect([...twins.keys()]).toEqual(['one', 'two', 'three']);
    expect(twins.get('two')).toEqual([
      { id: 'one', under: '1.1' },
      { id: 'three', under: '' },
    ]);
    expect(twinsOf(tree, new Map()).get('two')?.[0]).toEqual({ id: 'one', under: 'b' });
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
