import { describe, expect, test } from 'vitest';
import {
  countWords,
  documentReferences,
  documentText,
  EMPTY_DOCUMENT,
  formatLocator,
  parseDocument,
  sourceText,
} from '../../../db/model/index.ts';

const quotation = {
  type: 'quotation',
  attrs: {
    highlightId: 'h1',
    sourceId: 's1',
    text: 'The bridge was never built.',
    sourceTitle: 'Minutes',
    locator: '¶ 4',
    colour: 'red',
  },
};
const mention = { type: 'entity_mention', attrs: { entityId: 'e1', name: 'Ada Berg' } };
const link = { type: 'note_link', attrs: { noteId: 'n1', title: 'Bridges' } };
const document = {
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: 'See ' }, mention, { type: 'text', text: ' in ' }, link] },
    quotation,
    { type: 'paragraph', content: [mention] },
  ],
};

describe('documents', () => {
  test('text has the words of quotations, mentions and links', () => {
    expect(documentText(parseDocument(document))).toBe(
      'See Ada Berg in Bridges\nThe bridge was never built.\nAda Berg',
    );
  });

  test('references name each thing once', () => {
    expect(documentReferences(parseDocument(document))).toEqual([
      { kind: 'entity', id: 'e1' },
      { kind: 'note', id: 'n1' },
      { kind: 'highlight', id: 'h1' },
    ]);
  });

  test('what is not a document of the schema is refused', () => {
    expect(() => parseDocument({ type: 'doc', content: [{ type: 'script' }] })).toThrow(RangeError);
    expect(() => parseDocument({ type: 'doc', content: [] })).toThrow(RangeError);
    expect(documentText(parseDocument(EMPTY_DOCUMENT))).toBe('');
  });
});

test('words are counted in any script, hyphens and apostrophes inside', () => {
  expect(countWords('Stålmannens ord, «ikke»  32 års-jubileum – иосиф იოსებ don’t')).toBe(8);
  expect(countWords('— … !')).toBe(0);
});

test('each block of a text is followed by one line break', () => {
  expect(sourceText([{ text: 'a' }, { text: 'b' }])).toBe('a\nb\n');
});

test('a locator names one paragraph, a range, and the label of the page', () => {
  expect(formatLocator({ firstBlock: 38, lastBlock: 38 })).toBe('¶ 38');
  expect(formatLocator({ firstBlock: 38, lastBlock: 40, label: 'p. 41' })).toBe('p. 41, ¶ 38–40');
});
