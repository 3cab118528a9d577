import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OutlineItem } from '../../../main/contract/index.ts';
import { moveItems } from '../../../renderer/outline/tree/deeds.ts';
import { plansOf } from '../../../renderer/outline/tree/plan.ts';
import { numbersOf, reuseRows, visibleRows } from '../../../renderer/outline/tree/rows.ts';
import { stepMoves } from '../../../renderer/outline/tree/steps.ts';
import { branchOf, itemsBelow, parentOf, pathTo, treeOf } from '../../../renderer/outline/tree/tree.ts';
import { anyTree, chosenFrom, item, SMALL, shape } from './trees.ts';

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
