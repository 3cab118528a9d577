import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SourceDraft } from '../../../db/model/index.ts';
import { readSource } from '../../../main/interchange/index.ts';
import { column, type Placed, pdf } from './documents/pdf.ts';

const read = (...pages: readonly (readonly Placed[])[]) => readSource(pdf(pages), 'paper.pdf');

/** Width of words in Helvetica, near enough for what follows them. */
const after = (x: number, text: string, size: number) => x + text.length * size * 0.5;

/** A line of text, `{n}` in it a raised number. */
function called(x: number, y: number, text: string, size = 10): Placed[] {
  const placed: Placed[] = [];
  let at = x;
  for (const part of text.split(/(\{\d+\})/)) {
    const number = /^\{(\d+)\}$/.exec(part)?.[1];
    if (part === '') continue;
    placed.push(
      number === undefined
        ? { text: part, x: at, y, size }
        : { text: number, x: at, y: y + size * 0.35, size: size * 0.6 },
    );
    at = after(at, number ?? part, number === undefined ? size : size * 0.6);
  }
  return placed;
}

const body = (lines: readonly string[], x = 60, top = 700) =>
  lines.flatMap((text, at) => called(x, top - at * 14, text));

const TEXT = [
  'The lamp at the end of the point was lit for the first time on',
  'the evening of the second of March.{1} The office wrote down who',
  'had been there, and congratulated the keeper on his wick,{2} which',
  'burned for eleven years without anybody asking what it had cost',
];
const NOTES = [
  '1 The harbour office says the third; it was',
  'wrong about most things that year.',
  '2 So the bill of the year 1858.',
];

/** Each call with the words before it and the note it leads to. */
function ties({ blocks }: SourceDraft): string[] {
  return blocks.flatMap(({ text, marks = [] }) =>
    marks
      .filter(({ kind }) => kind === 'note-call')
      .map(
        ({ start, end, value }) =>
          `${text.slice(start - 6, start).trim()}|${text.slice(start, end)} → ${blocks[Number(value) - 1]?.text}`,
      ),
  );
}

test('a note at the foot is tied to the number that stands raised in the text, and the text goes on over the page', async () => {
  const draft = await read(
    [...body(TEXT), ...column(60, 120, NOTES, 8)],
    [
      ...body(['and then it went out, as lamps do,{3} and nobody lit it again.']),
      ...column(60, 120, ['3 Not all of them.'], 8),
    ],
  );
  expect(ties(draft)).toEqual([
    'arch.|1 → 1 The harbour office says the third; it was wrong about most things that year.',
    'wick,|2 → 2 So the bill of the year 1858.',
    's do,|3 → 3 Not all of them.',
  ]);
  expect(draft.blocks.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
    'paragraph p. 1',
    'footnote p. 1',
    'footnote p. 1',
    'footnote p. 2',
  ]);
  expect(draft.blocks[0]?.text).toContain('what it had cost and then it went out');
});

test.each<[string, Placed[]]>([
  [
    'the number stands in the text twice',
    [...body([...TEXT, 'and the bill{1} was never paid by anybody.']), ...column(60, 120, NOTES, 8)],
  ],
  [
    'the number is not in the text',
    [...body(TEXT.map((line) => line.replace('{2}', ''))), ...column(60, 120, NOTES, 8)],
  ],
  [
    'the numbers stand in the text in another order',
    [
      ...body(TEXT.map((line) => line.replace(/\{(\d)\}/, (_, n) => `{${3 - Number(n)}}`))),
      ...column(60, 120, NOTES, 8),
    ],
  ],
  [
    'the number is not raised',
    [...body(TEXT.map((line) => line.replace(/\{(\d)\}/, '$1'))), ...column(60, 120, NOTES, 8)],
  ],
  ['the lines at the foot are as large as the text', [...body(TEXT), ...column(60, 120, NOTES, 10)]],
  ['the small lines stand at the top', [...column(60, 780, NOTES, 8), ...body(TEXT)]],
  [
    'the small lines begin with years',
    [
      ...body(['In the year 18{1} of the lamp nobody wrote anything down.', ...TEXT.slice(2)]),
      ...column(60, 120, ['1858 was the year', '1.5 barrels were left'], 8),
    ],
  ],
])('where %s, nothing is taken for a note', async (_, page) => {
  const draft = await read(page);
  expect(ties(draft)).toEqual([]);
  expect(draft.blocks.some(({ kind }) => kind === 'footnote')).toBe(false);
});

test('no word is lost, whatever stands raised and whatever at the foot', async () => {
  const words = (text: string) => (text.match(/[\p{L}\d]+/gu) ?? []).toSorted().join(' ');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom('word of a note', 'it', 'and more of it')), {
        maxLength: 4,
      }),
      fc.constantFrom(8, 10),
      async (calls, notes, size) => {
        const lines = calls.map(
          (number, at) => `Line ${'abcd'[at]} of a text that goes on for a while{${number}} and ends`,
        );
        const foot = notes.map(([number, text]) => `${number} ${text}`);
        const draft = await read([...body(lines), ...column(60, 150, foot, size)]);
        const wanted = [...lines.map((line) => line.replace(/\{(\d)\}/, ' $1 ')), ...foot].join(' ');
        // A raised number stands at its word, as it does on the page.
        const got = draft.blocks.map(({ text }) => text.replace(/(\p{L})(\d)/gu, '$1 $2')).join(' ');
        expect(words(got)).toBe(words(wanted));
      },
    ),
    { numRuns: 40 },
  );
});
