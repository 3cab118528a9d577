import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findIn, type Wanted } from '../../../db/model/find-words.ts';
import { fold } from '../../../db/model/index.ts';
import { makePiece, offsetsOf } from '../../../renderer/reader/find/piece.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function find(text: string, words: string, options: Partial<Wanted> = {}): [number, number][] {
  const piece = makePiece(text, 0);
  const found: [number, number][] = [];
  const wanted = { words, exact: false, wholeWords: false, ...options };
  let at: number | null = 0;
  while (at !== null) at = findIn(piece, wanted, at, (from, to) => found.push([from, to]));
  return found;
}

/** Every pair of grapheme boundaries tried, the first that fits taken. */
function findSlowly(text: string, isFound: (stretch: string) => boolean, begins: (letter: string) => boolean) {
  const places = [...Array.from(segmenter.segment(text), ({ index }) => index), text.length];
  const found: [number, number][] = [];
  let least = 0;
  for (const from of places) {
    if (from < least || from >= text.length || !begins(String.fromCodePoint(text.codePointAt(from) ?? 0))) continue;
    const to = places.find((place) => place > from && isFound(text.slice(from, place)));
    if (to === undefined) continue;
    found.push([from, to]);
    least = to;
  }
  return found;
}

/** Letters that fold to none, one and several, marks, joiners, pairs, scripts from right to left and without spaces. */
const letter = fc.constantFrom(
  ...['a', 'A', 'e', 's', 'S', 'o', 'ø', 'Æ', 'ß', 'İ', 'ı', 'é', 'e\u0301', 'ﬁ', 'f', 'i', 'ς', 'Σ', '각', 'ㄱ', ' '],
  ...[
    '\u0301',
    '\u00ad',
    '\u200d',
    '\u0640',
    '\u0600',
    'م',
    'ש',
    'क',
    '\u094d',
    'ष',
    '漢',
    '👩',
    '👩‍👩‍👧',
    '👧',
    '𐐀',
    '𐐨',
    'ﷺ',
    '🄭',
  ],
);
const texts = fc.array(letter, { maxLength: 40 }).map((letters) => letters.join(''));
const words = fc.array(letter, { minLength: 1, maxLength: 3 }).map((letters) => letters.join(''));

describe('against a reference that tries everything', () => {
  test('folded: what is found folds to what is wanted, and nothing is missed', () => {
    fc.assert(
      fc.property(texts, words, (text, wanted) => {
        const needle = fold(wanted);
        const reference = findSlowly(
          text,
          (stretch) => fold(stretch) === needle,
          (first) => fold(first) !== '',
        );
        const found = find(text, wanted);
        expect(found).toEqual(needle === '' ? [] : reference);
        for (const [from, to] of found) expect(fold(text.slice(from, to))).toBe(needle);
      }),
      { numRuns: 3000 },
    );
  });

  test('exact: what is found is what is wanted, and nothing is missed', () => {
    fc.assert(
      fc.property(texts, words, (text, wanted) => {
        const reference = findSlowly(
          text,
          (stretch) => stretch === wanted,
          () => true,
        );
        expect(find(text, wanted, { exact: true })).toEqual(reference);
      }),
      { numRuns: 3000 },
    );
  });
});

test.each([
  ['STRASSE und Straße', 'strasse', ['STRASSE', 'Straße']],
  ['İstanbul, Istanbul, ıstanbul', 'istanbul', ['İstanbul', 'Istanbul', 'ıstanbul']],
  ['État, e\u0301tat', 'etat', ['État', 'e\u0301tat']],
  ['ære og aere', 'ære', ['ære', 'aere']],
  ['Ærø', 'a', []],
  ['sß', 'ss', ['ß']],
  ['co\u00adoperate', 'cooperate', ['co\u00adoperate']],
  ['مُحَمَّد', 'محمد', ['مُحَمَّد']],
  ['👩‍👩‍👧 og 👩', '👩', ['👩']],
  ['漢字の漢', '漢', ['漢', '漢']],
  ['nothing', '', []],
  ['nothing', '\u0301', []],
])('in %j, %j finds %j', (text, wanted, found) => {
  expect(find(text, wanted).map(([from, to]) => text.slice(from, to))).toEqual(found);
});

test.each([
  ['Stalin, Stalins, stalin.', 'stalin', ['Stalin', 'stalin']],
  ['en benk, en', 'en', ['en', 'en']],
  ['über uber-über', 'uber', ['über', 'uber', 'über']],
  ['cafe\u0301s cafe\u0301', 'cafe', ['cafe\u0301']],
  ['漢字の漢', '漢', ['漢', '漢']],
  ['(42) 420', '42', ['42']],
  ['a-b', '-', ['-']],
])('whole words: in %j, %j finds %j', (text, wanted, found) => {
  expect(find(text, wanted, { wholeWords: true }).map(([from, to]) => text.slice(from, to))).toEqual(found);
});

test('a search that pauses finds the same as one that does not', () => {
  expect(find('ab'.repeat(50_000), 'a')).toHaveLength(50_000);
  expect(find('ab'.repeat(50_000), 'a', { exact: true })).toHaveLength(50_000);
});

test('places become offsets of the source, counted in code points', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.nat(1000), (text, start) => {
      const offset = offsetsOf(makePiece(text, start));
      let place = 0;
      for (const [count, character] of Array.from(text).entries()) {
        expect(offset(place)).toBe(start + count);
        place += character.length;
      }
    }),
  );
});
