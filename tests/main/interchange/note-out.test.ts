import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocumentJson } from '../../../db/model/index.ts';

import {
  noteFromMarkdown,
  noteToBlocks,
  type Run,
  type SummaryBlock,
  type SummaryFormat,
  writeSummary,
} from '../../../main/interchange/index.ts';
import { hasPandoc } from './pandoc.ts';
import { summary } from './sample.ts';

const NOTE = `# Who met

They met **every** _Monday_,[^1] all ~~four~~ three of them.

1. Ада
2. Ærø[^2]

- plain
- three words here

| Year | Where |
| --- | --- |
| 1923 | the *reading* room[^3] |

## Afterwards

Nobody knows.[^1]

[^1]: Says **Ada**, p. 4.

[^2]: თბილისი

[^3]: In a table.
`;

/** What pandoc reads in a document, in its own plain words: one letter a kind of block, the footnotes where they stand. */
function outline(bytes: Uint8Array, format: string): string[] {
  const { stdout, stderr, status } = spawnSync('pandoc', ['-f', format, '-t', 'json'], {
    input: bytes,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const lines: string[] = [];
  const words = (node: unknown): string => {
    if (Array.isArray(node)) return node.map(words).join('');
    if (typeof node !== 'object' || node === null || !('t' in node)) return '';
    const { t, c } = node as { t: string; c?: unknown };
    if (t === 'Str') return String(c).replaceAll('\u00a0', ' ');
    if (t === 'Space' || t === 'SoftBreak' || t === 'LineBreak') return ' ';
    if (t === 'Emph') return `_${words(c)}_`;
    if (t === 'Strong') return `*${words(c)}*`;
    if (t === 'Strikeout') return `~${words(c)}~`;
    // An anchor a format sets beside its notes is no word of it.
    if (t === 'Note') return `(${words(c).trim()})`;
    return words(c);
  };
  const walk = (node: unknown, inside: string): void => {
    if (Array.isArray(node)) {
      for (const each of node) walk(each, inside);
      return;
    }
    if (typeof node !== 'object' || node === null || !('t' in node)) return;
    const { t, c } = node as { t: string; c?: unknown };
    if (t === 'Header') lines.push(`# ${words(c)}`);
    else if (t === 'Para' || t === 'Plain') lines.push(`${inside}${words(c).trim()}`);
    else walk(c, { OrderedList: '1 ', BulletList: '- ', Table: '| ' }[t] ?? inside);
  };
  walk((JSON.parse(stdout) as { blocks: unknown }).blocks, '');
  return lines.filter((line) => line.trim() !== '');
}

test.skipIf(!hasPandoc).each<[SummaryFormat, string]>([
  ['markdown', '1'],
  ['docx', '1'],
  ['odt', '1'],
  ['latex', '-'],
])(
  'a note as %s, read by pandoc (skipped where it is absent), has the same blocks, emphasis and footnotes',
  async (format, numbered) => {
    const blocks = noteToBlocks(noteFromMarkdown(NOTE));
    const bytes = await writeSummary(summary({ title: 'A note', contents: false, blocks, sources: [] }), format);
    const read = outline(bytes, format).filter((line) => !line.includes('A note'));
    for (const line of [
      '# Who met',
      'They met *every* _Monday_,(Says *Ada*, p. 4.) all ~four~ three of them.',
      `${numbered} Ада`,
      `${numbered} Ærø(თბილისი)`,
      '- plain',
      '- three words here',
      '| 1923',
      '| the _reading_ room(In a table.)',
      '# Afterwards',
      'Nobody knows.(Says *Ada*, p. 4.)',
    ]) {
      expect(read).toContain(line);
    }
  },
);

/** Words no format has a reason to change, so that only their place and form are compared. */
const word = fc.constantFrom('Ada', 'møtte', 'Йосиф', 'თბილისი', 'in', '1923', 'rooms', 'שלום', '日本');
const mark = fc.constantFrom<DocumentJson['marks']>(
  [],
  [],
  [{ type: 'strong' }],
  [{ type: 'em' }],
  [{ type: 'strike' }],
);
const marked = fc.tuple(word, mark).map(([text, marks]): DocumentJson => ({ type: 'text', text, marks: marks ?? [] }));
const spaced = (content: readonly DocumentJson[]) =>
  content.flatMap((each, at): DocumentJson[] => (at === 0 ? [each] : [{ type: 'text', text: ' ' }, each]));
const line = fc.array(marked, { minLength: 1, maxLength: 5 }).map(spaced);
const noted = fc
  .tuple(line, fc.option(line, { nil: null }), line)
  .map(([before, inside, after]): DocumentJson[] => [
    ...before,
    ...(inside ? [{ type: 'footnote', content: inside }] : []),
    { type: 'text', text: ' ' },
    ...after,
  ]);
const paragraph = noted.map((content): DocumentJson => ({ type: 'paragraph', content }));
/** Plain in the first row, which some formats set in bold. */
const title = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .map((words): DocumentJson => ({ type: 'paragraph', content: [{ type: 'text', text: words.join(' ') }] }));
const row = (type: string, cell: fc.Arbitrary<DocumentJson>) =>
  fc
    .array(cell, { minLength: 2, maxLength: 2 })
    .map((cells): DocumentJson => ({ type: 'table_row', content: cells.map((each) => ({ type, content: [each] })) }));
const block: fc.Arbitrary<DocumentJson> = fc.oneof(
  paragraph,
  noted.map((content) => ({ type: 'heading', attrs: { level: 2 }, content })),
  fc
    .tuple(fc.constantFrom('bullet_list', 'ordered_list'), fc.array(paragraph, { minLength: 1, maxLength: 3 }))
    .map(([type, items]) => ({ type, content: items.map((each) => ({ type: 'list_item', content: [each] })) })),
  fc
    .tuple(row('table_header', title), fc.array(row('table_cell', paragraph), { minLength: 1, maxLength: 2 }))
    .map(([first, rest]) => ({ type: 'table', content: [first, ...rest] })),
);

/** The lines the blocks are to be read as; `call` writes the place of a footnote. */
function expected(blocks: readonly SummaryBlock[], call: (words: string) => string): string[] {
  const words = (runs: readonly Run[]): string =>
    runs
      .map(({ text, marks = [], footnote }) => {
        const sign = { strong: '*', em: '_', strike: '~' }[String(marks[0])] ?? '';
        return `${sign}${text}${sign}${footnote ? call(words(footnote)) : ''}`;
      })
      .join('');
  return blocks.flatMap((each): string[] => {
    if (each.kind === 'heading') return [`# ${words(each.runs)}`];
    if (each.kind === 'paragraph') return [words(each.runs)];
    if (each.kind === 'list') {
      return each.items.flatMap((item) =>
        expected(item.blocks, call).map((line) => `${each.ordered ? '1' : '-'} ${line}`),
      );
    }
    return each.kind === 'table' ? each.rows.flat().map((cell) => `| ${words(cell.runs)}`) : [];
  });
}

test.skipIf(!hasPandoc).each<SummaryFormat>(['markdown', 'docx', 'odt', 'html'])(
  'two hundred notes as %s, read by pandoc, say line by line what they said (skipped where it is absent)',
  async (format) => {
    // A paragraph between, because two lists side by side are one to some formats.
    const between: SummaryBlock = { kind: 'paragraph', runs: [{ text: 'between' }] };
    const notes = fc.sample(fc.array(block, { minLength: 1, maxLength: 3 }), { numRuns: 200, seed: 6 });
    const blocks = notes.flat().flatMap((each) => [...noteToBlocks({ type: 'doc', content: [each] }), between]);
    const bytes = await writeSummary(summary({ title: 'Notes', contents: false, blocks, sources: [] }), format);
    let number = 0;
    const call = (words: string) => (format === 'html' ? String(++number) : `(${words})`);
    const wanted = expected(blocks, call);
    const read = outline(bytes, format).map((each) =>
      format === 'odt' || format === 'docx' ? each.replace(/^\| \*([^*~_(]*)\*$/, '| $1') : each,
    );
    const from = read.indexOf(wanted[0] ?? '');
    expect(read.slice(from, from + wanted.length)).toEqual(wanted);
  },
);

test('a footnote of a note is a footnote of a web page and of plain text too', async () => {
  const blocks = noteToBlocks(noteFromMarkdown('They met.[^1]\n\n[^1]: On Mondays.'));
  const text = async (format: SummaryFormat) =>
    new TextDecoder().decode(await writeSummary(summary({ blocks, sources: [] }), format));
  expect(await text('html')).toMatch(/They met\.<sup[^>]*><a [^>]*>1<\/a><\/sup>[\s\S]*<li[^>]*>[\s\S]*On Mondays\./);
  expect(await text('text')).toMatch(/They met\.\[1\][\s\S]*\[1\] On Mondays\./);
  expect(await text('opml')).toContain('On Mondays.');
});
