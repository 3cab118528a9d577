import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DocumentJson, documentReferences, documentText, parseDocument } from '../../../db/model/index.ts';
import { type NoteReferences, noteFromMarkdown, noteToMarkdown } from '../../../main/interchange/index.ts';
import { awkwardLine, visibleLine } from './awkward.ts';

const MAP = 'a1'.repeat(32);

const REFERENCES: NoteReferences = {
  highlight: (id) =>
    id === 'h1'
      ? { sourceId: 's1', text: 'Den bestod av tre.', sourceTitle: 'Styret', locator: '¶ 38', colour: 'red' }
      : undefined,
  entity: (id) => (id === 'e1' ? { name: 'Josef Stalin' } : undefined),
  note: (id) => (id === 'n1' ? { title: 'How it fell apart' } : undefined),
  image: (sha256) => (sha256 === MAP ? { width: 640, height: 480 } : undefined),
};

function roundTrip(document: DocumentJson): DocumentJson {
  return noteFromMarkdown(noteToMarkdown(document));
}

describe('what points into the notebook', () => {
  test('entities and notes become their nodes, with the names the notebook knows', () => {
    const document = noteFromMarkdown('By [@Stalin](lectern:entity/e1), see [[old]](lectern:note/n1).', REFERENCES);
    expect(documentText(parseDocument(document))).toBe('By Josef Stalin, see How it fell apart.');
    expect(documentReferences(parseDocument(document))).toEqual([
      { kind: 'entity', id: 'e1' },
      { kind: 'note', id: 'n1' },
    ]);
  });

  test('an id nobody knows keeps the words of the text', () => {
    const document = noteFromMarkdown('By [@Lenin](lectern:entity/e9).', REFERENCES);
    expect(documentText(parseDocument(document))).toBe('By Lenin.');
  });

  test('a block quote that names a highlight is a quotation', () => {
    const markdown = '> One.\n>\n> Two *here*.\n>\n> — [A, B: *C*](lectern:highlight/h7), p. 4, ¶ 3–4\n';
    expect(noteFromMarkdown(markdown).content).toEqual([
      {
        type: 'quotation',
        attrs: {
          highlightId: 'h7',
          sourceId: '',
          text: 'One.\nTwo here.',
          sourceTitle: 'A, B: C',
          locator: 'p. 4, ¶ 3–4',
          colour: 'yellow',
          kept: '',
        },
      },
    ]);
  });

  test('a paragraph of nothing but a link to a highlight is a quotation with the words of the passage', () => {
    const [quotation] = noteFromMarkdown('[](lectern:highlight/h1)', REFERENCES).content ?? [];
    expect(quotation?.attrs).toMatchObject({ highlightId: 'h1', text: 'Den bestod av tre.', colour: 'red' });
  });

  test('a block quote without a highlight stays a block quote, its dash line too', () => {
    const document = noteFromMarkdown('> One.\n>\n> — Somebody, ¶ 3\n');
    expect(document.content?.[0]?.type).toBe('blockquote');
  });
});

test('every kind of block and mark', () => {
  const markdown = `# One

Plain **strong** _em_ ~~gone~~ \`code\` <u>under</u> x<sup>2</sup> h<sub>2</sub> [out](https://example.org/).\\
next line

> quoted
>
> > deeper

1. first

   still first

2. second

   - inner

- [ ] open
- [x] done

| A | B |
| --- | --- |
| 1 | x\\|y |

\`\`\`
a

  b
\`\`\`

Said[^1] twice,[^2] see[^3](here) again.

[^4]\\: at the start of a line

___

[^1]: Where it _stands_.

[^2]: By [@Stalin](lectern:entity/e1)\\
    in two lines

[^3]:

[^4]: Last
`;
  expect(noteToMarkdown(noteFromMarkdown(markdown))).toBe(markdown);
});

