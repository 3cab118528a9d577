import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFound } from '../../../../renderer/reader/find/found.ts';

/** Matches in their order, none empty and none overlapping another. */
const matches = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 5 })), { maxLength: 600 })
  .map((steps) => {
    let end = 0;
    return steps.map(([gap, length]) => {
      const start = end + gap;
      end = start + length;
      return { start, end };
    });
  });

test('matches come back as they were added, and are found by their places', () => {
  fc.assert(
    fc.property(matches, fc.nat(4000), (all, offset) => {
      const found = createFound();
      for (const { start, end } of all) found.add(start, end);
      expect(Array.from({ length: found.count }, (_, index) => found.at(index))).toEqual(all);
      const first = (index: number) => (index < 0 ? all.length : index);
      expect(found.firstFrom(offset)).toBe(first(all.findIndex(({ start }) => start >= offset)));
      expect(found.firstBeyond(offset)).toBe(first(all.findIndex(({ end }) => end > offset)));
    }),
  );
});
