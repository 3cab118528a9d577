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
      const pieces = piecesOf({ text, start, end: start + points.length }, textMarks);
      expect(pieces.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
      const marked = pieces.flatMap((piece) =>
        Array.from(text.slice(piece.from, piece.to), () => piece.marks.map(({ value }) => value).sort()),
      );
      const wanted = points.map((_, at) =>
        textMarks
          .filter((mark) => mark.start <= start + at && start + at < mark.end)
          .map(({ value }) => value)
          .sort(),
      );
      expect(marked).toEqual(wanted);
      // Where nothing changes nothing is cut, and no piece is empty.
      if (points.length > 0) for (const { from, to } of pieces) expect(to).toBeGreaterThan(from);
    }),
  );
});
