import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../../main/interchange/index.ts';
import { column, type PdfChoices, type Placed, pdf } from './documents/pdf.ts';
import { agreement, differences, wordsIn } from './pandoc.ts';
import { rendered } from './rendered.ts';

const read = (pages: readonly (readonly Placed[])[], choices?: PdfChoices) =>
  readSource(pdf(pages, choices), 'paper.pdf');

/** Ten lines of a column, none of which ends a sentence but the last. */
const LEFT = [
  'The lamp at the end of the point was',
  'lit for the first time on the evening',
  'of the second of March, and the of\\256ce',
  'wrote down who had been there and con-',
  'gratulated the keeper on his wick.',
  '  It burned for eleven years without',
  'anybody asking what it cost, which is',
  'the sort of thing that nobody asks as',
  'long as the ships come in, and ships',
  'came in with every tide that the sea',
];
const RIGHT = [
  'had to give. Then came the winter of',
  'the long ice, and nothing came in at',
  'all but a fox, which was shot at from',
  'the window of the kitchen and missed.',
  'There are three accounts of that shot',
  'and they agree in nothing but the fox',
  'whose tracks were seen by the pastor',
  'when he walked out to the point, some',
  'days later, with a basket and a book',
  'under his arm.',
];

function paper(): Placed[][] {
  const edge = (page: number): Placed[] => [
    { text: 'The Journal of Lamps', x: 240, y: 770, size: 8 },
    { text: `${page + 40}`, x: 295, y: 30, size: 8 },
  ];
  return [
    [
      ...edge(1),
      { text: 'The fox and the lamp', x: 180, y: 730, size: 18 },
      ...column(60, 690, LEFT),
      ...column(320, 690, RIGHT),
      { text: 'arXiv stamp', x: 20, y: 300, turned: 1 },
    ],
    [
      ...edge(2),
      ...column(60, 700, ['What the book was', 'is not known, and the basket held', 'things of two kinds:']),
      ...column(60, 650, ['1. bread that was old', '2. oil that was new and heavier than', 'it looked']),
      { text: 'Year', x: 60, y: 580 },
      { text: 'Oil', x: 200, y: 580 },
      { text: '1858', x: 60, y: 566 },
      { text: 'ten', x: 200, y: 566 },
      { text: '1859', x: 60, y: 552 },
      { text: 'two', x: 200, y: 552 },
    ],
    [...edge(3), { text: 'So it ends.', x: 60, y: 700 }, { text: 'Twice.', x: 60, y: 640 }],
  ];
}

test('a paper in two columns [vitest run -u writes its golden text]', async () => {
  const info = '/Title (The fox and the lamp) /Author (Ingrid B\\370; Yusuf Amin) /CreationDate (D:19110302100000Z)';
  const draft = await read(paper(), { info, labels: '0 << /S /D /St 41 >>' });
  await expect(rendered(draft)).toMatchFileSnapshot('../../fixtures/paper.pdf.golden.txt');
});

test.each([90, 180, 270])('pages turned by %i degrees read as the unturned do', async (rotate) => {
  const texts = async (choices: PdfChoices) =>
    (await read(paper(), choices)).blocks.filter(({ text }) => text !== 'arXiv stamp').map(({ text }) => text);
  expect(await texts({ rotate })).toEqual(await texts({}));
});

test('a protected one is read with its password, and asks for it without or with another', async () => {
  const bytes = pdf([[{ text: 'Behind the door', x: 60, y: 700 }]], { password: 'Blåbær 7' });
  const name = 'locked.pdf';
  const draft = await readSource(bytes, name, { password: 'Blåbær 7' });
  expect(draft.blocks.map(({ text }) => text)).toEqual(['Behind the door']);
  expect(JSON.stringify(draft)).not.toContain('Blåbær');
  await expect(readSource(bytes, name)).rejects.toMatchObject({ code: 'password-needed', details: { name } });
  await expect(readSource(bytes, name, { password: 'blåbær 7' })).rejects.toMatchObject({
    code: 'wrong-password',
    message: expect.not.stringContaining('blåbær 7'),
  });
});

