import fc from 'fast-check';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { type SummaryDocument, writeSummary } from '../../../main/interchange/index.ts';
import { awkwardLines } from './awkward.ts';
import { footnoted, summary } from './sample.ts';
import { zipEntry } from './zip-entry.ts';

const STYLES = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Quote end'] => blockquote > p:fresh",
  "p[style-name='Bibliography'] => p:fresh",
  "p[style-name='TOC Heading'] => h2.contents:fresh",
  ...[1, 2, 3].map((level) => `p[style-name='toc ${level}'] => p.contents:fresh`),
  "p[style-name='footnote text'] => p:fresh",
  "p[style-name='Quote source'] => p.source:fresh",
  "p[style-name='Placeholder'] => p.missing:fresh",
  "p[style-name='Preformatted'] => pre:fresh",
];

async function reread(document: SummaryDocument): Promise<string> {
  const bytes = await writeSummary(document, 'docx');
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap: STYLES });
  expect(messages).toEqual([]);
  return value;
}

describe('a Word document, opened again by another library', () => {
  test('has the same headings, emphasis, quotations, lists, tables and sources', async () => {
    expect(await reread(summary())).toBe(
      [
        '<h1 class="title">The road to power</h1>',
        '<h1>1 The triumvirate</h1>',
        '<p>Three men, <em>one</em> party &amp; <strong>no plan</strong>: see ',
        '<a href="https://example.org/a?b=1&amp;c=2">the archive</a> and Grigorij Sinovjev.</p>',
        '<blockquote><p>De tre styrte sammen.</p><p>იოსებ სტალინი var én av dem.</p></blockquote>',
        '<p class="source">— Styret i 1923, ¶ 3–4 · triumvirate, to verify</p>',
        '<p><em>Comment</em>: Compare with the minutes.</p>',
        '<p class="missing">[Missing here: Minutes, ¶ 7 – it is in the trash]</p>',
        '<blockquote><p>The vote was open.</p></blockquote>',
        '<h2>Who they were</h2>',
        '<ol><li>Kamenev<ul><li>chaired</li></ul></li><li>Sinovjev</li></ol>',
        '<ul><li>☑ read</li><li>☐ write</li></ul>',
        '<table><thead><tr><th><p><strong>Name</strong></p></th><th><p><strong>Post</strong></p></th></tr></thead>',
        '<tbody><tr><td><p>Stalin</p></td><td><p>Secretary</p></td></tr></tbody></table>',
        '<blockquote><p>A typed quote.</p></blockquote>',
        '<pre>a &lt;b&gt;<br />  c</pre>',
        '<h1>Sources</h1>',
        '<p>Hansen, O. Styret i 1923. 1974. <a href="https://example.org/styret">https://example.org/styret</a></p>',
      ].join(''),
    );
  });

  test('has its footnotes and its table of contents', async () => {
    const html = await reread(footnoted());
    expect(html).toContain('var én av dem.<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup></p>');
    expect(html).toContain('<li id="footnote-1"><p> Hansen, <em>Styret</em>, ¶ 3.');
    expect(html).toContain('<li id="footnote-2"><p> Or so he says.');
    expect(html).toMatch(
      /<h2 class="contents">Contents<\/h2><p class="contents"><a href="#\w+">1 The triumvirate<\/a>/,
    );
  });

  test('keeps every character of a text, controls apart', async () => {
    await fc.assert(
      // U+2028 is left out: the library that reads takes it for a line end.
      fc.asyncProperty(
        awkwardLines.map((text) => text.replaceAll('\u2028', '')),
        async (text) => {
          const document = summary({
            title: 'T',
            blocks: [
              { kind: 'quotation', highlightId: 'h', text: `${text}\u0007\u0000`, sourceTitle: 'S', locator: '' },
            ],
            sources: [],
          });
          const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await writeSummary(document, 'docx')) });
          expect(value).toBe(`T\n\n${text.split('\n').join('\n\n')}\n\n— S\n\n`);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('two ordered lists count each from its own start', async () => {
    const items = [{ blocks: [{ kind: 'paragraph' as const, runs: [{ text: 'a' }] }] }];
    const bytes = await writeSummary(
      summary({
        blocks: [
          { kind: 'list', ordered: true, start: 1, items },
          { kind: 'list', ordered: true, start: 5, items },
        ],
      }),
      'docx',
    );
    const starts = [...zipEntry(bytes, 'word/numbering.xml').matchAll(/<w:start w:val="(\d+)"\/>/g)].map(
      ([, start]) => start,
    );
    expect(starts).toContain('5');
  });

  test('knows its title, its authors and the time it was told, and is the same each time', async () => {
    const document = summary({ title: 'A <b> & "c"' });
    const [first, second] = [await writeSummary(document, 'docx'), await writeSummary(document, 'docx')];
    const core = zipEntry(first, 'docProps/core.xml');
    expect(core).toContain('<dc:title>A &lt;b&gt; &amp; &quot;c&quot;</dc:title>');
    expect(core).toContain('<dc:creator>Kari Nordmann</dc:creator>');
    expect(core).toContain('2026-11-23T10:00:00.000Z</dcterms:created>');
    const parts = ['docProps/core.xml', 'word/styles.xml', 'word/numbering.xml'];
    for (const part of parts) expect(zipEntry(second, part)).toBe(zipEntry(first, part));
  });

  test('Arabic and Hebrew run from right to left', async () => {
    const blocks = [{ kind: 'paragraph' as const, runs: [{ text: 'السلام عليكم' }] }];
    const xml = zipEntry(await writeSummary(summary({ blocks }), 'docx'), 'word/document.xml');
    expect(xml).toContain('<w:bidi/>');
    expect(xml).toContain('<w:rtl/>');
  });
});
