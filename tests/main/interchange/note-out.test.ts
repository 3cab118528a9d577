import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

import { noteFromMarkdown, noteToBlocks, type SummaryFormat, writeSummary } from '../../../main/interchange/index.ts';
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

test('a footnote of a note is a footnote of a web page and of plain text too', async () => {
  const blocks = noteToBlocks(noteFromMarkdown('They met.[^1]\n\n[^1]: On Mondays.'));
  const text = async (format: SummaryFormat) =>
    new TextDecoder().decode(await writeSummary(summary({ blocks, sources: [] }), format));
  expect(await text('html')).toMatch(/They met\.<sup[^>]*><a [^>]*>1<\/a><\/sup>[\s\S]*<li[^>]*>[\s\S]*On Mondays\./);
  expect(await text('text')).toMatch(/They met\.\[1\][\s\S]*\[1\] On Mondays\./);
  expect(await text('opml')).toContain('On Mondays.');
});
