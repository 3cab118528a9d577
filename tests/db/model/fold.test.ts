import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, foldWithOrigins, unfoldRange } from '../../../db/model/index.ts';

test.each([
  ['Søk', 'sok'],
  ['ÆØÅ æøå', 'aeoa aeoa'],
  ['Œuvre, Straße, STRASSE', 'oeuvre, strasse, strasse'],
  ['Ёлка и Йошкар', 'елка и иошкар'],
  ['ΣΊΣΥΦΟΣ Σίσυφος', 'σισυφοσ σισυφοσ'],
  ['Łódź, Đoković, Þór, ıŞIK', 'lodz, dokovic, thor, isik'],
  ['ﬁn ｆｕｌｌ', 'fin full'],
  ['co\u00adop\u200derate', 'cooperate'],
  ['مُحَمَّـد', 'محمد'],
  ['ᲘᲝᲡᲔᲑ იოსებ', 'იოსებ იოსებ'],
  ['é e\u0301', 'e e'],
])('%j folds to %j', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('folding twice gives the same as folding once, for every character of every script', () => {
  for (let codePoint = 0; codePoint <= 0x1ffff; codePoint++) {
    const once = fold(String.fromCodePoint(codePoint));
    if (fold(once) !== once) expect.fail(`U+${codePoint.toString(16)} folds to ${once}, and that to ${fold(once)}`);
  }
});

const texts = fc.string({ unit: 'binary' });

test('both ways of folding agree, and a text folds as its parts do', () => {
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      expect(foldWithOrigins(one).folded).toBe(fold(one));
      expect(fold(one + other)).toBe(fold(one) + fold(other));
    }),
  );
});

test('what a stretch of the folded text stands for folds to that stretch, or a little more', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (text, one, other) => {
      const folded = foldWithOrigins(text);
      fc.pre(folded.folded.length > 0);
      const start = one % folded.folded.length;
      const end = start + 1 + (other % (folded.folded.length - start));
      const [from, to] = unfoldRange(folded, start, end);
      expect(0 <= from && from < to && to <= text.length).toBe(true);
      expect(fold(text.slice(from, to))).toContain(folded.folded.slice(start, end));
      // Never half a character.
      expect(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(text.slice(from, to)) && text.isWellFormed()).toBe(false);
    }),
  );
});