test('what is marked on a page comes with its words, colour, comments and answers, and links as links', async () => {
  const lines = [
    { text: 'The lamp at the end of the point was lit again, and the whole', x: 60, y: 700 },
    { text: 'coast saw it. Nobody had ordered oil, wrote the keeper later', x: 60, y: 688 },
    { text: 'in a letter to the office.', x: 60, y: 676 },
  ];
  const quad = (left: number, right: number, y: number) =>
    `${left} ${y + 9} ${right} ${y + 9} ${left} ${y - 2} ${right} ${y - 2}`;
  const annotations = [
    // From “whole” to “coast”, a little askew as hands are.
    `<< /Type /Annot /Subtype /Highlight /Rect [60 686 340 709] /QuadPoints [${quad(307, 332, 700)} ${quad(60, 85, 688)}] /C [0 1 0] /T (Ola) /Contents (Look here) >>`,
    `<< /Type /Annot /Subtype /Underline /Rect [60 686 340 709] /QuadPoints [${quad(214, 230, 688)}] /C [1 0 0] >>`,
    '<< /Type /Annot /Subtype /Text /Rect [10 674 20 684] /T (Kari) /Contents (Which office?) >>',
    `<< /Type /Annot /Subtype /Link /Rect [60 674 101 686] /A << /S /URI /URI (https://example.org/letter) >> >>`,
    '<< /Type /Annot /Subtype /Link /Rect [60 698 110 709] /A << /S /JavaScript /JS (app.alert\\(1\\)) >> >>',
  ];
  for (const rotate of [0, 90]) {
    const { blocks, highlights = [], remarks } = await read([lines], { annotations, rotate });
    const text = blocks.map((block) => `${block.text}\n`).join('');
    expect(highlights.map(({ start, end, ...rest }) => [[...text].slice(start, end).join(''), rest])).toEqual([
      ['whole coast', { colour: 'green', comment: 'Look here', author: 'Ola' }],
      ['oil,', { colour: 'red', comment: '', author: '' }],
      ['in a letter to the office.', { colour: 'yellow', comment: 'Which office?', author: 'Kari' }],
    ]);
    expect(remarks).toEqual([
      { code: 'comments-taken', count: 2 },
      { code: 'highlights-taken', count: 1 },
    ]);
    const marks = blocks.flatMap((block) =>
      (block.marks ?? []).map(({ kind, start, end, value }) => [
        kind,
        [...block.text].slice(start, end).join(''),
        value,
      ]),
    );
    expect(marks).toEqual([['link', 'in a letter', 'https://example.org/letter']]);
  }
});

/** A page with a line, and something in the file replaced. */
function changed(what: string | RegExp, by: string): Uint8Array {
  const file = Buffer.from(pdf([[{ text: 'Still here', x: 60, y: 700 }]])).toString('latin1');
  return Buffer.from(file.replace(what, by), 'latin1');
}

test('pages without text among others are named, the first of them where there are many', async () => {
  const page = [{ text: 'The fox came in.', x: 60, y: 700 }];
  const remarks = async (pages: Parameters<typeof pdf>[0]) => (await readSource(pdf(pages), 'a.pdf')).remarks;
  expect(await remarks([page, []])).toEqual([{ code: 'pages-without-text', count: 1, detail: 'p. 2' }]);
  const [many] = await remarks([page, ...Array.from({ length: 9 }, () => [])]);
  expect(many).toMatchObject({ count: 9, detail: 'p. 2, p. 3, p. 4, p. 5, p. 6, p. 7, p. 8, p. 9 …' });
  expect(await remarks([page, page])).toEqual([]);
});

test('pictures of pages are a source without text, so that the file is kept', async () => {
  const { blocks, remarks } = await readSource(pdf([[], []]), 'scan.pdf');
  expect([blocks, remarks]).toEqual([[], [{ code: 'no-text-layer' }]]);
});

describe('a PDF that cannot be read', () => {
  test.each([
    ['is nothing but its first line', Buffer.from('%PDF-1.7\n'), 'damaged-file'],
    ['has pages that hold themselves', changed('/Kids [5 0 R]', '/Kids [2 0 R]'), 'damaged-file'],
  ])('%s', async (_, bytes, code) => {
    await expect(readSource(bytes, 'paper.pdf')).rejects.toMatchObject({ code, details: { name: 'paper.pdf' } });
  });

  test('one whose table of objects is wrong is read all the same', async () => {
    const broken = changed(/startxref\n\d+/, 'startxref\n7');
    expect((await readSource(broken, 'a.pdf')).blocks.map(({ text }) => text)).toEqual(['Still here']);
  });
});

const SAMPLES = join(import.meta.dirname, '../../../../shared/samples/pdf');
const files = existsSync(SAMPLES) ? readdirSync(SAMPLES).filter((name) => name.endsWith('.pdf')) : [];
const hasPdftotext = spawnSync('pdftotext', ['-v']).status === 0;
/** Its letters stand one below the other, which poppler reads as words of one letter each. */
const NOT_MEASURED = 'pdfbox_PDFBOX-3127-RAU4G6QMOVRYBISJU7R6MOVZCRFUO7P4-VFont.pdf';

describe.skipIf(files.length === 0 || !hasPdftotext)(
  'agrees with pdftotext (skipped where it or ../shared is absent)',
  () => {
    test.each(files.filter((name) => name !== NOT_MEASURED))('%s', async (name) => {
      const { blocks } = await readSource(readFileSync(join(SAMPLES, name)), name);
      const own = wordsIn(
        blocks
          .map(({ text }) => text.replaceAll('\u00AD', ''))
          .join('\n')
          .normalize('NFKC'),
      );
      const { stdout } = spawnSync('pdftotext', ['-enc', 'UTF-8', join(SAMPLES, name), '-'], {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      const theirs = wordsIn(stdout.normalize('NFKC').replace(/(\p{L})[-\u2010\u00AD]\n(?=\p{Ll})/gu, '$1'));
      expect(agreement(own, theirs), JSON.stringify(differences(own, theirs))).toBeGreaterThanOrEqual(0.97);
    });
  },
);
