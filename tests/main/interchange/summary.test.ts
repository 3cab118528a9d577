import { expect, test } from 'vitest';
import type { Output } from '../../../main/contract/index.ts';
import * as summaries from '../../../main/interchange/index.ts';
import { footnoted, summary } from './sample.ts';

test('a report counts the quotations and says where something is missing and why', () => {
  const missing = { kind: 'unresolved', what: 'War, ¶ 2', reason: 'source-missing' } as const;
  const quotation = { kind: 'quotation', highlightId: 'h', text: 'x', sourceTitle: 'S', locator: '¶ 1' } as const;
  const document = summary({
    blocks: [
      missing,
      ...summary().blocks,
      { kind: 'quote', blocks: [quotation] },
      { kind: 'list', ordered: false, start: 1, items: [{ blocks: [missing, quotation] }] },
      {
        kind: 'paragraph',
        runs: [
          { text: 'kept', link: 'https://example.org' },
          { text: 'cut', link: 'file:///x' },
        ],
      },
    ],
    skipped: [{ code: 'hits', count: 0 }],
  });
  const report: Output<'exports.create'>['report'] = summaries.reportOf(document);
  expect(report).toEqual({
    quotations: 3,
    unresolved: [
      { where: 'The road to power', what: 'War, ¶ 2', reason: 'source-missing' },
      { where: 'The triumvirate', what: 'Minutes, ¶ 7', reason: 'in-trash' },
      { where: 'Who they were', what: 'War, ¶ 2', reason: 'source-missing' },
    ],
    skipped: [{ code: 'links', count: 1 }],
  });
});

test.each([
  ['https://example.org/æ', 'https://example.org/%C3%A6'],
  ['mailto:kari@example.org', 'mailto:kari@example.org'],
  ['javascript:alert(1)', undefined],
  ['JAVASCRIPT:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['file:///etc/passwd', undefined],
  ['/relative', undefined],
  ['', undefined],
])('the link %j becomes %j', (link, kept) => {
  expect(summaries.safeLink(link)).toBe(kept);
});

test('Norwegian in either form gets Norwegian words, any other language English', () => {
  expect(['nb', 'nn', 'no', 'nb-NO', 'en', 'de', ''].map((tag) => summaries.wordsFor(tag).sources)).toEqual([
    'Kilder',
    'Kilder',
    'Kilder',
    'Kilder',
    'Sources',
    'Sources',
    'Sources',
  ]);
});

test.each(Object.keys(summaries.SUMMARY_WRITERS) as summaries.SummaryFormat[])(
  'the same summary twice is the same %s',
  async (format) => {
    const first = await summaries.writeSummary(footnoted(), format);
    expect(await summaries.writeSummary(footnoted(), format)).toEqual(first);
  },
);
