import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLOURS } from '../../../main/contract/index.ts';
import { barsOf } from '../../../renderer/reader/overview-bars.ts';

const counts = fc.tuple(...COLOURS.map(() => fc.nat(40)));
const stretches = fc.array(fc.tuple(counts, counts), { maxLength: 30 }).map((list) =>
  list.map(([passing, others], at) => ({
    start: at * 10,
    end: at * 10 + 10,
    passing,
    all: passing.map((count, colour) => count + (others[colour] ?? 0)),
  })),
);
const share = (offset: number) => offset / 300;

test('a bar shows each colour that is there, side by side and within the width; a hidden rest is not shown', () => {
  fc.assert(
    fc.property(
      stretches,
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom('hide' as const, 'dim' as const),
      (list, lines, rest) => {
        const bars = barsOf(list, share, lines, rest);
        expect(bars.map(({ line }) => line)).toEqual([...new Set(bars.map(({ line }) => line))].sort((a, b) => a - b));
        for (const { line, segments } of bars) {
          const here = list.filter(({ start }) => Math.min(lines - 1, Math.floor(share(start) * lines)) === line);
          const has = (of: (stretch: (typeof list)[number], at: number) => number) =>
            COLOURS.filter((_, at) => here.some((stretch) => of(stretch, at) > 0));
          expect(segments.filter(({ isFaint }) => !isFaint).map(({ colour }) => colour)).toEqual(
            has(({ passing }, at) => passing[at] ?? 0),
          );
          expect(segments.filter(({ isFaint }) => isFaint).map(({ colour }) => colour)).toEqual(
            rest === 'hide' ? [] : has(({ all, passing }, at) => (all[at] ?? 0) - (passing[at] ?? 0)),
          );
          for (const [at, { from, to }] of segments.entries()) {
            expect(from).toBe(segments[at - 1]?.to ?? 0);
            expect(to).toBeGreaterThan(from);
            expect(to).toBeLessThanOrEqual(1.000001);
          }
        }
      },
    ),
  );
});

test('the denser the longer, and a lone highlight is as long as any where none lies denser', () => {
  const lone = { start: 0, end: 10, all: [1, 0, 0, 0, 0], passing: [1, 0, 0, 0, 0] };
  const dense = { start: 100, end: 110, all: [90, 10, 0, 0, 0], passing: [90, 10, 0, 0, 0] };
  expect(barsOf([lone], share, 30, 'hide')).toEqual([
    { line: 0, segments: [{ colour: 'yellow', from: 0, to: 1, isFaint: false }] },
  ]);
  const [short, long] = barsOf([lone, dense], share, 30, 'hide');
  expect(short?.segments.at(-1)?.to).toBeCloseTo(0.5);
  expect(long?.segments.at(-1)?.to).toBeCloseTo(1);
});
