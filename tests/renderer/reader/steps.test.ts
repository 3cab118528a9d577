import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graphemeBoundaryBefore } from '../../../main/contract/index.ts';
import { nextStop, previousStop, wordPiece } from '../../../renderer/reader/steps.ts';

const text = fc
  .array(fc.constantFrom('a', 'ø', ' ', '. ', 'ი', '𐍈', '👩‍👩‍👧', 'e\u0301', 'ש', '漢', '🇳🇴'), { maxLength: 80 })
  .map((pieces) => pieces.join(''));

test('steps by grapheme visit every boundary, forth and back', () => {
  fc.assert(
    fc.property(text, (words) => {
      const segments = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(words)];
      const boundaries = [...segments.map(({ index }) => index), words.length];
      const forth = [0];
      for (let at = nextStop(words, 0, 'grapheme'); at !== null; at = nextStop(words, at, 'grapheme')) forth.push(at);
      expect(forth).toEqual(words === '' ? [0] : boundaries);
      const back = [words.length];
      for (let at = previousStop(words, words.length, 'grapheme'); at !== null; ) {
        back.unshift(at);
        at = previousStop(words, at, 'grapheme');
      }
      expect(back).toEqual(forth);
    }),
  );
});

test('words and sentences', () => {
  const words = 'Han kom hit. Og så – gikk han.';
  expect(nextStop(words, 0, 'word')).toBe(3);
  expect(nextStop(words, 3, 'word')).toBe(7);
  expect(previousStop(words, 7, 'word')).toBe(4);
  expect(nextStop(words, 0, 'sentence')).toBe(13);
  expect(previousStop(words, words.length, 'sentence')).toBe(13);
  expect(nextStop(words, words.length, 'word')).toBeNull();
});

test('a word is found in any script, and a sign between words is a piece of its own', () => {
  const words = 'Stalin (იოსებ სტალინი), født';
  const georgian = words.indexOf('იოსებ');
  expect(wordPiece(words, georgian)).toMatchObject({ from: georgian, to: georgian + 5 });
  expect(wordPiece(words, georgian + 2)).toMatchObject({ from: georgian, to: georgian + 5 });
  const comma = words.indexOf(',');
  expect(wordPiece(words, comma)).toMatchObject({ from: comma, to: comma + 1 });
  expect(wordPiece(words, words.length)).toBeNull();
});

test('no place inside a cluster', () => {
  expect(graphemeBoundaryBefore('a👩‍👩‍👧b', 4)).toBe(1);
  expect(graphemeBoundaryBefore('e\u0301', 1)).toBe(0);
});
