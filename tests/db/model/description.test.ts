import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  asDescription,
  type DocumentJson,
  descriptionDocument,
  descriptionOf,
  joinDescriptions,
  parseDocument,
} from '../../../db/model/index.ts';

const text = (words: string, ...marks: string[]): DocumentJson => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const paragraph = (...content: DocumentJson[]): DocumentJson => ({ type: 'paragraph', content });
const doc = (...content: DocumentJson[]): DocumentJson => ({ type: 'doc', content });
const linked = (href: string): DocumentJson => ({ ...text('there'), marks: [{ type: 'link', attrs: { href } }] });

test('words without a form are kept as words, one paragraph a line, whatever they are', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }).map((line) => line.replaceAll('\n', ' '))), (lines) => {
      const plain = { text: lines.join('\n'), document: null };
      expect(descriptionOf(descriptionDocument(plain))).toEqual(plain);
    }),
    { numRuns: 30 },
  );
});

test('bold, italics, links to pages and lists are kept, and read the same when they come back', () => {
  const list = (type: string): DocumentJson => ({
    type,
    content: [{ type: 'list_item', content: [paragraph(text('one', 'em')), paragraph(text('more'))] }],
  });
  const formed = descriptionOf(
    doc(paragraph(text('Born ', 'strong'), linked('https://lectern.test/')), list('bullet_list'), list('ordered_list')),
  );
  expect(formed.text).toBe('Born there\none\nmore\none\nmore');
  expect(descriptionOf(formed.document ?? doc())).toEqual(formed);
});

test('what a description cannot have leaves its words, and no address that could do something', () => {
  const attrs = { highlightId: 'h', text: 'Quoted\nhere' };
  const other = doc(
    { type: 'heading', attrs: { level: 2 }, content: [text('Title', 'underline', 'strong')] },
    { type: 'blockquote', content: [paragraph(linked('javascript:alert(1)'))] },
    { type: 'quotation', attrs },
    { type: 'code_block', content: [text('x = 1')] },
    { type: 'horizontal_rule' },
    paragraph(
      { type: 'entity_mention', attrs: { entityId: 'e', name: 'Ada' } },
      { type: 'footnote', content: [text('Note')] },
    ),
    {
      type: 'table',
      content: [{ type: 'table_row', content: [{ type: 'table_cell', content: [paragraph(text('cell'))] }] }],
    },
    {
      type: 'bullet_list',
      content: [{ type: 'list_item', attrs: { checked: true }, content: [paragraph(text('done'))] }],
    },
  );
  const { text: words, document } = descriptionOf(other);
  expect(words).toBe('Title\nthere\nQuoted\nhere\nx = 1\nAdaNote\ncell\ndone');
  const kinds = new Set(JSON.stringify(document).match(/"type":"\w+"/g));
  expect([...kinds].sort()).toEqual(
    ['bullet_list', 'doc', 'list_item', 'paragraph', 'strong', 'text'].map((kind) => `"type":"${kind}"`),
  );
  expect(JSON.stringify(document)).not.toContain('true');
  expect(asDescription(parseDocument(document ?? doc())).toJSON()).toEqual(document);
});

test('two descriptions become one that says both, and nothing twice', () => {
  const plain = { text: 'Plain.', document: null };
  const formed = descriptionOf(doc(paragraph(text('Formed.', 'em'))));
  const none = { text: '', document: null };
  expect(joinDescriptions(plain, none)).toEqual(plain);
  expect(joinDescriptions(none, formed)).toEqual(formed);
  expect(joinDescriptions(formed, formed)).toEqual(formed);
  expect(joinDescriptions(plain, { ...plain, text: 'Other.' })).toEqual({ text: 'Plain.\nOther.', document: null });
  expect(joinDescriptions(plain, formed)).toEqual({
    text: 'Plain.\nFormed.',
    document: doc(paragraph(text('Plain.')), paragraph(text('Formed.', 'em'))),
  });
});
