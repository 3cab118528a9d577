import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHeightIndex } from '../../../renderer/reader/height-index.ts';

/** As a browser measures: in 64ths of a pixel. */
const height = fc.integer({ min: 64, max: 500 * 64 }).map((units) => units / 64);
const heights = fc.array(height, { maxLength: 200 });

test('it agrees with adding up the heights one by one, also after changes', () => {
  fc.assert(
    fc.property(heights, fc.array(fc.tuple(fc.nat(250), height)), (list, changes) => {
      const plain = [...list];
      const index = createHeightIndex(list.length, (row) => list[row] ?? 0);
      for (const [row, height] of changes) {
        if (row < plain.length) plain[row] = height;
        index.set(row, height);
      }
      let top = 0;
      for (const [row, height] of plain.entries()) {
        expect(index.topOf(row)).toBe(top);
        expect(index.heightOf(row)).toBe(height);
        expect(index.rowAt(top)).toBe(row);
        expect(index.rowAt(top + height - 1)).toBe(row);
        top += height;
      }
      expect(index.total()).toBe(top);
      expect(index.rowAt(top + 10)).toBe(Math.max(0, plain.length - 1));
      expect(index.rowAt(-1)).toBe(0);
    }),
  );
});

test('filling it anew forgets what was there', () => {
  const index = createHeightIndex(5, () => 10);
  index.set(2, 99);
  index.fill((row) => row + 1);
  expect(index.total()).toBe(15);
  expect(index.rowAt(3)).toBe(2);
});
