import { describe, expect, test } from 'vitest';
import { readSource } from '../../../main/interchange/index.ts';
import { inSections } from '../../../main/interchange/source/index.ts';
import { letterDocx } from './documents/letter-docx.ts';
import { letterOdt } from './documents/letter-odt.ts';
import { LETTER_RTF } from './documents/letter-rtf.ts';

const PAGE = `<title>The island</title><h1>The island</h1><p>Before all.</p><h2>Winter</h2><p>It was cold.<a href="#n1">1</a></p>
<h3>The lamp</h3><p>It was out.</p><h2>${'A heading that does not end '.repeat(9)}</h2><p>Summer.</p><table><tr><td>a</td><td>b</td></tr></table>
<section class="footnotes"><p id="n1">Colder than ever.</p></section>`;

const labels = async (bytes: Uint8Array, name: string) =>
  (await readSource(bytes, name)).blocks.map(({ text, label }) => [text.slice(0, 14), label]);

describe('the heading a block stands below is its label', () => {
  test('the nearest one, cut where it is long; the title of the document is none, and a note stands where it is called', async () => {
    const long = 'A heading that does not end A heading that does not end A…';
    expect(await labels(Buffer.from(PAGE), 'page.html')).toEqual([
      ['The island', undefined],
      ['Before all.', undefined],
      ['Winter', 'Winter'],
      ['It was cold.1', 'Winter'],
      ['The lamp', 'The lamp'],
      ['It was out.', 'The lamp'],
      ['A heading that', long],
      ['Summer.', long],
      ['a\tb', long],
      ['Colder than ev', 'Winter'],
    ]);
  });

  test.each([
    ['letter.docx', letterDocx()],
    ['letter.odt', letterOdt()],
    ['letter.rtf', Buffer.from(LETTER_RTF, 'latin1')],
    ['letter.md', Buffer.from('Before.\n\n# One\n\nText.\n\n## Two\n\nMore.\n')],
  ])('in %s', async (name, bytes) => {
    const { blocks, title } = await readSource(bytes, name);
    const headings = new Set(
      blocks.filter(({ kind, text }) => kind === 'heading' && text !== title).map(({ text }) => text),
    );
    expect(headings.size).toBeGreaterThan(0);
    const called = blocks.flatMap(({ label }) => label ?? []);
    expect(called.length).toBeGreaterThan(headings.size);
    expect(new Set(called)).toEqual(headings);
  });

  test('text without headings has none', async () => {
    expect(
      (await readSource(Buffer.from('One.\nTwo.\n'), 'a.txt')).blocks.every(({ label }) => label === undefined),
    ).toBe(true);
  });

  test('pages and chapters stay what they are', () => {
    const blocks = [
      { kind: 'heading', text: 'One', level: 1 },
      { kind: 'paragraph', text: 'x', label: 'p. 4' },
    ] as const;
    expect(inSections(blocks, 'T')).toBe(blocks);
  });
});