describe('images', () => {
  const image = (alternative: string, size = { width: 0, height: 0 }) => ({
    type: 'image',
    attrs: { sha256: MAP, alternative, ...size },
  });
  const words = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

  test('an image alone in a paragraph is a block, as large as the notebook knows it', () => {
    const markdown = `![The *front* \\[east\\]](lectern:image/${MAP})\n`;
    expect(noteFromMarkdown(markdown, REFERENCES).content).toEqual([
      image('The front [east]', { width: 640, height: 480 }),
    ]);
  });

  test('one among words parts them, in a paragraph, a list and a cell', () => {
    const of = (line: string) => noteFromMarkdown(line).content;
    const written = `![map](lectern:image/${MAP})`;
    expect(of(`Before ${written} after`)).toEqual([words('Before'), image('map'), words('after')]);
    expect(of(`- ${written}`)?.[0]?.content?.[0]?.content).toEqual([{ type: 'paragraph' }, image('map')]);
    const table = of(`| a |\n| --- |\n| b ${written} |`)?.[0];
    expect(table?.content?.[1]?.content?.[0]?.content).toEqual([words('b'), image('map')]);
    const note = { type: 'doc', content: table === undefined ? [] : [table] };
    expect(roundTrip(note)).toEqual(note);
  });

  test('a name that is no SHA-256, and an image from elsewhere, are their words', () => {
    expect(noteFromMarkdown('![a\nmap](lectern:image/../x) ![b](https://example.org/b.png)').content).toEqual([
      words('a map b'),
    ]);
  });
});

test.each([
  ['empty', ''],
  ['a link to a script', '[x](javascript:alert(1))'],
  ['a tag', '<script>alert(1)</script> <u>open'],
  ['a footnote of one word', 'a[^1]\n\n[^1]: Word'],
  ['a footnote nobody calls, one called twice and one defined twice', 'a[^a] b[^a]\n\n[^b]: B\n\n[^a]: A\n\n[^a]: C'],
  ['a footnote of blocks', 'a[^x]\n\n[^x]: One\n\n    - two\n\n          code\n\n    [^y]: deeper[^x]'],
  ['a call in a name', '[@A[^1]](lectern:entity/e1) [b[^1]](https://example.org/)\n\n[^1]: Word'],
  ['a picture', '![alt *text*](https://example.org/a.png)'],
  ['a box before a heading', '- # [ ] x\n- [x]\n- [x] y'],
  ['nothing but a rule', '---'],
  ['an empty list item and an empty cell', '- \n- a\n\n|  | b |\n|---|---|\n|  | c |'],
  ['deep nesting', `${'> '.repeat(300)}deep`],
  ['nesting nobody reads', `${'> '.repeat(3000)}deep`],
])('%s gives a valid document and settles at once', (_, markdown) => {
  const document = noteFromMarkdown(markdown);
  expect(() => parseDocument(document)).not.toThrow();
  expect(roundTrip(document)).toEqual(document);
});

test('a link that begins as the call of a footnote does stays a link', () => {
  const quotation = {
    highlightId: 'h-1',
    sourceId: '',
    text: 'x',
    sourceTitle: '^1',
    locator: '',
    colour: 'red',
    kept: '',
  };
  const document = {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'footnote', content: [{ type: 'text', text: 'Note' }] }] },
      { type: 'quotation', attrs: quotation },
    ],
  };
  expect(noteFromMarkdown(noteToMarkdown(document)).content?.[1]).toMatchObject({
    type: 'quotation',
    attrs: { sourceTitle: '^1' },
  });
});

test('a footnote that is called without end is copied some times, and the other calls are text', () => {
  const long = 'word '.repeat(2000);
  const document = noteFromMarkdown(`${'a[^x] '.repeat(3000)}\n\n[^x]: ${long}`);
  expect(JSON.stringify(document).length).toBeLessThan(50 * long.length);
  expect(documentText(parseDocument(document))).toContain('a[^x] a[^x]');
});

test.each(['[^', '[', '** ', ' `', '[^a'])('a page of nothing but %j is read to its end', (sign) => {
  const document = noteFromMarkdown(sign.repeat(15_000));
  expect(() => parseDocument(document)).not.toThrow();
});

