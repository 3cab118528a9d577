import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SummaryDocument, writeSummary } from '../../../main/interchange/index.ts';
import { awkwardLines } from './awkward.ts';
import { has, runOn } from './programs.ts';
import { footnoted, summary } from './sample.ts';
import { zipEntry } from './zip-entry.ts';

const contentOf = async (document: SummaryDocument) => zipEntry(await writeSummary(document, 'odt'), 'content.xml');

/** The words of the paragraphs of a style, spaces and breaks as a reader of the format counts them. */
function paragraphs(xml: string, style: string): string[] {
  const found = xml.matchAll(new RegExp(`<text:p text:style-name="${style}(?:_5f_rtl)?">(.*?)</text:p>`, 'gs'));
  return [...found].map(([, inside = '']) =>
    inside
      .replace(/<text:s text:c="(\d+)"\/>/g, (_, count: string) => ' '.repeat(Number(count)))
      .replaceAll('<text:tab/>', '\t')
      .replace(/<[^>]*>/g, '')
      .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? ''),
  );
}

test('the file says first what it is, unpacked, and is the same each time', async () => {
  const bytes = await writeSummary(summary(), 'odt');
  expect(new TextDecoder().decode(bytes.subarray(30, 77))).toBe('mimetypeapplication/vnd.oasis.opendocument.text');
  expect(await writeSummary(summary(), 'odt')).toEqual(bytes);
});

test('keeps every character of a quotation', async () => {
  await fc.assert(
    fc.asyncProperty(awkwardLines, async (text) => {
      const quotation = { kind: 'quotation' as const, highlightId: 'h', text, sourceTitle: 'S', locator: '¶ 1' };
      const xml = await contentOf(summary({ blocks: [quotation], sources: [] }));
      // White space in a row is one space to a reader unless it is written as elements.
      expect(xml.replace(/>\n</g, '><')).not.toMatch(/>[^<]*(?: {2}|\t)/);
      expect(paragraphs(xml, 'Quote')).toEqual(text.split('\n'));
    }),
  );
});

test('text from right to left turns its paragraph', async () => {
  const xml = await contentOf(summary({ blocks: [{ kind: 'paragraph', runs: [{ text: 'السلام عليكم' }] }] }));
  expect(xml).toContain('<text:p text:style-name="Text_20_body_5f_rtl">السلام عليكم</text:p>');
  expect(xml).toContain('style:name="Text_20_body_5f_rtl"');
});

test('the table of contents leads to its headings', async () => {
  const xml = await contentOf(summary({ contents: true }));
  for (const [, anchor] of xml.matchAll(/xlink:href="#([^"]+)"/g)) {
    expect(xml).toContain(`<text:bookmark text:name="${anchor}"/>`);
  }
  expect(xml.match(/xlink:href="#heading-/g)).toHaveLength(2);
});

describe.skipIf(!has('pandoc'))('read by pandoc (skipped where it is not installed)', () => {
  test('has the same headings, lists, emphasis, footnotes and tables', async () => {
    const bytes = await writeSummary(footnoted(), 'odt');
    const args = ['-f', 'odt', '-t', 'html', '--wrap=none', 'summary.odt'];
    const html = runOn({ 'summary.odt': bytes }, 'pandoc', args, (_, printed) => printed).replace(/\s+/g, ' ');
    expect(html).toMatch(/<h1 id="[^"]*">(?:<span id="anchor"><\/span>)?1 The triumvirate<\/h1>/);
    expect(html).toMatch(/<h2 id="[^"]*">(?:<span id="anchor-1"><\/span>)?Who they were<\/h2>/);
    expect(html).toContain(
      '<em>one</em> party &amp; <strong>no plan</strong>: see <a href="https://example.org/a?b=1&amp;c=2">',
    );
    expect(html).toMatch(/<ol[^>]*> <li><p>Kamenev<\/p> <ul> <li>chaired<\/li> <\/ul><\/li> <li>Sinovjev/);
    expect(html).toMatch(/<t[hd][^>]*>(?:<p>)?Name/);
    expect(html).toMatch(/<td[^>]*>(?:<p>)?Secretary/);
    expect(html).toContain('De tre styrte sammen.');
    expect(html).toMatch(/<li id="fn1"[^>]*><p>Hansen, <em>Styret<\/em>, ¶ 3\./);
  });
});

describe.skipIf(!has('soffice'))('opened by LibreOffice (skipped where it is not installed)', () => {
  test.each(['odt', 'docx'] as const)('%s becomes pages', async (format) => {
    const args = ['--headless', '--convert-to', 'pdf', `summary.${format}`];
    const bytes = await writeSummary(footnoted(), format);
    runOn({ [`summary.${format}`]: bytes }, 'soffice', args, (folder) => {
      expect(existsSync(join(folder, 'summary.pdf'))).toBe(true);
    });
  });
});
