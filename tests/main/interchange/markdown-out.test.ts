import fc from 'fast-check';
import createParser from 'markdown-it';
import { describe, expect, test } from 'vitest';
import type { Run, SummaryBlock, SummaryDocument } from '../../../main/interchange/index.ts';
import { MARKS, writeSummary } from '../../../main/interchange/index.ts';
import { awkwardLine, awkwardLines, visibleLine } from './awkward.ts';
import { footnoted, summary } from './sample.ts';

/** The text a stranger's CommonMark reader shows, one entry for each paragraph, heading or cell. */
function textsIn(markdown: string): string[] {
  const tokens = createParser().parse(markdown, {});
  return tokens.flatMap((token) => {
    if (token.type === 'fence') return [token.content];
    if (token.type !== 'inline') return [];
    return [(token.children ?? []).map((child) => (child.type === 'hardbreak' ? '\n' : child.content)).join('')];
  });
}

async function markdownOf(blocks: readonly SummaryBlock[], rest: Partial<SummaryDocument> = {}): Promise<string> {
  return new TextDecoder().decode(await writeSummary(summary({ blocks, sources: [], ...rest }), 'markdown'));
}

async function textsOf(blocks: readonly SummaryBlock[]): Promise<string[]> {
  return textsIn(await markdownOf(blocks)).slice(1);
}

describe('what is written in Markdown is read back character by character', () => {
  test('paragraphs', async () => {
    await fc.assert(
      fc.asyncProperty(awkwardLines, async (text) => {
        expect(await textsOf([{ kind: 'paragraph', runs: [{ text }] }])).toEqual([text]);
      }),
      { numRuns: 3000 },
    );
  });

  test('headings, whatever they end in', async () => {
    await fc.assert(
      fc.asyncProperty(visibleLine, async (text) => {
        expect(await textsOf([{ kind: 'heading', level: 1, runs: [{ text }] }])).toEqual([text]);
      }),
      { numRuns: 1000 },
    );
  });

  test('quotations of one or several blocks, and the source below them', async () => {
    await fc.assert(
      fc.asyncProperty(awkwardLines, visibleLine, async (text, sourceTitle) => {
        const texts = await textsOf([{ kind: 'quotation', highlightId: 'h', text, sourceTitle, locator: '¶ 38' }]);
        expect(texts).toEqual([...text.split('\n'), `— ${sourceTitle}, ¶ 38`]);
      }),
      { numRuns: 1000 },
    );
  });

  test('list items and table cells', async () => {
    await fc.assert(
      fc.asyncProperty(visibleLine, awkwardLine, fc.boolean(), async (first, second, ordered) => {
        const items = [{ blocks: [{ kind: 'paragraph' as const, runs: [{ text: first }] }] }];
        expect(await textsOf([{ kind: 'list', ordered, start: 7, items }])).toEqual([first]);
        const row = [first, second].map((text) => ({ header: true, runs: [{ text }] }));
        expect(await textsOf([{ kind: 'table', rows: [row] }])).toEqual([first, second]);
      }),
      { numRuns: 1000 },
    );
  });

  test('preformatted text, fences inside it included', async () => {
    await fc.assert(
      fc.asyncProperty(awkwardLines, async (text) => {
        expect(await textsOf([{ kind: 'preformatted', text }])).toEqual([`${text}\n`]);
      }),
    );
  });

  test('marked runs keep every character, and the marks around words', async () => {
    const mark = fc.constantFrom(...MARKS.filter((name) => !['underline', 'superscript', 'subscript'].includes(name)));
    const run: fc.Arbitrary<Run> = fc.record({ text: visibleLine, marks: fc.uniqueArray(mark, { maxLength: 3 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(run, { minLength: 1, maxLength: 4 }), async (runs) => {
        const text = runs.map((part) => part.text).join('');
        expect((await textsOf([{ kind: 'paragraph', runs }])).join('\n')).toBe(text);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('marks', () => {
  test.each([
    [[{ text: 'a', marks: ['strong'] }, { text: 'b' }], '**a**b'],
    [[{ text: '«a»', marks: ['strong'] }, { text: 'b' }], '**«a»**&#98;'],
    [[{ text: 'x ' }, { text: ' a ', marks: ['em'] }, { text: 'b' }], 'x  _a_ b'],
    [[{ text: 'a|`b', marks: ['code'] }], '``a|`b``'],
    [
      [
        { text: 'a', marks: ['strong'] },
        { text: 'b', marks: ['em'] },
      ],
      '**a**_b_',
    ],
    [[{ text: 'side', link: 'https://example.org/a_(b)' }], '[side](<https://example.org/a_(b)>)'],
    [[{ text: 'side', link: 'javascript:alert(1)' }], 'side'],
  ] satisfies [Run[], string][])('%j', async (runs, written) => {
    expect(await markdownOf([{ kind: 'paragraph', runs }], { title: 'T' })).toBe(`# T\n\n${written}\n`);
  });
});

test('a text of two hundred thousand lines', async () => {
  const text = 'a `b`\n'.repeat(200_000);
  const [fence, ...rest] = (await markdownOf([{ kind: 'preformatted', text }], { title: 'T' })).split('\n').slice(2);
  expect([fence, rest.length]).toEqual(['```', 200_003]);
});

test('a whole summary', async () => {
  expect(await markdownOf(summary().blocks, { sources: summary().sources })).toMatchSnapshot();
});

test('a footnote stands where it belongs and below all', async () => {
  const { blocks } = footnoted();
  const markdown = await markdownOf(blocks, { contents: true });
  expect(markdown).toContain('## Contents\n\n1 The triumvirate\\\n&#8195;Who they were\n\n## 1 The triumvirate\n');
  expect(markdown).toContain('> იოსებ სტალინი var én av dem.[^1]\n\n_Comment_');
  expect(markdown).toMatch(/So it was\[\^2\]\.\n\n\[\^1\]: Hansen, _Styret_, ¶ 3\.\n\n\[\^2\]: Or so he says\.\n$/);
});
