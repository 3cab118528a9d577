import { expect, test } from 'vitest';
import { createEstimate } from '../../../renderer/reader/estimate.ts';
import { createHeightIndex } from '../../../renderer/reader/height-index.ts';
import { mountedRows, rowsInView } from '../../../renderer/reader/window.ts';

test('the window holds the screen and what is kept around it, inside the text', () => {
  const index = createHeightIndex(1000, () => 50);
  expect(rowsInView(index, 0, 500, 0)).toEqual({ first: 0, last: 10 });
  expect(rowsInView(index, 10_000, 500, 0.5)).toEqual({ first: 195, last: 215 });
  expect(rowsInView(index, 49_800, 500, 1)).toEqual({ first: 986, last: 999 });
  expect(
    rowsInView(
      createHeightIndex(0, () => 0),
      0,
      500,
    ),
  ).toEqual({ first: 0, last: -1 });
});

test('the ends of a selection stay mounted, in order, and are not mounted twice', () => {
  expect(mountedRows({ first: 5, last: 7 }, [900, 2, 6])).toEqual([2, 5, 6, 7, 900]);
});

test('the estimate learns from rows that were laid out', () => {
  const estimate = createEstimate(28, 14, 60);
  expect(estimate.heightFor(30)).toBe(42);
  for (let row = 0; row < 50; row++) estimate.learn(800, 14 + 28 * 10);
  expect(estimate.drift()).toBeGreaterThan(0.3);
  estimate.settle();
  expect(estimate.drift()).toBe(0);
  expect(Math.abs(estimate.heightFor(800) - (14 + 28 * 10))).toBeLessThanOrEqual(28);
});
