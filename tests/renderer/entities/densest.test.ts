import { expect, test } from 'vitest';
import { densest } from '../../../renderer/entities/densest.ts';

const parts = (...counts: readonly number[]) =>
  counts.map((count, part) => ({ part, count, start: part, end: part + 1, firstBlock: part + 1, lastBlock: part + 2 }));

test.each([
  ['the most', [1, 4, 3], 1],
  ['the only one', [3], 0],
  ['as many in another', [4, 1, 4], undefined],
  ['too few to say so', [2, 1], undefined],
  ['none at all', [], undefined],
])('the densest part of a text: %s', (_, counts, part) => {
  expect(densest(parts(...counts))?.part).toBe(part);
});
