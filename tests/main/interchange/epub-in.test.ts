import { describe, expect, test } from 'vitest';
import { readSource } from '../../../main/interchange/index.ts';
import { book, bookParts } from './documents/book.ts';
import { textParts, zip } from './documents/zip.ts';
import { rendered } from './rendered.ts';

const read = (parts: Record<string, string>) => readSource(zip(textParts(parts)), 'lamp.epub');

test('a book of EPUB 3 [vitest run -u writes its golden text]', async () => {
  await expect(rendered(await readSource(book(3), 'lamp.epub'))).toMatchFileSnapshot(
    '../../fixtures/book.epub.golden.txt',
  );
});

test('a book of EPUB 2 reads the same', async () => {
  expect(rendered(await readSource(book(2), 'lamp.epub'))).toBe(rendered(await readSource(book(3), 'lamp.epub')));
});

describe('a book that is not as it should be', () => {
  test.each([
    ['has no container', { 'META-INF/container.xml': undefined }, 'damaged-file'],
    ['has no package', { 'OEBPS/content.opf': undefined }, 'damaged-file'],
    ['has a package cut off', { 'OEBPS/content.opf': '<package><metadata>' }, 'damaged-file'],
    ['has an empty reading order', { 'OEBPS/content.opf': '<package><spine/></package>' }, 'damaged-file'],
  ])('%s', async (_, change, code) => {
    const parts = Object.entries({ ...bookParts(3), ...change }).filter(([, text]) => text !== undefined);
    await expect(read(Object.fromEntries(parts) as Record<string, string>)).rejects.toMatchObject({
      code,
      details: { name: 'lamp.epub' },
    });
  });

  test('text that is protected against copying', async () => {
    const encryption = `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">
<enc:EncryptedData><enc:CipherData><enc:CipherReference URI="OEBPS/text/one.xhtml"/></enc:CipherData></enc:EncryptedData></encryption>`;
    const parts = { ...bookParts(3), 'META-INF/encryption.xml': encryption };
    await expect(read(parts)).rejects.toMatchObject({ code: 'encrypted-file' });
    await expect(
      read({ ...parts, 'META-INF/encryption.xml': encryption.replace('text/one.xhtml', 'fonts/a.otf') }),
    ).resolves.toMatchObject({ title: 'The Lamp at Skagen' });
  });

  test('a chapter that is no XML is read as HTML', async () => {
    const parts = { ...bookParts(3), 'OEBPS/text/one.xhtml': '<title>x</title><p>One<p>Two & three' };
    const texts = (await read(parts)).blocks.map(({ text }) => text);
    expect(texts.slice(0, 2)).toEqual(['One', 'Two & three']);
  });

  test('a table of contents that cannot be read costs the labels only', async () => {
    const draft = await read({ ...bookParts(2), 'OEBPS/toc.ncx': '<ncx' });
    expect(draft.blocks[0]).toEqual(expect.objectContaining({ kind: 'heading', text: 'The lamp' }));
    expect(draft.blocks[0]?.label).toBeUndefined();
  });
});
