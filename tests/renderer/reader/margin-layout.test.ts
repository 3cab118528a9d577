import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrange, type MarginItem, placeEntries, wantedBy } from '../../../renderer/reader/margin/layout.ts';

interface Entry {
  readonly id: string;
  readonly wanted: number;
  readonly height: number;
}

const entries = fc
  .array(fc.record({ wanted: fc.nat(2000), height: fc.integer({ min: 10, max: 90 }) }), { maxLength: 80 })
  .map((list) => list.sort((a, b) => a.wanted - b.wanted).map((entry, at): Entry => ({ ...entry, id: `${at}` })));

/** A short note and a cluster are one or two lines high. */
const heightOf = (item: MarginItem<Entry>) =>
  item.kind === 'note' && !item.isShort
    ? item.entry.height
    : Math.min(33, item.kind === 'note' ? item.entry.height : 33);

const idsOf = (items: readonly MarginItem<Entry>[]) =>
  items.flatMap((item) => (item.kind === 'note' ? [item.entry.id] : item.entries.map(({ id }) => id)));

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

test('every entry is somewhere once, and none is far from its passage however dense the place', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const items = arrange(list, ({ height }) => height);
      expect(idsOf(items).sort()).toEqual(list.map(({ id }) => id).sort());
      const tops = placeEntries(items.map((item) => ({ wanted: wantedBy(item), height: heightOf(item) })));
      for (const [at, item] of items.entries()) {
        expect((tops[at] ?? Number.NaN) - wantedBy(item)).toBeLessThanOrEqual(72 + 96);
      }
    }),
  );
});

test('what fits is stacked and left whole', () => {
  const few = [100, 104, 110, 400].map((wanted, at) => ({ id: `${at}`, wanted, height: 20 }));
  expect(arrange(few, ({ height }) => height)).toEqual(few.map((entry) => ({ kind: 'note', entry, isShort: false })));
});

test('a thousand notes on a screen are some twenty clusters, the same while the text is scrolled', () => {
  const dense = Array.from({ length: 1000 }, (_, at) => ({ id: `${at}`, wanted: at * 0.9, height: 20 }));
  const items = arrange(dense, ({ height }) => height);
  expect(items.every(({ kind }) => kind === 'cluster')).toBe(true);
  expect(items.length).toBe(Math.ceil((999 * 0.9) / 48));
  const scrolled = arrange(dense.slice(300), ({ height }) => height);
  expect(scrolled.slice(1)).toEqual(items.slice(-(scrolled.length - 1)));
});

test('an entry somebody is busy with stays out of its cluster', () => {
  const dense = Array.from({ length: 9 }, (_, at) => ({ id: `${at}`, wanted: 100 + at, height: 20 }));
  const items = arrange(dense, ({ height }) => height, ['4']);
  expect(items).toMatchObject([{ kind: 'note', entry: { id: '4' } }, { kind: 'cluster' }]);
  expect(idsOf(items).sort()).toEqual(dense.map(({ id }) => id));
});
