import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moveItems } from '../../../renderer/outline/tree/deeds.ts';
import { dropPlace } from '../../../renderer/outline/tree/drop.ts';
import { visibleRows } from '../../../renderer/outline/tree/rows.ts';
import { headsOf, isWithinAny, treeOf } from '../../../renderer/outline/tree/tree.ts';
import { anyTree, chosenFrom, expectWhole, SMALL, some } from './trees.ts';

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
