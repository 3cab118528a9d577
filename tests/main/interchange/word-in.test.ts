import { describe, expect, test } from 'vitest';
import { readSource } from '../../../main/interchange/index.ts';
import { letterDocx, letterDocxParts } from './documents/letter-docx.ts';
import { textParts, zip } from './documents/zip.ts';
import { rendered } from './rendered.ts';

const read = (change: Record<string, string>) =>
  readSource(zip(textParts({ ...letterDocxParts(), ...change })), 'a.docx');

test('a letter [vitest run -u writes its golden text]', async () => {
  await expect(rendered(await readSource(letterDocx(), 'a.docx'))).toMatchFileSnapshot(
    '../../fixtures/letter.docx.golden.txt',
  );
});

test('the strict spelling of the format reads the same', async () => {
  const strict = Object.fromEntries(
    Object.entries(letterDocxParts()).map(([name, text]) => [
      name,
      text
        .replaceAll(
          'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
          'http://purl.oclc.org/ooxml/wordprocessingml/main',
        )
        .replaceAll(
          'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
          'xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"',
        ),
    ]),
  );
  expect(rendered(await read(strict))).toBe(rendered(await readSource(letterDocx(), 'a.docx')));
});

describe('a document that is not as it should be', () => {
  const document = (body: string) => ({
    'word/document7.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${body}</w:document>`,
  });
  test.each([
    ['has no body', document(''), 'damaged-file'],
    [
      'is cut off',
      { 'word/document7.xml': letterDocxParts()['word/document7.xml']?.slice(0, 2000) ?? '' },
      'damaged-file',
    ],
    [
      'points at a part that is not there',
      { '_rels/.rels': letterDocxParts()['_rels/.rels']?.replace('document7', 'document8') ?? '' },
      'damaged-file',
    ],
    [
      'has tables in tables without end',
      document(`<w:body>${'<w:tbl><w:tr><w:tc>'.repeat(5000)}${'</w:tc></w:tr></w:tbl>'.repeat(5000)}</w:body>`),
      'damaged-file',
    ],
  ])('%s', async (_, change, code) => {
    await expect(read(change)).rejects.toMatchObject({ code, details: { name: 'a.docx' } });
  });

  test('a note that calls itself is read once', async () => {
    const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const call = '<w:p><w:r><w:footnoteReference w:id="2"/><w:t>again</w:t></w:r></w:p>';
    const { blocks } = await read({
      'word/footnotes.xml': `<w:footnotes ${W}><w:footnote w:id="2">${call}</w:footnote></w:footnotes>`,
    });
    expect(blocks.filter(({ text }) => text.includes('again'))).toHaveLength(1);
  });
});
