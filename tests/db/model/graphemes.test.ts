import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graphemeBoundaryAfter, graphemeBoundaryBefore, isGraphemeBoundary } from '../../../db/model/graphemes.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function boundaries(text: string): number[] {
  return [...Array.from(segmenter.segment(text), ({ index }) => index), text.length];
}

/** Characters that join with others in all the ways there are, and plain ones between them. */
const joining = fc.array(
  fc.constantFrom(
    ...['a', 'ø', ' ', '\n', '\r', '漢', 'क', '\u094d', 'ष', '\u093f', '\u0e33', 'ก', '\u0301', '\u200d', '\u200c'],
    ...[
      '👩',
      '👧',
      '🏽',
      '🇳',
      '🇴',
      '\ufe0f',
      '☺',
      '\u1100',
      '\u1161',
      '\u11a8',
      '각',
      '\u0600',
      '\u00ad',
      '\u0d4e',
      '𐍈',
    ],
  ),
  { maxLength: 30 },
);

test.each([
  ['characters that join', joining.map((signs) => signs.join(''))],
  ['any characters', fc.string({ unit: 'binary', maxLength: 40 })],
])('a place is a boundary exactly where the whole text is parted there: %s', (_, texts) => {
  fc.assert(
    fc.property(texts, (text) => {
      const places = Array.from({ length: text.length + 1 }, (_, at) => at);
      expect(places.filter((at) => isGraphemeBoundary(text, at))).toEqual([...new Set(boundaries(text))]);
    }),
    { numRuns: 500 },
  );
});

test('the boundaries nearest to a place inside a family of three, and inside a letter with a thousand marks', () => {
  expect([graphemeBoundaryBefore('x👩‍👩‍👧y', 4), graphemeBoundaryAfter('x👩‍👩‍👧y', 4)]).toEqual([1, 9]);
  const long = `xe${'\u0301'.repeat(1000)}y`;
  expect([graphemeBoundaryBefore(long, 700), graphemeBoundaryAfter(long, 700)]).toEqual([1, 1002]);
});

test('a paragraph that is one grapheme of a hundred thousand marks is parted now and then, and keeps nobody waiting', () => {
  const harm = `e${'\u0301'.repeat(100_000)}`;
  const place = graphemeBoundaryBefore(harm, 90_000);
  expect(place).toBe(90_000);
  expect(graphemeBoundaryBefore(harm, 900)).toBe(0);
  expect(isGraphemeBoundary(harm, graphemeBoundaryAfter(harm, 900))).toBe(true);
});
