import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OutlineItem } from '../../../main/contract/index.ts';
import { insertItem, moveItems, removeItems } from '../../../renderer/outline/tree/deeds.ts';
import { neighbourOf, type Step, stepMoves } from '../../../renderer/outline/tree/steps.ts';
import {
  branchOf,
  childrenOf,
  headsOf,
  isWithinAny,
  parentOf,
  placeOf,
  treeOf,
} from '../../../renderer/outline/tree/tree.ts';
import { anyTree, chosenFrom, expectWhole, item, parentFrom, SMALL, shape, some } from './trees.ts';

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
