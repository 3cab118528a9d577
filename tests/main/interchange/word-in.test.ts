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

test('a cell over several columns leaves the places of the others empty', async () => {
  const cell = (text: string, span = '') =>
    `<w:tc><w:tcPr>${span}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
  const rows = [cell('a', '<w:gridSpan w:val="2"/>') + cell('b'), cell('c') + cell('d') + cell('e')];
  const table = `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;
  const { blocks } = await read({
    'word/document7.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${table}</w:body></w:document>`,
  });
  expect(blocks.map(({ text }) => text)).toEqual(['a\t\tb', 'c\td\te']);
});

test('shaded by hand is highlighted; shaded by a style, or grey, is layout', async () => {
  const run = (text: string, fill: string) =>
    `<w:r><w:rPr><w:shd w:val="clear" w:fill="${fill}"/></w:rPr><w:t>${text}</w:t></w:r>`;
  const body = `<w:p>${run('lamp', 'FFF2CC')}${run(' grey', 'F2F2F2')}${run(' white', 'FFFFFF')}${run(' none', 'auto')}${run(' oil', '00ff00')}</w:p>`;
  const { highlights = [] } = await read({
    'word/document7.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  });
  expect(highlights.map(({ start, end, colour }) => [start, end, colour])).toEqual([
    [0, 4, 'yellow'],
    [20, 24, 'green'],
  ]);
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
