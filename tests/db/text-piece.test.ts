import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrivals, blocksOf, sha256Stream, textPiece, texts } from '../../db/index.ts';
import { type BlockDraft, codePointLength, sourceText } from '../../db/model/index.ts';
import { deed, newNotebook } from './store/shelf.ts';

/** Texts with what JSON and UTF-8 spell otherwise; no NUL, which no reader lets through. */
const text = fc
  .oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"\\\t\u0001\u2028', '🜚 ø', 'half \ud83d', '戦争と平和'))
  .map((some) => some.replaceAll('\0', ''));

const block: fc.Arbitrary<BlockDraft> = fc.record(
  {
    kind: fc.constantFrom('paragraph', 'heading'),
    text,
    level: fc.integer({ min: 1, max: 6 }),
    label: fc.constantFrom('p. "4"'),
  },
  { requiredKeys: ['kind', 'text'] },
);

test('whatever the blocks are, a piece gives them back, and is stored as they are', () => {
  const notebook = newNotebook();
  let run = 0;
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (drafts) => {
      const marked = drafts.map((draft) => {
        const end = codePointLength(draft.text);
        return end === 0 ? draft : { ...draft, marks: [{ kind: 'link' as const, start: 0, end, value: 'a"b' }] };
      });
      const whole = marked.map((draft) => ({ ...draft, text: draft.text.toWellFormed() }));
      const [first, rest] = [marked.slice(0, 1), marked.slice(1)];
      const hash = sha256Stream();
      const pieces = [textPiece(first, hash), textPiece(rest, hash)];
      expect(pieces.flatMap(blocksOf)).toEqual(whole);
      expect(pieces[1]?.sha256).toBe(createHash('sha256').update(sourceText(whole)).digest('hex'));
      const stored = deed(notebook, (connection) => {
        const arrival = arrivals.begin(connection, { sha256: String(++run).padStart(64, '0'), size: 0 });
        for (const piece of pieces) arrivals.append(connection, arrival, piece);
        expect(texts.marks(connection, arrival.id)).toHaveLength(
          marked.filter(({ text: words }) => words !== '').length,
        );
        return texts.blockRange(connection, arrival.id, 1, 10);
      });
      let start = 0;
      expect(stored).toEqual(
        whole.map(({ kind, text: words, level = 0, label }, at) => {
          const placed = { number: at + 1, kind, level, start, text: words, ...(label !== undefined && { label }) };
          start += codePointLength(words) + 1;
          return placed;
        }),
      );
    }),
    { numRuns: 60 },
  );
});
