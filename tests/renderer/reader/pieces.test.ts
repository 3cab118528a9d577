import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MARK_KINDS } from '../../../db/model/index.ts';
import type { TextMark } from '../../../main/contract/index.ts';
import { piecesOf } from '../../../renderer/reader/pieces.ts';

const signs = fc.array(fc.constantFrom('a', 'ø', 'ש', 'e\u0301', '𐍈', '👩‍👩‍👧', ' '), { maxLength: 60 });

test('a row is cut into pieces that are its text, each with exactly the marks that lie on it', () => {
  const marks = fc.array(
    fc.record({ kind: fc.constantFrom(...MARK_KINDS), from: fc.nat(140), size: fc.integer({ min: 1, max: 90 }) }),
    { maxLength: 25 },
  );
  fc.assert(
    fc.property(signs, fc.nat(40), marks, (letters, start, drawn) => {
      const text = letters.join('');
      const points = Array.from(text);
      const textMarks: TextMark[] = drawn.map(({ kind, from, size }, at) => ({
        kind,
        start: from,
        end: from + size,
        value: String(at),
      }));
      const pieces = piecesOf({ text, start, end: start + points.length }, 'paragraph', textMarks);
      expect(pieces.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
      const marked = pieces.flatMap((piece) =>
        Array.from(text.slice(piece.from, piece.to), () => piece.marks.map(({ value }) => value).sort()),
      );
      const wanted = points.map((_, at) =>
        textMarks
          .filter((mark) => mark.kind !== 'number' && mark.start <= start + at && start + at < mark.end)
          .map(({ value }) => value)
          .sort(),
      );
      expect(marked).toEqual(wanted);
      // Where nothing changes nothing is cut, and no piece is empty.
      if (points.length > 0) for (const { from, to } of pieces) expect(to).toBeGreaterThan(from);
    }),
  );
});

test('the tab between two cells of a table is a piece of its own, whatever lies on it', () => {
  const bold: TextMark = { kind: 'strong', start: 11, end: 15, value: '' };
  const row = { text: '𐍈a\tb\t\tc', start: 10, end: 18 };
  const pieces = piecesOf(row, 'table-row', [bold]);
  expect(pieces.map(({ from, to, marks }) => [row.text.slice(from, to), marks.map(({ kind }) => kind).sort()])).toEqual(
    [
      ['𐍈', []],
      ['a', ['strong']],
      ['\t', ['border', 'strong']],
      ['b', ['strong']],
      ['\t', ['border', 'strong']],
      ['\t', ['border']],
      ['c', []],
    ],
  );
  expect(piecesOf(row, 'paragraph', [])).toHaveLength(1);
});
