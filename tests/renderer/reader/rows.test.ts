import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePointLength } from '../../../main/contract/index.ts';
import { partAt, partsOfText } from '../../../renderer/reader/parts.ts';
import { createRows, LONGEST_ROW } from '../../../renderer/reader/rows.ts';

const lengths = fc.array(fc.oneof(fc.nat(300), fc.nat(20_000)), { minLength: 1, maxLength: 60 });
const grapheme = fc.constantFrom('a', 'ø', ' ', 'ი', '𐍈', '👩‍👩‍👧', 'e\u0301', 'ש', '漢', '🇳🇴');
const longText = fc
  .tuple(fc.array(grapheme, { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 600 }))
  .map(([some, times]) => some.join('').repeat(times));

test('every row knows its block and part, and every offset its block', () => {
  fc.assert(
    fc.property(lengths, (list) => {
      const rows = createRows(list);
      let row = 0;
      let start = 0;
      for (const [block, length] of list.entries()) {
        expect(rows.firstRowOf(block)).toBe(row);
        expect(rows.startOf(block)).toBe(start);
        expect(rows.blockAt(start)).toBe(block);
        expect(rows.blockAt(start + length)).toBe(block);
        for (let part = 0; part < rows.partsOf(block); part++) {
          expect(rows.blockOf(row)).toBe(block);
          expect(rows.partOf(row)).toBe(part);
          row++;
        }
        start += length + 1;
      }
      expect(rows.count).toBe(row);
      expect(rows.length).toBe(start - 1);
    }),
  );
});

test('the parts of a text are the text, as many as its rows, and cut no grapheme', () => {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  fc.assert(
    fc.property(longText, (text) => {
      const length = codePointLength(text);
      const parts = partsOfText(text, createRows([length]).partsOf(0));
      expect(parts.length).toBe(Math.max(1, Math.ceil(length / LONGEST_ROW)));
      expect(parts.map((part) => part.text).join('')).toBe(text);
      const boundaries = new Set([text.length, ...Array.from(segmenter.segment(text), ({ index }) => index)]);
      let units = 0;
      for (const [at, part] of parts.entries()) {
        expect(codePointLength(part.text)).toBe(part.end - part.start);
        expect(parts[at - 1]?.end ?? 0).toBe(part.start);
        expect(boundaries.has(units)).toBe(true);
        expect(partAt(parts, part.start)).toBe(part.end > part.start ? at : partAt(parts, part.start));
        units += part.text.length;
      }
      expect(parts.at(-1)?.end).toBe(length);
    }),
    { numRuns: 60 },
  );
});

test('a text without rows has no length', () => {
  expect(createRows([])).toMatchObject({ count: 0, blocks: 0, length: 0 });
});
