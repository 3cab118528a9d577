import { type Browser, chromium, type Page } from '@playwright/test';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NO_CITATION } from '../../../db/model/index.ts';
import { findChromium } from '../../../main/host/index.ts';
import { type SummaryDocument, writeSummary } from '../../../main/interchange/index.ts';
import { awkwardLines, visibleLine } from './awkward.ts';
import { footnoted, summary } from './sample.ts';

async function htmlOf(document: SummaryDocument): Promise<string> {
  return new TextDecoder().decode(await writeSummary(document, 'html'));
}

const HOSTILE =
  '</style></title><script>document.title = "broken"</script><img src="https://example.org/x.png" onerror="1">"\'&amp;\u0000\u0007';

test('nothing hostile gets through as markup', async () => {
  const html = await htmlOf(
    summary({
      title: HOSTILE,
      language: HOSTILE,
      authors: [HOSTILE],
      blocks: [
        { kind: 'quotation', highlightId: 'h', text: HOSTILE, sourceTitle: HOSTILE, locator: HOSTILE, colour: HOSTILE },
        {
          kind: 'paragraph',
          runs: [
            { text: HOSTILE, link: `https://example.org/"><script>` },
            { text: 'x', link: 'javascript:1' },
          ],
        },
        { kind: 'unresolved', what: HOSTILE, reason: 'missing' },
        { kind: 'preformatted', text: HOSTILE },
      ],
      sources: [
        {
          id: 's',
          title: HOSTILE,
          authors: [],
          date: '',
          url: 'file:///etc/passwd',
          language: HOSTILE,
          fileName: '',
          publisher: '',
          identifiers: [],
          citation: NO_CITATION,
        },
      ],
    }),
  );
  expect(html).not.toMatch(/<script|<img|href="javascript|href="file/i);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(html).not.toMatch(/[\u0000-\u0008]/);
  expect(html.match(/<style>/g)).toHaveLength(1);
});

test('footnotes and contents lead there and back', async () => {
  const html = await htmlOf(footnoted());
  const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(targets).toEqual(['heading-1', 'heading-2', 'note-1', 'note-2', 'note-sign-1', 'note-sign-2']);
  for (const id of targets) expect(html).toContain(` id="${id}"`);
});

test('the words it adds follow the language', async () => {
  const html = await htmlOf(summary({ language: 'nb' }));
  expect(html).toContain('<html lang="nb">');
  expect(html).toContain('<h2>Kilder</h2>');
  expect(html).toContain('[Mangler her: Minutes, ¶ 7 – ligger i papirkurven]');
});

const executablePath = findChromium();

describe.skipIf(executablePath === undefined)('in Chromium (skipped where none is installed)', () => {
  let browser: Browser;
  let page: Page;
  const requests: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    page = await browser.newPage();
    page.on('request', (request) => requests.push(request.url()));
  });
  afterAll(() => browser?.close());

  test('a summary has its headings, quotations, lists, tables and sources, each in its own direction', async () => {
    await page.setContent(await htmlOf(summary()));
    const seen = await page.evaluate(() => {
      const texts = (selector: string) =>
        [...document.querySelectorAll(selector)].map((element) => element.textContent);
      return {
        title: document.title,
        headings: texts('h1, h2, h3'),
        quoted: texts('figure blockquote p'),
        captions: texts('figcaption'),
        missing: texts('.missing strong'),
        emphasis: texts('em, strong'),
        items: texts('ol > li > ul > li'),
        tasks: texts('ul.tasks > li'),
        cells: texts('th, td'),
        preformatted: texts('pre'),
        links: [...document.links].map((link) => link.href),
        undirected: texts('p:not([dir]), li:not([dir]), td:not([dir])'),
      };
    });
    expect(seen).toEqual({
      title: 'The road to power',
      headings: ['The road to power', '1 The triumvirate', 'Who they were', 'Sources'],
      quoted: ['De tre styrte sammen.', 'იოსებ სტალინი var én av dem.'],
      captions: ['— Styret i 1923, ¶ 3–4 · triumvirate, to verify'],
      missing: ['[Missing here: Minutes, ¶ 7 – it is in the trash]'],
      emphasis: ['one', 'no plan', 'Comment', '[Missing here: Minutes, ¶ 7 – it is in the trash]'],
      items: ['chaired'],
      tasks: ['☑ read', '☐ write'],
      cells: ['Name', 'Post', 'Stalin', 'Secretary'],
      preformatted: ['a <b>\n  c'],
      links: ['https://example.org/a?b=1&c=2', 'https://example.org/styret'],
      undirected: [],
    });
    expect(requests).toEqual([]);
  });

  test('keeps every character, and runs nothing', async () => {
    await fc.assert(
      fc.asyncProperty(awkwardLines, visibleLine, async (text, sourceTitle) => {
        const blocks = [
          { kind: 'quotation' as const, highlightId: 'h', text, sourceTitle, locator: '¶ 1' },
          { kind: 'preformatted' as const, text },
        ];
        await page.setContent(await htmlOf(summary({ title: HOSTILE, blocks, sources: [] })));
        const seen = await page.evaluate(() => ({
          words: [...document.querySelectorAll('figure p')].map((element) => element.textContent).join('\n'),
          source: document.querySelector('figcaption')?.textContent,
          preformatted: document.querySelector('pre')?.textContent,
          scripts: document.scripts.length,
        }));
        expect(seen).toEqual({ words: text, source: `— ${sourceTitle}, ¶ 1`, preformatted: text, scripts: 0 });
      }),
      { numRuns: 60 },
    );
    expect(requests).toEqual([]);
  });
});
