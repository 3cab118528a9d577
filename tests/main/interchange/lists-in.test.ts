import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemNumber } from '../../../main/interchange/composer/index.ts';
import { readSource } from '../../../main/interchange/index.ts';
import { letterDocxParts } from './documents/letter-docx.ts';
import { textParts, zip } from './documents/zip.ts';

/** The items of a document: depth, what stands before each (`•` where the reader puts a bullet), words. */
async function items(bytes: Uint8Array, name: string): Promise<readonly string[]> {
  const { blocks } = await readSource(bytes, name);
  return blocks
    .filter(({ kind }) => kind === 'list-item')
    .map(({ level = 0, text, marks = [] }) => {
      const number = marks.find(({ kind }) => kind === 'number');
      if (number) expect([number.start, number.end]).toEqual([0, Array.from(text).length]);
      return `${level} ${number?.value ?? '•'} ${text}`;
    });
}

test('a page: where it begins, which way it counts, in which letters, and what stands apart', async () => {
  const page = `<ol><li>one<ul><li>under</li></ul></li><li><p>two</p><p>goes on</p></li><li value="7">seven</li><li>eight</li></ol>
<ol start="3" type="A"><li>three<br>after a break</li><li>four</li></ol><ol reversed type="i"><li>last</li><li>first</li></ol>
<ul><li><p>plain</p><p>and more</p></li></ul><dl><dt>lamp</dt><dd>a light</dd></dl>`;
  expect(await items(Buffer.from(page), 'a.html')).toEqual([
    '1 1. one',
    '2 • under',
    '1 2. two',
    '1  goes on',
    '1 7. seven',
    '1 8. eight',
    '1 C. three',
    '1  after a break',
    '1 D. four',
    '1 ii. last',
    '1 i. first',
    '1 • plain',
    '1  and more',
    '1  lamp',
    '1  a light',
  ]);
});

test('Markdown: counted from the first number on, with the sign behind it', async () => {
  const text = '4. four\n\n   more\n1. five\n   - under\n\n1) one\n2) two\n';
  expect(await items(Buffer.from(text), 'a.md')).toEqual([
    '1 4. four',
    '1  more',
    '1 5. five',
    '2 • under',
    '1 1) one',
    '1 2) two',
  ]);
});

test('Word: levels of several numbers, lists that go on and lists that begin anew, bullets and none', async () => {
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const level = (at: number, format: string, text: string, start = 1) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:numbering ${W}>
<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '§ %1')}${level(1, 'lowerLetter', '%1.%2)')}${level(2, 'bullet', 'o')}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">${level(0, 'upperRoman', '%1.', 4)}${level(1, 'none', '')}${level(2, 'bullet', ' ')}</w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Lister"/></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:styleLink w:val="Lister"/>${level(0, 'decimalZero', '%1:', 9)}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num></w:numbering>`;
  const p = (list: number, at: number, text: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const body = [
    p(1, 0, 'one'),
    p(1, 1, 'under'),
    p(1, 1, 'next'),
    p(1, 2, 'sign'),
    '<w:p><w:r><w:t>Between.</w:t></w:r></w:p>',
    p(1, 0, 'two'),
    p(1, 1, 'anew'),
    p(3, 0, 'from one'),
    p(1, 0, 'goes on'),
    p(2, 0, 'four'),
    p(2, 1, 'no number'),
    p(2, 2, 'no bullet'),
    p(4, 0, 'by its style'),
    p(99, 0, 'of no list'),
  ];
  const parts = letterDocxParts();
  const name = Object.keys(parts).find((each) => each.endsWith('document7.xml.rels')) ?? '';
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering';
  const bytes = zip(
    textParts({
      ...parts,
      [name]: (parts[name] ?? '').replace(
        '</Relationships>',
        `<Relationship Id="n" Type="${type}" Target="numbering.xml"/></Relationships>`,
      ),
      'word/numbering.xml': numbering,
      'word/document7.xml': `<w:document ${W}><w:body>${body.join('')}</w:body></w:document>`,
    }),
  );
  expect(await items(bytes, 'a.docx')).toEqual([
    '1 § 1 one',
    '2 1.a) under',
    '2 1.b) next',
    '3 • sign',
    '1 § 2 two',
    '2 2.a) anew',
    '1 § 1 from one',
    '1 § 2 goes on',
    '1 IV. four',
    '2  no number',
    '3  no bullet',
    '1 9: by its style',
    '1 • of no list',
  ]);
});

test('OpenDocument: levels, headers of lists, numbers given and lists that go on', async () => {
  const names = ['office', 'text', 'style'].map(
    (each) => `xmlns:${each}="urn:oasis:names:tc:opendocument:xmlns:${each}:1.0"`,
  );
  const style = `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2" text:start-value="2"/>
