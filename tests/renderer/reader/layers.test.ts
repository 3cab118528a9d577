import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLOURS } from '../../../main/contract/index.ts';
import { stretchesOf } from '../../../renderer/reader/layers.ts';

const marks = fc.array(
  fc
    .tuple(fc.nat(200), fc.integer({ min: 1, max: 60 }), fc.constantFrom(...COLOURS))
    .map(([start, length, colour]) => ({ start, end: start + length, colour })),
  { maxLength: 40 },
);

test('what is painted is what is stored: each place has exactly the colours of the highlights that cover it', () => {
  fc.assert(
    fc.property(marks, (list) => {
      const stretches = stretchesOf(list);
      for (let at = 0; at < 270; at++) {
        const covering = list.filter(({ start, end }) => start <= at && at < end);
        const here = stretches.filter(({ start, end }) => start <= at && at < end);
        expect(here.length).toBe(covering.length > 0 ? 1 : 0);
        const colours = new Set(covering.map(({ colour }) => colour));
        expect(new Set(here.flatMap(({ bands }) => bands.map(({ colour }) => colour)))).toEqual(colours);
        expect(here[0]?.again ?? 0).toBe(covering.length - colours.size);
      }
      for (const { start, end } of stretches) expect(start).toBeLessThan(end);
    }),
  );
});

test('two colours share a line half and half, the first in the order of the keys on top', () => {
  const [stretch] = stretchesOf([
    { start: 0, end: 4, colour: 'blue' },
    { start: 0, end: 4, colour: 'yellow' },
  ]);
  expect(stretch?.bands).toEqual([
    { colour: 'yellow', thickness: 1 },
    { colour: 'blue', thickness: 0.5 },
  ]);
});
