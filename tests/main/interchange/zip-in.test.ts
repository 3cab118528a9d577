import { describe, expect, test } from 'vitest';
import { documentLimits, openArchive } from '../../../main/interchange/zip/index.ts';
import { type Part, zip } from './documents/zip.ts';

const part = (name: string, bytes: Uint8Array, lies: Partial<Part> = {}): Part => ({ name, bytes, ...lies });
const hello = Buffer.from('hello hello hello');

test('an archive gives its parts back', async () => {
  const archive = await openArchive(zip([part('a/b.txt', hello), part('c', hello, { stored: true })]), 'x.zip');
  expect(archive.names).toEqual(['a/b.txt', 'c']);
  expect(Buffer.from(await archive.read('a/b.txt'))).toEqual(hello);
  expect(Buffer.from(await archive.read('c'))).toEqual(hello);
  await expect(archive.read('d')).rejects.toMatchObject({ code: 'damaged-file' });
});

describe('an archive made to harm', () => {
  const refusalOf = async (parts: readonly Part[], limits = documentLimits()) => {
    const open = async () => {
      const archive = await openArchive(zip(parts), 'x.zip', limits);
      for (const name of archive.names) await archive.read(name);
    };
    return open().then(
      () => 'taken',
      (error: { code: string }) => error.code,
    );
  };

  test.each([
    ['unpacks to a thousand times its size', [part('a', Buffer.alloc(8_000_000))], 'too-large'],
    ['says it has a gigabyte', [part('a', hello, { size: 1 << 30 })], 'too-large'],
    ['says less than it has', [part('a', hello, { size: 3 })], 'damaged-file'],
    ['says more than it has', [part('a', hello, { size: 30 })], 'damaged-file'],
    ['has other bytes than it says', [part('a', hello, { crc: 1 })], 'damaged-file'],
    ['climbs out of its folder', [part('../a', hello)], 'damaged-file'],
    ['names a place on the disk', [part('/etc/a', hello)], 'damaged-file'],
    ['wants a password', [part('a', hello, { flags: 1 })], 'encrypted-file'],
  ] as const)('%s', async (_, parts, code) => {
    expect(await refusalOf(parts)).toBe(code);
  });

  test('has more parts than a document', async () => {
    const many = Array.from({ length: 11 }, (_, at) => part(`${at}`, hello));
    expect(await refusalOf(many, { ...documentLimits(), entries: 10 })).toBe('too-large');
    expect(await refusalOf(many, { ...documentLimits(), totalBytes: hello.length * 10 })).toBe('too-large');
    expect(await refusalOf(many)).toBe('taken');
  });

  test('cut off anywhere it is refused, never believed', async () => {
    const whole = zip([part('a', hello), part('b', hello)]);
    for (let length = 0; length < whole.length; length++) {
      await expect(openArchive(whole.subarray(0, length), 'x.zip')).rejects.toMatchObject({
        code: 'damaged-file',
        message: expect.stringMatching(/[^.]\.$/),
      });
    }
  });
});
