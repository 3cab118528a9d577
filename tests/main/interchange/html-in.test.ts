import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../../main/interchange/index.ts';
import { agreement, wordsIn } from './pandoc.ts';
import { rendered } from './rendered.ts';

const read = (html: string, name = 'page.html') => readSource(Buffer.from(html), name);
const blocks = async (html: string) => (await read(html)).blocks;

const PAGE = `<!DOCTYPE html>
<!-- saved from url=(0031)https://example.org/essays/wind -->
<html lang="nb"><head><meta charset="utf-8"><title> Om  vinden </title>
<meta name="citation_author" content="Bø, Ingrid"><meta name="citation_author" content="Amin, Yusuf"><meta name="author" content="redaksjonen">
<meta name="citation_doi" content="10.1000/182"><meta property="og:site_name" content="Fyrbladet"><meta property="article:published_time" content="1911-03-02">
<style>p { color: red }</style></head>
<body onload="alert(1)"><nav><ul><li><a href="/">Hjem</a></li></ul></nav>
<h1>Om vinden</h1>løs tekst <b>uten</b> avsnitt
<p>Vinden<sup><a href="#fn1" id="r1">1</a></sup> sa <q>nei</q>.
   <i>Den <b>snudde</b></i> i&shy;gjen, 𝔘.</p>
<dl><dt>fyr</dt><dd>lys på land</dd></dl>
<ol><li>en<ol><li>to<ol><li>tre</li></ol></ol><li>fire</ol>
<p>漢<ruby>字<rp>(</rp><rt>ji</rt><rp>)</rp></ruby></p>
<select><option>ikke dette</select><script>document.write('nei')</script><noscript>uten skript</noscript>
<table><caption>Tall</caption><thead><tr><th>a</th><th>b</th></tr></thead><tr><td><p>1</p><p>2</p></td><td>	3 </td></tr></table>
<figure><img src="https://nobody.invalid/x.png" alt="et fyr"><figcaption>Fyret</figcaption></figure>
<pre>
en  linje
	til</pre>
<section class="footnotes"><ol><li id="fn1"><p>Målt i 1858. <a href="#r1">↩</a></p></li></ol></section>
</body></html>`;

test('a page [vitest run -u writes its golden text]', async () => {
  await expect(rendered(await read(PAGE))).toMatchFileSnapshot('../../fixtures/page.html.golden.txt');
});

test('what a page says of itself for a citation', async () => {
  const citation = async (head: string) =>
    (await read(`<html><head>${head}</head><body><p>x</p></body></html>`)).citation;
  const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
  expect(await citation('')).toEqual({ type: 'document' });
  expect(
    await citation('<link rel="canonical" href="https://example.org/a"><meta property="og:site_name" content="Fyr">'),
  ).toEqual({
    type: 'webpage',
    container: 'Fyr',
  });
  expect(
    await citation(
      meta('citation_journal_title', 'Winds') +
        meta('citation_volume', '7') +
        meta('citation_issue', '2') +
        meta('citation_firstpage', '12') +
        meta('citation_lastpage', '34'),
    ),
  ).toEqual({ type: 'article-journal', container: 'Winds', volume: '7', issue: '2', pages: '12–34' });
  expect(await citation(meta('citation_inbook_title', 'Rooms') + meta('citation_editor', 'Berg, Ada'))).toEqual({
    type: 'chapter',
    container: 'Rooms',
    editors: ['Berg, Ada'],
  });
});

