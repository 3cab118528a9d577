import fc from 'fast-check';
import { expect, test } from 'vitest';
import { place, RANK_GAP } from '../../../db/store/ranks.ts';

test('the first, the last, some between, and no room between', () => {
  expect(place([])).toEqual({ ranks: [RANK_GAP] });
  expect(place([5])).toEqual({ ranks: [5 + RANK_GAP] });
  expect(place([5], 0)).toEqual({ ranks: [5 - RANK_GAP] });
  expect(place([2, 8], 1)).toEqual({ ranks: [5] });
  expect(place([2, 8], 1, 2)).toEqual({ ranks: [4, 6] });
  expect(place([2, 3], 1)).toEqual({ ranks: [2 * RANK_GAP], siblings: [RANK_GAP, 3 * RANK_GAP] });
});

test('whatever is put anywhere, the order is the order of a list', () => {
  const newcomers = fc.tuple(fc.nat({ max: 3 }), fc.integer({ min: 1, max: 4 }));
  fc.assert(
    fc.property(fc.array(newcomers, { maxLength: 80, size: 'max' }), (arrivals) => {
      let kept: { name: string; rank: number }[] = [];
      const expected: string[] = [];
      arrivals.forEach(([position, count], arrival) => {
        const placement = place(
          kept.map(({ rank }) => rank),
          position,
          count,
        );
        kept = kept.map((each, index) => ({ ...each, rank: placement.siblings?.[index] ?? each.rank }));
        const names = placement.ranks.map((_, index) => `${arrival}.${index}`);
        expect(names).toHaveLength(count);
        kept = [...kept, ...placement.ranks.map((rank, index) => ({ name: names[index] ?? '', rank }))].sort(
          (a, b) => a.rank - b.rank,
        );
        expected.splice(Math.min(position, expected.length), 0, ...names);
        expect(kept.map((each) => each.name)).toEqual(expected);
        expect(new Set(kept.map(({ rank }) => rank)).size).toBe(kept.length);
        expect(kept.every(({ rank }) => Number.isSafeInteger(rank))).toBe(true);
      });
    }),
  );
});