<text:list-level-style-bullet text:level="3" text:bullet-char="x"/></text:list-style>`;
  const item = (words: string, more = '', attributes = '') =>
    `<text:list-item ${attributes}><text:p>${words}</text:p>${more}</text:list-item>`;
  const body = `<text:list text:style-name="L"><text:list-header><text:p>head</text:p></text:list-header>
${item('one', `<text:p>more</text:p><text:list>${item('b')}${item('c', `<text:list>${item('sign')}</text:list>`)}</text:list>`)}
<text:list-item><text:list>${item('deep')}</text:list></text:list-item>${item('two')}${item('nine', '', 'text:start-value="9"')}</text:list>
<text:p>Between.</text:p><text:list text:style-name="L" text:continue-numbering="true">${item('ten')}</text:list>
<text:list text:style-name="L">${item('anew')}</text:list><text:list>${item('of no style')}</text:list>`;
  const flat = `<office:document ${names.join(' ')} office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>${style}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document>`;
  expect(await items(Buffer.from(flat), 'a.fodt')).toEqual([
    '1  head',
    '1 1. one',
    '1  more',
    '2 1.b) b',
    '2 1.c) c',
    '3 • sign',
    '2 1.b) deep',
    '1 2. two',
    '1 9. nine',
    '1 10. ten',
    '1 1. anew',
    '1 • of no style',
  ]);
});

test('RTF: what its writer put before the item, and no sign of a font for one', async () => {
  const text = String.raw`{\rtf1\ansi {\listtext\pard\plain 1.\tab}\pard\ls1 one\par {\listtext\pard\plain b)\tab}\pard\ls1\ilvl1 under\par
{\listtext\pard\plain \'b7\tab}\pard\ls2 sign\par {\listtext\pard\plain o\tab}\pard\ls2 ring\par \pard{\pntext\pard 2.\tab}two\par\pard\ls3 bare\par\pard After.\par}`;
  expect(await items(Buffer.from(text, 'latin1'), 'a.rtf')).toEqual([
    '1 1. one',
    '2 b) under',
    '1 • sign',
    '1 • ring',
    '1 2. two',
    '1 • bare',
  ]);
});

test('numbers in letters and numerals are those people count with, and no number hangs', () => {
  expect([1, 26, 27, 52, 53, 703].map((each) => itemNumber(each, 'lower-alpha'))).toEqual([
    'a',
    'z',
    'aa',
    'az',
    'ba',
    'aaa',
  ]);
  expect([4, 1666, 3999, 4000, 0].map((each) => itemNumber(each, 'upper-roman'))).toEqual([
    'IV',
    'MDCLXVI',
    'MMMCMXCIX',
    '4000',
    '0',
  ]);
  const worth: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3999 }), (number) => {
      const values = Array.from(itemNumber(number, 'lower-roman'), (sign) => worth[sign] ?? 0);
      expect(values.reduce((sum, each, at) => sum + (each < (values[at + 1] ?? 0) ? -each : each), 0)).toBe(number);
    }),
  );
  for (const number of [Number.POSITIVE_INFINITY, Number.NaN, -3, 1e300, 1.5]) {
    for (const counting of ['lower-alpha', 'upper-roman'] as const)
      expect(itemNumber(number, counting)).toBe(String(number));
  }
});