test('what word processors say with styles is kept as if elements had said it', async () => {
  const marked = async (html: string) =>
    (await blocks(html)).map(({ text, marks = [] }) =>
      marks.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`),
    );
  // The outermost b is none.
  expect(
    await marked(
      '<b style="font-weight:normal"><p>a <span style="font-weight:700">bold</span> <span style="font-style:italic">and <span style="font-weight: bold">both</span></span></p></b>',
    ),
  ).toEqual([['strong bold', 'em and both', 'strong both']]);
  expect(await marked('<p style="font-weight:bold">all <b>of it</b></p><p>and no more</p>')).toEqual([
    ['strong all of it'],
    [],
  ]);
  expect(
    await marked(
      '<p>x<span style="vertical-align:super">2</span> <span style="text-decoration:line-through">no</span>',
    ),
  ).toEqual([['superscript 2', 'strike no']]);
  // Headings are bold, and links underlined, as they are.
  expect(
    await marked(
      '<h2 style="font-weight:700">Title</h2><p><a href="https://example.org/"><span style="text-decoration:underline">there</span></a></p>',
    ),
  ).toEqual([[], ['link there']]);
});

describe('white space', () => {
  test.each([
    ['collapses over elements', '<p> a <b> b</b> <i> c </i></p>', ['a b c']],
    ['stays where it is no white space of HTML', '<p>a\u00a0\u00a0b\u2003c</p>', ['a\u00a0\u00a0b\u2003c']],
    ['ends at a break', '<p>a <br> b</p>', ['a', 'b']],
    ['separates blocks without paragraphs', 'a<div>b<div>c</div>d</div>e', ['a', 'b', 'c', 'd', 'e']],
    [
      'leaves the places empty that a cell spans',
      '<table><tr><td rowspan=2>a<td colspan=2>b<td>c<tr><td>d<td>e<td rowspan=9999>f<tr><td>g</table>',
      ['a\tb\t\tc', '\td\te\tf', 'g'],
    ],
    ['is not needed between cells', '<table><tr><td>a<td> b<td></table>', ['a\tb\t']],
  ])('%s', async (_, html, texts) => {
    expect((await blocks(html)).map(({ text }) => text)).toEqual(texts);
  });
});

describe('encodings', () => {
  const page = (head: string) => `<html><head>${head}</head><body>Åse — «ё»</body></html>`;
  test.each([
    ['by its meta element', Buffer.from('<meta charset=windows-1252><p>\xc5se', 'latin1'), 'Åse', 'windows-1252'],
    [
      'by its old meta element',
      Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>\xa3', 'latin1'),
      'ё',
      'koi8-r',
    ],
    [
      'by its mark, whatever it says',
      Buffer.from(`\uFEFF${page('<meta charset="koi8-r">')}`, 'utf16le'),
      'Åse — «ё»',
      'utf-16le',
    ],
    [
      'as UTF-8 where it says something that cannot be',
      Buffer.from(page('<meta charset="utf-16">')),
      'Åse — «ё»',
      'utf-8',
    ],
    ['as UTF-8 where it says nothing', Buffer.from(page('')), 'Åse — «ё»', 'utf-8'],
  ])('%s', async (_, bytes, text, encoding) => {
    const draft = await readSource(bytes, 'page.html');
    expect(draft.blocks.map((block) => block.text)).toEqual([text]);
    expect(draft.encoding).toBe(encoding);
  });
});

describe('the article alone', () => {
  const words =
    'The keeper counted the ships that went by, and wrote their names, their captains and their cargo into the book. ';
  const page = `<!DOCTYPE html><html lang="en"><head><title>The keeper – Lamp News</title></head><body>
<header><nav><ul><li><a href="/a">Start</a></li><li><a href="/b">Weather</a></li></ul></nav></header>
<div class="sidebar"><h2>Most read</h2><ul><li><a href="/c">A fox was seen</a></li></ul></div>
<article><h1>The keeper</h1><p>${words.repeat(3)}</p><h2>Second winter</h2><p>${words.repeat(3)} 𝔘 &amp; <em>on</em>.</p>
<p onclick="x()">${words.repeat(2)}<script>document.write('no')</script><img src="https://nobody.invalid/x.png"></p></article>
<footer><p>Privacy</p></footer></body></html>`;
  const article = (html: string) => readSource(Buffer.from(html), 'page.html', { page: 'article' });

  test('is taken without what surrounds it, and that is said', async () => {
    const draft = await article(page);
    expect(draft).toMatchObject({ title: 'The keeper – Lamp News', language: 'en' });
    expect(draft.remarks).toEqual([{ code: 'article-only' }, { code: 'images-elsewhere', count: 1 }]);
    expect(draft.blocks.map(({ kind, text }) => [kind, text.slice(0, 10)])).toEqual([
      ['paragraph', 'The keeper'],
      ['heading', 'Second win'],
      ['paragraph', 'The keeper'],
      ['paragraph', 'The keeper'],
    ]);
    expect(draft.blocks[2]?.text.endsWith('𝔘 & on.')).toBe(true);
    expect(draft.blocks[2]?.marks).toEqual([expect.objectContaining({ kind: 'em' })]);
    const all = (await read(page)).blocks.map(({ text }) => text);
    expect(all).toContain('Privacy');
  });

  test('is all of the page where there is nothing else, which is not called a part of it, or no article', async () => {
    const draft = await article('<p>One line.</p>');
    expect(draft.blocks.map(({ text }) => text)).toEqual(['One line.']);
    expect(draft.remarks).toEqual([]);
    const alone = `<title>Lamps</title><article><p>${words.repeat(3)} <em>on</em>.</p><p>${words.repeat(3)}</p></article>`;
    expect(await article(alone)).toEqual(await read(alone));
    expect((await article(`${alone}<footer>Privacy</footer>`)).remarks).toEqual([{ code: 'article-only' }]);
    const links = '<footer><a href="/a">Start</a></footer>';
    expect((await article(links)).remarks).toEqual([{ code: 'no-article' }]);
  });

  test('of pages made to harm is read like that of any other', async () => {
    const deep = `${'<div>'.repeat(60_000)}<p>${words.repeat(20)}</p>`;
    expect((await article(deep)).blocks.some(({ text }) => text.includes('cargo'))).toBe(true);
    const odd = `<article><p a"b<c='d' on>${words.repeat(9)}</p><x:y z><svg onload=x()><script>y</script></svg></article>`;
    expect((await article(odd)).blocks[0]?.text).toBe(words.repeat(9).trim());
  });
});

