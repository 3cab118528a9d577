import { textParts, zip } from './zip.ts';

const CONTAINER = `<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`;

const METADATA = `<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
<dc:title>The Lamp at Skagen</dc:title>
<dc:creator opf:role="aut">Ingrid Bø</dc:creator><dc:creator opf:role="trl">Someone Else</dc:creator>
<dc:creator id="second">Yusuf Amin</dc:creator><dc:contributor opf:role="edt">Ada Berg</dc:contributor>
<dc:date>1911-03-02T00:00:00+00:00</dc:date><dc:language>en</dc:language><dc:publisher>Fyr &amp; Co.</dc:publisher>
<dc:identifier opf:scheme="ISBN">9788200000013</dc:identifier><dc:identifier>urn:doi:10.1000/182</dc:identifier>
<meta property="role" refines="#second">aut</meta></metadata>`;

/** A book with what books have: chapters, pages, notes in the chapter and in a file of their own, a table, verses, scripts. */
export function bookParts(version: 2 | 3): Record<string, string> {
  const navigation =
    version === 3
      ? '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
      : '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>';
  return {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': CONTAINER,
    'OEBPS/content.opf': `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="${version}.0">${METADATA}
<manifest>${navigation}
<item id="c1" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="c2" href="text/tw%6F.xhtml" media-type="application/xhtml+xml"/>
<item id="gone" href="text/gone.xhtml" media-type="application/xhtml+xml"/>
<item id="notes" href="notes.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine ${version === 2 ? 'toc="ncx"' : ''}>${version === 3 ? '<itemref idref="nav"/>' : ''}<itemref idref="c1"/>
<itemref idref="c2"/><itemref idref="gone"/><itemref idref="notes" linear="no"/></spine></package>`,
    'OEBPS/nav.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
<nav epub:type="landmarks"><ol><li><a href="text/one.xhtml">not this</a></li></ol></nav>
<nav epub:type="toc"><h1>Contents</h1><ol><li><a href="text/one.xhtml">I. The lamp</a>
<ol><li><a href="text/one.xhtml#storm">The storm</a></li></ol></li><li><a href="text/two.xhtml">II. The list</a></li></ol></nav></body></html>`,
    'OEBPS/toc.ncx': `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>I. The lamp</text></navLabel>
<content src="text/one.xhtml"/><navPoint><navLabel><text>The storm</text></navLabel><content src="text/one.xhtml#storm"/></navPoint></navPoint>
<navPoint><navLabel><text>II. The list</text></navLabel><content src="text/two.xhtml"/></navPoint></navMap></ncx>`,
    'OEBPS/text/one.xhtml': `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://nobody.invalid/xhtml11.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="en"><head><title/><script src="x.js"/></head>
<body><h1>The <em>lamp</em></h1><p>A&nbsp;lamp stood  at
<b>Skagen</b>.<a epub:type="noteref" href="#n1">1</a> Its light<a href="../notes.xhtml#n2">*</a> reached 𝔘&#x1F56F;.</p>
<div id="storm">Then, said <span xml:lang="nb">fyrvokteren</span>,<br/>the storm.</div>
<aside epub:type="footnote" id="n1"><p>1. Lit in 1858.</p><p>And again.</p></aside>
<p style="display: none">never seen</p><img src="http://nobody.invalid/a.png" alt="a lamp"/></body></html>`,
    'OEBPS/text/two.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
<span epub:type="pagebreak" title="41"/><h2>The list</h2><ul><li>oil<ul><li>ten barrels</li></ul></li><li><p>wick</p></li></ul>
<blockquote><p>Count it twice.</p></blockquote><p>Before <span epub:type="pagebreak" title="42"/>and after the page.</p>
<table><caption>What was left</caption><tr><th>Thing</th><th>Count</th></tr><tr><td>oil<br/>lamp</td><td/></tr>
<tr><td><table><tr><td>inner</td><td>cells</td></tr></table></td><td>2</td></tr></table><pre>
a  b
 c
</pre><p dir="rtl">שלום עולם</p><p>See <a href="https://example.org/a?b=c">the page</a>, <a href="javascript:alert(1)">not this</a>.</p></body></html>`,
    'OEBPS/notes.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
<section epub:type="endnotes"><ol><li id="n2">So the pilots said.</li></ol></section></body></html>`,
  };
}

export function book(version: 2 | 3): Uint8Array {
  return zip(textParts(bookParts(version)));
}
