import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupEntries, placeEntries } from '../../../renderer/reader/margin-layout.ts';

const entries = fc
  .array(fc.record({ wanted: fc.nat(2000), height: fc.integer({ min: 10, max: 90 }) }), { maxLength: 50 })
  .map((list) => list.sort((a, b) => a.wanted - b.wanted));

test('no entry covers another or stands above its passage', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const tops = placeEntries(list);
      for (const [at, { wanted, height }] of list.entries()) {
        const top = tops[at] ?? Number.NaN;
        expect(top).toBeGreaterThanOrEqual(wanted);
        expect(tops[at + 1] ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(top + height);
      }
    }),
  );
});

test('a dense place is folded, and no entry is lost', () => {
  const dense = Array.from({ length: 7 }, (_, at) => ({ id: `${at}`, wanted: 100 + at }));
  const [place, apart] = groupEntries([...dense, { id: 'apart', wanted: 400 }]);
  expect(place?.shown.map(({ id }) => id)).toEqual(['0', '1']);
  expect(place?.more.map(({ id }) => id)).toEqual(['2', '3', '4', '5', '6']);
  expect(apart).toEqual({ shown: [{ id: 'apart', wanted: 400 }], more: [] });
});
