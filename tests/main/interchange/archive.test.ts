import { describe, expect, test } from 'vitest';
import { recognise, unpackArchive } from '../../../main/interchange/index.ts';
import { letterDocx } from './documents/letter-docx.ts';
import { type Part, zip } from './documents/zip.ts';

const text = (name: string, words = name): Part => ({ name, bytes: Buffer.from(words), stored: true });

/** What is in an archive: the path of each file with its first letters, or with the code of its failure. */
async function inside(
  bytes: Uint8Array,
  ...rest: Parameters<typeof unpackArchive> extends [unknown, unknown, ...infer R] ? R : never
) {
  const found: [string, string][] = [];
  for await (const entry of unpackArchive(bytes, 'a.zip', ...rest)) {
    found.push([
      entry.path,
      'failure' in entry ? entry.failure.code : Buffer.from(entry.bytes.subarray(0, 12)).toString(),
    ]);
  }
  return found;
}

const kindOf = (bytes: Uint8Array, name: string) => {
  try {
    return recognise(bytes, name);
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

describe('an archive is told from a document that is one', () => {
  test('by the names in it, whatever is in the files and whatever it is called', () => {
    expect(kindOf(zip([{ name: 'letters/a.docx', bytes: letterDocx(), stored: true }]), 'papers.docx')).toBe(
      'is-archive',
    );
    expect(kindOf(letterDocx(), 'letter.zip')).toBe('docx');
    expect(kindOf(zip([text('a.txt')]), 'x')).toBe('is-archive');
    expect(kindOf(zip([text('[Content_Types].xml'), text('xl/workbook.xml')]), 'x.zip')).toBe('unsupported-format');
    expect(kindOf(zip([]), 'x.zip')).toBe('is-archive');
  });

  test('also where its directory is cut off', () => {
    const whole = zip([text('a.txt'), text('b.txt')]);
    expect(kindOf(whole.subarray(0, whole.length - 30), 'x.zip')).toBe('is-archive');
    expect(kindOf(letterDocx().subarray(0, 900), 'x.docx')).toBe('docx');
  });
});

test('its files are handed over one by one, those of archives in it too; folders and what is hidden are passed over', async () => {
  const inner = zip([text('c.txt', 'see'), text('æ/d.txt', 'deep')]);
  const bytes = zip([
    text('a.txt', 'ay'),
    { name: 'folder/', bytes: Buffer.alloc(0), stored: true },
    text('folder/b.txt', 'bee'),
    text('__MACOSX/folder/._b.txt'),
    text('folder/.DS_Store'),
    { name: 'inner.zip', bytes: inner },
  ]);
  const all = [
    ['a.zip/a.txt', 'ay'],
    ['a.zip/folder/b.txt', 'bee'],
    ['a.zip/inner.zip/c.txt', 'see'],
    ['a.zip/inner.zip/æ/d.txt', 'deep'],
  ];
  expect(await inside(bytes)).toEqual(all);
  expect(await inside(bytes, (path) => path.endsWith('d.txt'))).toEqual(all.slice(-1));
});

describe('archives made to harm', () => {
  test('paths that lead out are refused one by one', async () => {
    const paths = ['../../etc/passwd', 'C:\\Windows\\x', '/etc/shadow', 'a/../../b', 'good.txt'];
    expect(await inside(zip(paths.map((path) => text(path))))).toEqual([
      ['a.zip/../../etc/passwd', 'not-allowed'],
      ['a.zip/C:/Windows/x', 'not-allowed'],
      ['a.zip//etc/shadow', 'not-allowed'],
      ['a.zip/a/../../b', 'not-allowed'],
      ['a.zip/good.txt', 'good.txt'],
    ]);
  });

  test('bombs, lies, and what is locked fail alone', async () => {
    const bytes = zip([
      { name: 'bomb', bytes: Buffer.alloc(8 * 1024 * 1024) },
      { ...text('liar'), size: 1024 * 1024 * 1024 - 1 },
      { name: 'short', bytes: Buffer.alloc(100, 'x'), size: 10 },
      { ...text('wrong'), crc: 1 },
      { ...text('locked'), flags: 1 },
      text('good'),
    ]);
    expect(await inside(bytes)).toEqual([
      ['a.zip/bomb', 'too-large'],
      ['a.zip/liar', 'too-large'],
      ['a.zip/short', 'damaged-file'],
      ['a.zip/wrong', 'damaged-file'],
      ['a.zip/locked', 'encrypted-file'],
      ['a.zip/good', 'good'],
    ]);
  });

  test('archives in archives share one limit, and lie only so deep', async () => {
    let nested = text('end.txt');
    for (let depth = 0; depth < 5; depth++) nested = { name: `${depth}.zip`, bytes: zip([nested]) };
    expect(await inside(zip([nested, text('good')]))).toEqual([
      ['a.zip/4.zip/3.zip/2.zip', 'too-large'],
      ['a.zip/good', 'good'],
    ]);
    const limits = { entries: 5, entryBytes: 1000, totalBytes: 2000, ratio: 100, ratioFrom: 1000 };
    const many = zip([1, 2, 3, 4].map((at) => text(`${at}.txt`)));
    expect(await inside(zip([{ name: 'm.zip', bytes: many }, text('good')]), undefined, limits)).toEqual([
      ['a.zip/m.zip', 'too-large'],
      ['a.zip/good', 'good'],
    ]);
    await expect(inside(many, undefined, { ...limits, entries: 3 })).rejects.toMatchObject({ code: 'too-large' });
  });

  test('cut off anywhere it is refused', async () => {
    const whole = zip([text('a'), text('b')]);
    for (let length = 0; length < whole.length; length += 3) {
      await expect(inside(whole.subarray(0, length))).rejects.toMatchObject({ code: 'damaged-file' });
    }
  });
});
