import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  COLOURS,
  type Colour,
  graphemeBoundaryBefore,
  type Highlight,
  hasAstral,
  overlaps,
  type Passage,
} from '../../../main/contract/index.ts';
import { coversOf } from '../../../renderer/reader/marks.ts';
import { createPages } from '../../../renderer/reader/pages.ts';
import { partsOfText } from '../../../renderer/reader/parts.ts';
import { offsetIn, type RowWords, unitsIn } from '../../../renderer/reader/row-element.ts';
import { createRows } from '../../../renderer/reader/rows.ts';
import { startApp } from '../../main/app/desk.ts';

/** Characters of every plane that has some, from left and from right, joined, combined and halved by nothing. */
const sign = fc.oneof(
  fc.constantFrom(
    'a',
    ' ',
    'ø',
    'ש',
    'ع',
    'ი',
    '漢',
    'e\u0301',
    '👩‍👩‍👧',
    '🇳🇴',
    '𐍈',
    '\u{20000}',
    '\u{e0100}',
    '\u{f0000}',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }).map((one) => one.replaceAll(/\s/gu, ' ')),
);
const words = fc.array(sign, { minLength: 1, maxLength: 40 }).map((signs) => signs.join(''));

/** Empty ones, ordinary ones, and some of up to 200,000 characters. */
const line = fc.oneof(
  { weight: 12, arbitrary: words },
  { weight: 1, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc
      .tuple(words, fc.integer({ min: 1, max: 200_000 }))
      .map(([some, length]) => some.repeat(Math.ceil(length / Array.from(some).length))),
  },
);
const lines = fc.array(line, { minLength: 1, maxLength: 8 });

/** Marks anywhere in a text of some length, given as shares of it. */
const shares = fc.array(
  fc.record({
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    size: fc.nat(9000),
    colour: fc.constantFrom(...COLOURS),
  }),
  { maxLength: 30 },
);

/** The rows of a text, as the view makes them of its blocks. */
function rowsOf(blocks: readonly string[]): readonly RowWords[] {
  const rows = createRows(blocks.map((text) => Array.from(text).length));
  return blocks.flatMap((text, block) =>
    partsOfText(text, rows.partsOf(block)).map((part) => ({
      text: part.text,
      start: rows.startOf(block) + part.start,
      end: rows.startOf(block) + part.end,
      astral: hasAstral(part.text),
    })),
  );
}

const highlight = (mark: Passage & { readonly colour: Colour }) =>
  ({ ...mark, id: `${mark.start} ${mark.end}` }) as Highlight;

test('the ranges painted on the rows are the highlights stored, to the character', () => {
  fc.assert(
    fc.property(lines, shares, (blocks, wanted) => {
      const length = Array.from(blocks.join('\n')).length;
      const marks = wanted.map(({ from, size, colour }) => {
        const start = Math.floor(from * length);
        return highlight({ start, end: Math.min(length, start + size), colour });
      });
      for (const row of rowsOf(blocks)) {
        const covers = coversOf(row, marks, { isFaint: () => false, focused: null, inOneColour: false });
        for (const colour of COLOURS) {
          const stored = new Uint8Array(row.text.length);
          for (const mark of marks.filter((each) => overlaps(each, row))) {
            if (mark.colour === colour) stored.fill(1, unitsIn(row, mark.start), unitsIn(row, mark.end));
          }
          const painted = new Uint8Array(row.text.length);
          for (const { from, to, bands } of covers) {
            if (bands.some((band) => band.colour === colour)) painted.fill(1, from, to);
          }
          expect(Buffer.compare(painted, stored), `${colour} on ${row.start}–${row.end}`).toBe(0);
        }
      }
    }),
    { numRuns: 20, endOnFailure: true },
  );
});

test('a place of the document becomes an offset and the same place again, in rows of any length', () => {
  fc.assert(
    fc.property(
      lines,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }),
      (blocks, places) => {
        const rows = rowsOf(blocks);
        for (const row of [...rows.slice(0, 5), ...rows.slice(-5)]) {
          for (const share of [0, 1, ...places]) {
            const units = graphemeBoundaryBefore(row.text, Math.floor(share * row.text.length));
            const offset = offsetIn(row, units);
            expect(unitsIn(row, offset)).toBe(units);
            expect(offset - row.start).toBe(Array.from(row.text.slice(0, units)).length);
          }
        }
      },
    ),
    { numRuns: 30, endOnFailure: true },
  );
});

/** As an import leaves a line: without controls and breaks. */
const visible = (text: string) => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ').trim();

test('a selection over any distance is exactly the text between its ends', async () => {
  const { call, importText } = await startApp();
  const short = fc
    .sample(words, { numRuns: 900, seed: 5 })
    .map(visible)
    .filter((text) => text !== '');
  // More than are asked for at once.
  const many = Array.from({ length: 7 }, () => short).flat();
  const blocks = [...many, visible('ש👩‍👩‍👧 e\u0301'.repeat(20_000)), ...many];
  const { id } = await importText(blocks.join('\n'));
  const { blocks: stored } = await call('sources.text', { id });
  const { lengths } = await call('reader.open', { id });
  const rows = createRows(lengths);
  const whole = Array.from(stored.map(({ text }) => text).join('\n'));
  const pages = createPages({
    channel: { call, subscribe: () => () => {}, close() {} },
    source: { id, title: 'text' },
    rows,
    hides: () => false,
    onText() {},
    onMarks() {},
    onFailure: (error) => {
      throw error;
    },
  });
  for (const [from, to] of [
    [0, 0.999],
    [0.1, 0.1004],
    [0.3, 0.52],
    [0.7, 0.98],
  ] as const) {
    const passage = { start: Math.floor(from * rows.length), end: Math.floor(to * rows.length) };
    expect((await pages.text(passage)) === whole.slice(passage.start, passage.end).join('')).toBe(true);
  }
  pages.close();
});
