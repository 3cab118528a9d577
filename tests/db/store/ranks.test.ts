import fc from 'fast-check';
import { expect, test } from 'vitest';
import { place, RANK_GAP } from '../../../db/store/ranks.ts';

test('the first, the last, and one between', () => {
  expect(place([])).toEqual({ rank: RANK_GAP });
  expect(place([5])).toEqual({ rank: 5 + RANK_GAP });
  expect(place([5], 0)).toEqual({ rank: 5 - RANK_GAP });
  expect(place([2, 8], 1)).toEqual({ rank: 5 });
  expect(place([2, 3], 1)).toEqual({ rank: 2 * RANK_GAP, siblings: [RANK_GAP, 3 * RANK_GAP] });
});

test('whatever is put anywhere, the order is the order of a list', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 3 }), { maxLength: 80, size: 'max' }), (positions) => {
      let kept: { name: number; rank: number }[] = [];
      const expected: number[] = [];
      positions.forEach((position, name) => {
        const placement = place(
          kept.map(({ rank }) => rank),
          position,
        );
        if ('siblings' in placement) {
          kept = kept.map((each, index) => ({ ...each, rank: placement.siblings[index] ?? Number.NaN }));
        }
        kept = [...kept, { name, rank: placement.rank }].sort((a, b) => a.rank - b.rank);
        expected.splice(Math.min(position, expected.length), 0, name);
        expect(kept.map((each) => each.name)).toEqual(expected);
        expect(new Set(kept.map(({ rank }) => rank)).size).toBe(kept.length);
        expect(kept.every(({ rank }) => Number.isSafeInteger(rank))).toBe(true);
      });
    }),
  );
});
