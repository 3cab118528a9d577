import { describe, expect, test } from 'vitest';
import { readSource } from '../../../main/interchange/index.ts';
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

describe('white space', () => {
  test.each([
    ['collapses over elements', '<p> a <b> b</b> <i> c </i></p>', ['a b c']],
    ['stays where it is no white space of HTML', '<p>a\u00a0\u00a0b\u2003c</p>', ['a\u00a0\u00a0b\u2003c']],
    ['ends at a break', '<p>a <br> b</p>', ['a', 'b']],
    ['separates blocks without paragraphs', 'a<div>b<div>c</div>d</div>e', ['a', 'b', 'c', 'd', 'e']],
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
