import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowAt, rowsWithin, topsOf } from '../../../renderer/outline/tree/window.ts';

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