const text = visibleLine.map((value) => value.replaceAll('\u200b', ''));
const markSet = fc.uniqueArray(
  fc.constantFrom('strong', 'em', 'strike', 'underline', 'code').map((type) => ({ type })),
  { maxLength: 3, selector: (mark) => mark.type },
);
const textNode = fc.record({ type: fc.constant('text'), text, marks: markSet });
const inline: fc.Arbitrary<DocumentJson> = fc.oneof(
  { weight: 6, arbitrary: textNode },
  fc.constant({ type: 'hard_break' }),
  text.map((name) => ({ type: 'entity_mention', attrs: { entityId: 'e-1', name } })),
  text.map((title) => ({ type: 'note_link', attrs: { noteId: 'n-1', title } })),
);
const footnote = fc.array(inline, { maxLength: 3 }).map((content): DocumentJson => ({ type: 'footnote', content }));
const inlines = fc.array(fc.oneof({ weight: 6, arbitrary: inline }, footnote), { maxLength: 4 });
const paragraph = inlines.map((content): DocumentJson => ({ type: 'paragraph', content }));
const picture = fc.oneof(fc.constant(''), text).map((alternative): DocumentJson => {
  return { type: 'image', attrs: { sha256: MAP, alternative } };
});
const cell = fc
  .tuple(fc.array(fc.oneof(textNode, footnote), { maxLength: 2 }), fc.array(picture, { maxLength: 1 }))
  .map(([content, pictures]) => [{ type: 'paragraph', content }, ...pictures]);
const { block } = fc.letrec<{ block: DocumentJson }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'blocks' },
    paragraph,
    fc.record({
      type: fc.constant('heading'),
      attrs: fc.record({ level: fc.integer({ min: 1, max: 4 }) }),
      content: inlines,
    }),
    text.map((value): DocumentJson => ({ type: 'code_block', content: [{ type: 'text', text: value }] })),
    fc.constant<DocumentJson>({ type: 'horizontal_rule' }),
    picture,
    fc.record({
      type: fc.constant('quotation'),
      attrs: fc.record({ highlightId: fc.constant('h-1'), text, sourceTitle: text, locator: fc.constant('¶ 3–4') }),
    }),
    fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 }).map(
      (rows): DocumentJson => ({
        type: 'table',
        content: rows.map((cells, index) => ({
          type: 'table_row',
          content: cells.map((content) => ({ type: index === 0 ? 'table_header' : 'table_cell', content })),
        })),
      }),
    ),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((content): DocumentJson => ({ type: 'blockquote', content })),
    fc
      .record({
        type: fc.constantFrom('bullet_list', 'ordered_list'),
        items: fc.array(
          fc.tuple(paragraph, fc.array(tie('block'), { maxLength: 2 }), fc.constantFrom(null, true, false)),
          {
            minLength: 1,
            maxLength: 3,
          },
        ),
      })
      .map(
        ({ type, items }): DocumentJson => ({
          type,
          content: items.map(([first, rest, checked]) => ({
            type: 'list_item',
            attrs: { checked },
            content: [first, ...rest],
          })),
        }),
      ),
  ),
}));
const document = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((content): DocumentJson => parseDocument({ type: 'doc', content }).toJSON());

describe('a note through Markdown and back', () => {
  test('any text at all is a valid note, and settles after one round', () => {
    const indent = fc.constantFrom('', '', '', '  ', '    ', '> ', '- ', '1. ');
    const wild = fc.array(
      fc.tuple(indent, awkwardLine).map((parts) => parts.join('')),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(wild, (lines) => {
        const once = noteToMarkdown(noteFromMarkdown(lines.join('\n')));
        expect(noteToMarkdown(noteFromMarkdown(once))).toBe(once);
      }),
      { numRuns: 600 },
    );
  });

  test('settles after one round: what Markdown cannot say is lost once, and nothing after that', () => {
    fc.assert(
      fc.property(document, (note) => {
        const once = noteToMarkdown(note);
        expect(noteToMarkdown(noteFromMarkdown(once))).toBe(once);
      }),
      { numRuns: 600 },
    );
  });

  test('keeps every letter', () => {
    const letters = (note: DocumentJson) => documentText(parseDocument(note)).replace(/\s/g, '');
    fc.assert(
      fc.property(document, (note) => {
        expect(letters(roundTrip(note))).toBe(letters(note));
      }),
      { numRuns: 600 },
    );
  });
});