const SAMPLES = join(import.meta.dirname, '../../../../shared/samples/html/readability');
const pages = existsSync(SAMPLES) ? readdirSync(SAMPLES) : [];

describe.skipIf(pages.length === 0)('articles of other pages (skipped where ../shared is absent)', () => {
  test.each(pages)('%s has the words its reader view has', async (name) => {
    const source = await readSource(readFileSync(join(SAMPLES, name, 'source.html')), 'source.html', {
      page: 'article',
    });
    const expected = await readSource(readFileSync(join(SAMPLES, name, 'expected.html')), 'expected.html');
    const wordsOf = ({ blocks }: typeof source) => wordsIn(blocks.map(({ text }) => text).join('\n'));
    // Names of authors come from scripts there, which are thrown away here.
    expect(agreement(wordsOf(source), wordsOf(expected)), name).toBeGreaterThanOrEqual(0.98);
  });
});

describe('pages made to harm', () => {
  test('60,000 nested elements keep their text', async () => {
    const deep = await blocks(`<p>a</p>${'<div>'.repeat(60_000)}<p>deep</p>`);
    expect(deep.map(({ text }) => text)).toEqual(['a', 'deep']);
    expect((await blocks(`${'<b>'.repeat(60_000)}x<script>y</script>`))[0]?.text).toBe('x');
  });

  test('scripts, handlers, frames and foreign addresses leave nothing behind', async () => {
    const html = `<p onclick="x()">a<script>b</script><iframe src="https://nobody.invalid">c</iframe><svg><script>d</script><text>e</text></svg>
<a href="javascript:x()">f</a><a href="file:///etc/passwd">g</a><object data="x">h</object><math><annotation>i</annotation><mi>j</mi></math></p>`;
    expect(await blocks(html)).toEqual([{ kind: 'paragraph', text: 'a fgj' }]);
  });
});

test('of pictures it is said whether the file has them or only says where they are', async () => {
  const remarks = async (body: string) =>
    (await readSource(Buffer.from(`<!DOCTYPE html><p>Words${body}`), 'a.html')).remarks;
  expect(await remarks('<img src="a.png"><picture><source srcset="b.webp"><img src="b.png"></picture>')).toEqual([
    { code: 'images-elsewhere', count: 2 },
  ]);
  expect(await remarks('<img src="data:image/png;base64,AA=="><svg><path/></svg>')).toEqual([
    { code: 'images-left-out', count: 2 },
  ]);
});
