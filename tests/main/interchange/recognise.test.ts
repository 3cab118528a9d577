import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { LecternError } from '../../../db/model/index.ts';
import { recognise } from '../../../main/interchange/index.ts';
import { titleFromName } from '../../../main/interchange/recognise/index.ts';
import { zip as archiveOf } from './documents/zip.ts';

function refusalOf(bytes: Uint8Array, name: string): LecternError {
  try {
    recognise(bytes, name);
  } catch (error) {
    if (error instanceof LecternError) return error;
    throw error;
  }
  throw new Error(`${name} was taken`);
}

describe('what can be imported', () => {
  test.each([
    ['a line of text', 'notes.txt', 'Hello\n', 'plain-text'],
    ['text of any other name', 'survey.csv', 'a,b\n1,2\n', 'plain-text'],
    ['text without an ending', 'README', 'Hello\n', 'plain-text'],
    ['Markdown by its name', 'notes.md', 'Hello\n', 'markdown'],
    ['Markdown by its name, in capitals', 'NOTES.MARKDOWN', 'Hello\n', 'markdown'],
    ['Markdown by its content where the name says nothing', 'README', '# Title\n\ntext\n', 'markdown'],
    ['front matter where the name says nothing', 'page', '---\ntitle: A\n---\ntext\n', 'markdown'],
    ['a hash line in a .txt file', 'todo.txt', '# not a heading\n', 'plain-text'],
    ['Markdown that begins with a tag', 'page.md', '<div>x</div>\n', 'markdown'],
    ['text that mentions a tag', 'notes.txt', 'Write <html> first.\n', 'plain-text'],
    ['text that begins like a recording', 'ID3.txt', 'ID3 tags explained\n', 'plain-text'],
    ['text with a stray NUL', 'log.txt', 'a\0b\n', 'plain-text'],
    ['text with terminal colours', 'log.txt', '\x1b[31mred\x1b[0m\n', 'plain-text'],
    ['a single letter', 'a.txt', 'a', 'plain-text'],
    [
      'XHTML, whatever its name',
      'x.txt',
      '<?xml version="1.0"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"><p>x</p></html>',
      'html',
    ],
    ['a piece of HTML by its name', 'x.html', '<p>Hello</p>', 'html'],
    ['a page by its beginning, whatever its name', 'x.txt', '\n<!-- x -->\n<!DOCTYPE html><title>x</title>', 'html'],
  ])('%s', (_, name, text, format) => {
    expect(recognise(Buffer.from(text), name)).toBe(format);
  });

  test('UTF-16 with and without a mark, though half its bytes are NUL', () => {
    const text = Buffer.from('Fjord og fjell\n', 'utf16le');
    expect(recognise(text, 'a.txt')).toBe('plain-text');
    expect(recognise(Buffer.concat([Buffer.of(0xff, 0xfe), text]), 'a.txt')).toBe('plain-text');
    expect(recognise(Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from('京都', 'utf16le')]), 'a.txt')).toBe(
      'plain-text',
    );
  });
});

const zip = (name: string, content = '') =>
  Buffer.concat([
    Buffer.from('PK\x03\x04'),
    Buffer.alloc(22),
    Buffer.of(name.length, 0, 0, 0),
    Buffer.from(name + content),
  ]);

test.each([['x.bin', zip('mimetype', 'application/epub+zip'), 'epub']])(
  'packed documents by what is in them: %s',
  (name, bytes, format) => {
    expect(recognise(bytes, name)).toBe(format);
  },
);

test.each([
  ['Word/Documents from the archive/letter.txt', 'is-archive'],
  ['word/documents.xml/letter.txt', 'is-archive'],
  ['word/document.xml', 'docx'],
  ['/Word/document2.xml', 'docx'],
])(
  'an archive is a Word document by the part in it that is its text, not by a folder of that name: %s',
  (name, kind) => {
    const bytes = archiveOf([{ name, bytes: Buffer.from('Dear Ida,') }]);
    if (kind === 'docx') expect(recognise(bytes, 'x.zip')).toBe(kind);
    else expect(refusalOf(bytes, 'x.zip').code).toBe(kind);
  },
);

test('a package says that it is one, and may call its text otherwise', () => {
  const parts = ['[Content_Types].xml', 'word/documentMain.xml'].map((name) => ({ name, bytes: Buffer.from('<x/>') }));
  expect(recognise(archiveOf(parts), 'x.docx')).toBe('docx');
});

describe('what is refused, with one sentence that names the file and what it is', () => {
  test.each([
    ['x.tei', Buffer.from('<?xml version="1.0"?><TEI/>'), 'an XML document', 'xml'],
    ['x.xml', Buffer.from('<TEI><text/></TEI>'), 'an XML document', 'xml'],
    ['x.sqlite3', Buffer.from(`SQLite format 3\0${'\0'.repeat(84)}`), 'an SQLite database', 'sqlite'],
    [
      'x.lectern',
      Buffer.from(`SQLite format 3\0${'\0'.repeat(52)}LCTN${'\0'.repeat(28)}`),
      'a Lectern notebook',
      'notebook',
    ],
    [
      'x.ods',
      zip('mimetype', 'application/vnd.oasis.opendocument.spreadsheet'),
      'an OpenDocument file',
      'opendocument',
    ],
    ['x.png', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'a PNG image', 'image'],
    ['x.jpg', Buffer.from('\xff\xd8\xff\xe0\0\x10JFIF\0', 'latin1'), 'a JPEG image', 'image'],
    ['x.mp3', Buffer.from('ID3\x04\0\0\0\0\0\0\0\0', 'latin1'), 'an MP3 recording', 'recording'],
    ['x.txt.gz', gzipSync('hello'), 'a gzip archive', 'archive'],
  ])('%s: %#', (name, bytes, what, format) => {
    const { code, message, details } = refusalOf(bytes, name);
    expect(code).toBe('unsupported-format');
    expect(message.startsWith(`“${name}” is ${what}. This version imports plain text, `)).toBe(true);
    expect(details).toEqual({ name, format });
  });

  test('an Office file with a password is not taken for an old one', () => {
    const wrapped = Buffer.concat([
      Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(refusalOf(wrapped, 'x.docx')).toMatchObject({ code: 'encrypted-file', details: { name: 'x.docx' } });
    expect(refusalOf(wrapped.subarray(0, 8), 'x.doc').message).toContain('an old Microsoft Office file');
  });

  test('binary data named .txt', () => {
    const noise = deflateRawSync(Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * at) % 251)));
    const numbers = Buffer.from(new Uint16Array(100).fill(1).buffer);
    for (const bytes of [noise, numbers, Buffer.alloc(100), Buffer.from(Array.from({ length: 256 }, (_, at) => at))]) {
      expect(refusalOf(bytes, 'x.txt').message).toContain('“x.txt” is not a text but binary data.');
    }
  });

  test('a file of 0 bytes has its own sentence', () => {
    expect(refusalOf(new Uint8Array(), 'x.txt').toFailure()).toMatchObject({
      code: 'empty-file',
      message: '“x.txt” is empty: it has 0 bytes.',
    });
  });
});

test.each([
  ['/home/kari/My text.txt', 'My text'],
  ['C:\\texts\\war.and.peace.txt', 'war.and.peace'],
  ['.profile', '.profile'],
  ['README', 'README'],
])('the title of %s is %s', (path, title) => {
  expect(titleFromName(path)).toBe(title);
});
