import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemNumber } from '../../../main/interchange/composer/index.ts';
import { readSource } from '../../../main/interchange/index.ts';
import { letterDocxParts } from './documents/letter-docx.ts';
import { textParts, zip } from './documents/zip.ts';

/** The items and counted headings of a document: depth, what stands before each (`•` where the reader puts a bullet), words. */
async function items(bytes: Uint8Array, name: string): Promise<readonly string[]> {
  const { blocks } = await readSource(bytes, name);
  return blocks
    .filter(
      ({ kind, marks = [] }) =>
        kind === 'list-item' || (kind === 'heading' && marks.some((mark) => mark.kind === 'number')),
    )
    .map(({ level = 0, text, marks = [] }) => {
      const number = marks.find(({ kind }) => kind === 'number');
      if (number) expect([number.start, number.end]).toEqual([0, Array.from(text).length]);
      return `${level} ${number?.value ?? '•'} ${text}`;
    });
}

test('a page: where it begins, which way it counts, in which letters, and what stands apart', async () => {
  const page = `<ol><li>one<ul><li>under</li></ul></li><li><p>two</p><p>goes on</p></li><li value="7">seven</li><li>eight</li></ol>
<ol start="3" type="A"><li>three<br>after a break</li><li>four</li></ol><ol reversed type="i"><li>last</li><li>first</li></ol>
<ul><li><p>plain</p><p>and more</p></li></ul><dl><dt>lamp</dt><dd>a light</dd></dl>
<ol style="color: red; list-style-type: lower-alpha"><li>alpha</li></ol><ul style="list-style: none outside"><li>bare</li></ul>
<ul style="list-style: disc outside none"><li>disc</li></ul><ol style="list-style: none decimal"><li>one</li></ol><ol type="a" style="list-style-type: circle"><li>ring</li></ol>
<ul><li><p>first</p><ul><li><pre>code</pre></li></ul><p>then</p></li><li><p>five</p><table><tr><td><ol><li>cell</li></ol></td></tr></table><p>after</p></li></ul>`;
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
    '1 a. alpha',
    '1  bare',
    '1 • disc',
    '1 1. one',
    '1 • ring',
    '1 • first',
    '1  then',
    '1 • five',
    '1  after',
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

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word document of these paragraphs whose lists are defined like this. */
function word(numbering: string, body: readonly string[]): Uint8Array {
  const parts = letterDocxParts();
  const name = Object.keys(parts).find((each) => each.endsWith('document7.xml.rels')) ?? '';
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering';
  return zip(
    textParts({
      ...parts,
      [name]: (parts[name] ?? '').replace(
        '</Relationships>',
        `<Relationship Id="n" Type="${type}" Target="numbering.xml"/></Relationships>`,
      ),
      'word/numbering.xml': `<w:numbering ${W}>${numbering}</w:numbering>`,
      'word/document7.xml': `<w:document ${W}><w:body>${body.join('')}</w:body></w:document>`,
    }),
  );
}

const level = (at: number, format: string, text: string, more = '<w:start w:val="1"/>') =>
  `<w:lvl w:ilvl="${at}">${more}<w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const definition = (id: number, ...levels: readonly string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum><w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`;
const p = (list: number, at: number, text: string, more = '') =>
  `<w:p><w:pPr>${more}<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

test('Word: levels of several numbers, lists that go on and lists that begin anew, bullets and none', async () => {
  const numbering = [
    definition(0, level(0, 'decimal', '§ %1'), level(1, 'lowerLetter', '%1.%2)'), level(2, 'bullet', 'o')),
    definition(
      1,
      level(0, 'upperRoman', '%1.', '<w:start w:val="4"/>'),
      level(1, 'none', 'Note%2:'),
      level(2, 'bullet', ' '),
    ),
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
    '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Lister"/></w:abstractNum>',
    `<w:abstractNum w:abstractNumId="3"><w:styleLink w:val="Lister"/>${level(0, 'decimalZero', '%1:', '<w:start w:val="9"/>')}</w:abstractNum>`,
    '<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>',
  ];
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
    p(2, 1, 'words alone'),
    p(2, 2, 'no bullet'),
    p(4, 0, 'by its style'),
    p(4, 0, 'two digits'),
    p(99, 0, 'of no list'),
  ];
  expect(await items(word(numbering.join(''), body), 'a.docx')).toEqual([
    '1 § 1 one',
    '2 1.a) under',
    '2 1.b) next',
    '3 • sign',
    '1 § 2 two',
    '2 2.a) anew',
    '1 § 1 from one',
    '1 § 2 goes on',
    '1 IV. four',
    '2 Note: words alone',
    '3  no bullet',
    '1 09: by its style',
    '1 10: two digits',
    '1 • of no list',
  ]);
});

test('Word: headings and bullets move the numbers below them, and levels begin anew where they say', async () => {
  const numbering = [
    definition(0, level(0, 'decimal', '%1'), level(1, 'decimal', '%1.%2')),
    definition(1, level(0, 'bullet', '·'), level(1, 'decimal', '%2.')),
    definition(
      2,
      level(0, 'upperRoman', 'Article %1'),
      level(1, 'decimal', 'Section %1.%2', '<w:start w:val="1"/><w:isLgl/>'),
      level(2, 'lowerLetter', '%3', '<w:start w:val="26"/><w:lvlRestart w:val="1"/>'),
      level(3, 'lowerRoman', '%4', '<w:start w:val="1"/><w:lvlRestart w:val="0"/>'),
    ),
  ];
  const heading = (list: number, words: string) => p(list, 0, words, '<w:outlineLvl w:val="0"/>');
  const body = [
    heading(1, 'First'),
    p(1, 1, 'a'),
    p(1, 1, 'b'),
    heading(1, 'Second'),
    p(1, 1, 'c'),
    p(2, 0, 'A'),
    p(2, 1, 'one'),
    p(2, 1, 'two'),
    p(2, 0, 'B'),
    p(2, 1, 'one'),
    p(3, 0, 'x'),
    p(3, 1, 'y'),
    p(3, 2, 'z'),
    p(3, 3, 'never anew'),
    p(3, 1, 'y'),
    p(3, 2, 'goes on'),
    p(3, 3, 'goes on'),
    p(3, 0, 'x'),
    p(3, 2, 'anew'),
    p(3, 3, 'goes on'),
  ];
  expect(await items(word(numbering.join(''), body), 'a.docx')).toEqual([
    '1 1 First',
    '2 1.1 a',
    '2 1.2 b',
    '1 2 Second',
    '2 2.1 c',
    '1 • A',
    '2 1. one',
    '2 2. two',
    '1 • B',
    '2 1. one',
    '1 Article I x',
    '2 Section 1.1 y',
    '3 z z',
    '4 i never anew',
    '2 Section 1.2 y',
    '3 aa goes on',
    '4 ii goes on',
    '1 Article II x',
    '3 z anew',
    '4 iii goes on',
  ]);
});

/** An OpenDocument text of this body and these automatic styles, as LibreOffice names its namespaces. */
function openDocument(styles: string, body: string): Uint8Array {
  const names = ['office', 'text', 'style'].map(
    (each) => `xmlns:${each}="urn:oasis:names:tc:opendocument:xmlns:${each}:1.0"`,
  );
  const own = 'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"';
  return Buffer.from(
    `<office:document ${names.join(' ')} ${own} office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document>`,
  );
}

test('OpenDocument: levels, headers of lists, numbers given and lists that go on', async () => {
  const style = `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2" text:start-value="2"/>
<text:list-level-style-bullet text:level="3" text:bullet-char="x"/></text:list-style>`;
  const outline = `<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/><text:outline-level-style text:level="3" style:num-format=""/></text:outline-style>`;
  const heading = (at: number, words: string, more = '') =>
    `<text:h text:outline-level="${at}" ${more}>${words}</text:h>`;
  const from = (name: string, words: string) =>
    `<text:list text:style-name="L" text:continue-list="${name}">${words}</text:list>`;
  const item = (words: string, more = '', attributes = '') =>
    `<text:list-item ${attributes}><text:p>${words}</text:p>${more}</text:list-item>`;
  const headings = [
    heading(1, 'A'),
    heading(2, 'B'),
    heading(2, 'C'),
    heading(3, 'D'),
    heading(1, 'E', 'text:is-list-header="true"'),
    heading(1, 'F'),
    heading(2, 'G'),
  ];
  const body = `${headings.join('')}<text:list text:style-name="L"><text:list-header><text:p>head</text:p></text:list-header>
${item('one', `<text:p>more</text:p><text:list>${item('b')}${item('c', `<text:list>${item('sign')}</text:list>`)}</text:list>`)}
<text:list-item><text:list>${item('deep')}</text:list></text:list-item>${item('two')}${item('nine', '', 'text:start-value="9"')}</text:list>
<text:p>Between.</text:p><text:list text:style-name="L" text:continue-numbering="true">${item('ten')}</text:list>
<text:list xml:id="a" text:style-name="L">${item('anew')}</text:list><text:list>${item('of no style')}</text:list>
<text:list text:style-name="L">${item('other', `<text:list>${item('b')}</text:list>`)}</text:list>${from('a', item('named'))}
<text:list text:style-name="L" xml:id="c">${item('nought', `<text:list>${item('b')}</text:list>`, 'text:start-value="0"')}</text:list>
<text:p>Between.</text:p>${from('c', `<text:list-item><text:list>${item('goes on')}</text:list></text:list-item>${item('one', `<text:list>${item('b anew')}</text:list>`)}`)}`;
  expect(await items(openDocument(style + outline, body), 'a.fodt')).toEqual([
    '1 I. A',
    '2 I.1 B',
    '2 I.2 C',
    '1 II. F',
    '2 II.1 G',
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
    '1 1. other',
    '2 1.b) b',
    '1 2. named',
    '1 0. nought',
    '2 0.b) b',
    '2 0.c) goes on',
    '1 1. one',
    '2 1.b) b anew',
  ]);
});

test('OpenDocument: what LibreOffice shows of a statute, of chapters some of which have no number, and of interrupted lists', async () => {
  const number = (at: number, format: string, more: string) =>
    `<text:list-level-style-number text:level="${at}" style:num-format="${format}" ${more}/>`;
  const styles = [
    '<text:outline-style>',
    '<text:outline-level-style text:level="1" style:num-format="1"/>',
    '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>',
    '<text:outline-level-style text:level="3" style:num-format="1" text:display-levels="3"/>',
    '</text:outline-style><style:style style:name="P2" style:family="paragraph" style:list-style-name=""/>',
    `<text:list-style style:name="S">${number(1, '1', 'loext:num-list-format="Kapittel %1%."')}${number(2, '1', 'text:display-levels="2" loext:num-list-format="§ %1%-%2%"')}</text:list-style>`,
    `<text:list-style style:name="L">${number(1, '1', 'style:num-suffix="."')}${number(2, 'a', 'style:num-suffix=")"')}</text:list-style>`,
  ];
  const h = (at: number, words: string, more = '') => `<text:h text:outline-level="${at}" ${more}>${words}</text:h>`;
  const li = (...inside: readonly string[]) => `<text:list-item>${inside.join('')}</text:list-item>`;
  const list = (style: string, ...items: readonly string[]) => `<text:list ${style}>${items.join('')}</text:list>`;
  const par = (words: string) => `<text:p>${words}</text:p>`;
  const L = 'text:style-name="L"';
  const body = [
    h(1, 'Forord', 'text:style-name="P2"'),
    h(1, 'Innledning'),
    h(3, 'Dypt'),
    h(2, 'Mål'),
    h(1, 'Videre', 'text:restart-numbering="true" text:start-value="7"'),
    h(2, 'Under'),
    h(1, 'Vedlegg', 'text:style-name="P2"'),
    h(1, 'Etter'),
    list(
      'text:style-name="S"',
      li(h(1, 'Alminnelige'), list('', li(h(2, 'Formål')), li(h(2, 'Område')))),
      li(h(1, 'Særlige'), list('', li(par('Krav')))),
    ),
    list(`${L} xml:id="first"`, li(par('one'), list('', li(par('a')), li(par('b'))))),
    par('Between.'),
    list(`${L} text:continue-numbering="true"`, li(par('two'))),
    par('Between.'),
    list(`${L} text:continue-numbering="true"`, li(list('', li(par('a of two'))))),
    par('Between.'),
    list(`${L} text:continue-list="nobody"`, li(list('', li(par('b of two')))), li(par('three'))),
    list(L, li(list('', li(par('level passed over')))), li(par('counts as used'))),
  ];
  expect(await items(openDocument(styles.join(''), body.join('')), 'a.fodt')).toEqual([
    '1 1 Innledning',
    '3 1.1.1 Dypt',
    '2 1.2 Mål',
    '1 7 Videre',
    '2 7.1 Under',
    '1 8 Etter',
    '1 Kapittel 1. Alminnelige',
    '2 § 1-1 Formål',
    '2 § 1-2 Område',
    '1 Kapittel 2. Særlige',
    '2 § 2-1 Krav',
    '1 1. one',
    '2 a) a',
    '2 b) b',
    '1 2. two',
    '2 a) a of two',
    '2 b) b of two',
    '1 3. three',
    '2 a) level passed over',
    '1 2. counts as used',
  ]);
});

test('Word: a level passed over counts as used; what was deleted or moved away is not counted and lends its form to nothing', async () => {
  const numbering = definition(
    0,
    level(0, 'decimal', '%1.'),
    level(1, 'decimal', '%1.%2'),
    level(2, 'decimal', '%1.%2.%3'),
  );
  const gone = (mark: 'w:del' | 'w:moveFrom', words: string, form: string) =>
    `<w:p><w:pPr>${form}<w:rPr><${mark} w:id="1"/></w:rPr></w:pPr><${mark} w:id="2"><w:r><w:delText>${words}</w:delText><w:t>${words}</w:t></w:r></${mark}></w:p>`;
  const inList = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  const body = [
    p(1, 0, 'one'),
    gone('w:del', 'deleted', inList),
    p(1, 0, 'two'),
    gone('w:moveFrom', 'moved', inList),
    p(1, 0, 'three'),
    gone('w:del', 'A heading', '<w:outlineLvl w:val="0"/>'),
    '<w:p><w:r><w:t>Body text.</w:t></w:r></w:p>',
    p(1, 2, 'deep'),
    p(1, 1, 'after it'),
  ];
  const bytes = word(numbering, body);
  expect(await items(bytes, 'a.docx')).toEqual([
    '1 1. one',
    '1 2. two',
    '1 3. three',
    '3 3.1.1 deep',
    '2 3.2 after it',
  ]);
  const { blocks, remarks } = await readSource(bytes, 'a.docx');
  expect(blocks.find(({ text }) => text === 'Body text.')?.kind).toBe('paragraph');
  expect(remarks.find(({ code }) => code === 'tracked-changes')?.count).toBe(4);
});

test('RTF: what its writer put before the item, and no sign of a font for one', async () => {
  const text = String.raw`{\rtf1\ansi {\listtext\pard\plain 1.\tab}\pard\ls1 one\par {\listtext\pard\plain b)\tab}\pard\ls1\ilvl1 under\par
{\listtext\pard\plain \'b7\tab}\pard\ls2 sign\par {\listtext\pard\plain o\tab}\pard\ls2 ring\par \pard{\pntext\pard 2.\tab}two\par\pard\ls3 bare\par
{\listtext\pard\plain Article II\tab}\pard\ls4 law\par{\listtext\pard\plain 1.1\tab}\pard\ls4\outlinelevel0 Head\par\pard\outlinelevel0 Bare head\par\pard After.\par}`;
  expect(await items(Buffer.from(text, 'latin1'), 'a.rtf')).toEqual([
    '1 1. one',
    '2 b) under',
    '1 • sign',
    '1 • ring',
    '1 2. two',
    '1 • bare',
    '1 Article II law',
    '1 1.1 Head',
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
  expect([26, 27, 53, 27 * 30].map((each) => itemNumber(each, 'upper-letters'))).toEqual(['Z', 'AA', 'AAA', '810']);
  const worth: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3999 }), (number) => {
      const values = Array.from(itemNumber(number, 'lower-roman'), (sign) => worth[sign] ?? 0);
      expect(values.reduce((sum, each, at) => sum + (each < (values[at + 1] ?? 0) ? -each : each), 0)).toBe(number);
    }),
  );
  for (const number of [Number.POSITIVE_INFINITY, Number.NaN, -3, 1e300, 1.5]) {
    for (const counting of ['lower-alpha', 'lower-letters', 'upper-roman'] as const)
      expect(itemNumber(number, counting)).toBe(String(number));
  }
});
