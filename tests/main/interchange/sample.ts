import { NO_CITATION } from '../../../db/model/index.ts';
import type { SummaryDocument } from '../../../main/interchange/index.ts';

/** A summary with one of everything. */
export function summary(changes: Partial<SummaryDocument> = {}): SummaryDocument {
  return {
    title: 'The road to power',
    language: 'en',
    createdAt: '2026-11-23T10:00:00.000Z',
    authors: ['Kari Nordmann'],
    blocks: [
      { kind: 'heading', level: 1, number: '1', runs: [{ text: 'The triumvirate' }] },
      {
        kind: 'paragraph',
        runs: [
          { text: 'Three men, ' },
          { text: 'one', marks: ['em'] },
          { text: ' party & ' },
          { text: 'no plan', marks: ['strong'] },
          { text: ': see ' },
          { text: 'the archive', link: 'https://example.org/a?b=1&c=2' },
          { text: ' and ' },
          { text: 'Grigorij Sinovjev', reference: { kind: 'entity', id: 'e1' } },
          { text: '.' },
        ],
      },
      {
        kind: 'quotation',
        highlightId: 'h1',
        text: 'De tre styrte sammen.\nიოსებ სტალინი var én av dem.',
        sourceTitle: 'Styret i 1923',
        locator: '¶ 3–4',
        tags: ['triumvirate', 'to verify'],
        comment: 'Compare with the minutes.',
        colour: 'green',
      },
      { kind: 'unresolved', what: 'Minutes, ¶ 7', reason: 'in-trash', snapshot: 'The vote was open.' },
      { kind: 'heading', level: 2, runs: [{ text: 'Who they were' }] },
      {
        kind: 'list',
        ordered: true,
        start: 1,
        items: [
          {
            blocks: [
              { kind: 'paragraph', runs: [{ text: 'Kamenev' }] },
              {
                kind: 'list',
                ordered: false,
                start: 1,
                items: [{ blocks: [{ kind: 'paragraph', runs: [{ text: 'chaired' }] }] }],
              },
            ],
          },
          { blocks: [{ kind: 'paragraph', runs: [{ text: 'Sinovjev' }] }] },
        ],
      },
      {
        kind: 'list',
        ordered: false,
        start: 1,
        items: [
          { checked: true, blocks: [{ kind: 'paragraph', runs: [{ text: 'read' }] }] },
          { checked: false, blocks: [{ kind: 'paragraph', runs: [{ text: 'write' }] }] },
        ],
      },
      {
        kind: 'table',
        rows: [
          [
            { header: true, runs: [{ text: 'Name' }] },
            { header: true, runs: [{ text: 'Post' }] },
          ],
          [
            { header: false, runs: [{ text: 'Stalin' }] },
            { header: false, runs: [{ text: 'Secretary' }] },
          ],
        ],
      },
      { kind: 'quote', blocks: [{ kind: 'paragraph', runs: [{ text: 'A typed quote.' }] }] },
      { kind: 'preformatted', text: 'a <b>\n  c' },
      { kind: 'rule' },
    ],
    sources: [
      {
        id: 's1',
        title: 'Styret i 1923',
        authors: ['Hansen, O.'],
        date: '1974',
        url: 'https://example.org/styret',
        language: 'nb',
        fileName: 'styret.txt',
        publisher: '',
        identifiers: [],
        citation: NO_CITATION,
      },
    ],
    ...changes,
  };
}

/** The same with a table of contents, and with a quotation and a paragraph that have footnotes. */
export function footnoted(): SummaryDocument {
  const { blocks } = summary();
  const citation = {
    place: 'footnote' as const,
    runs: [{ text: 'Hansen, ' }, { text: 'Styret', marks: ['em' as const] }, { text: ', ¶ 3.' }],
  };
  return summary({
    contents: true,
    blocks: [
      ...blocks.map((block) => (block.kind === 'quotation' ? { ...block, tags: [], citation } : block)),
      { kind: 'paragraph', runs: [{ text: 'So it was', footnote: [{ text: 'Or so he says.' }] }, { text: '.' }] },
    ],
  });
}
