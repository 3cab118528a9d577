import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { createSpoolFolder, openSpool, type Spool } from '../../../main/host/index.ts';
import { canMakeDisks, newSmallDisk } from '../../db/support/small-disk.ts';

const parent = mkdtempSync(join(tmpdir(), 'lectern-test-'));
let spool: Spool;

beforeEach(() => {
  spool = openSpool(createSpoolFolder(parent));
});
afterAll(() => rmSync(parent, { recursive: true }));

async function* chunks(...parts: string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield new TextEncoder().encode(part);
}

test('an upload is taken once, byte for byte, under its own name', async () => {
  const id = await spool.receive('Ærlig talt.txt', chunks('a', 'ø', 'c'));
  const { name, bytes } = await spool.inbox.take(id);
  expect(name).toBe('Ærlig talt.txt');
  expect(new TextDecoder().decode(bytes)).toBe('aøc');
  await expect(spool.inbox.take(id)).rejects.toMatchObject({ code: 'file-missing' });
  expect(readdirSync(spool.folder)).toEqual([]);
});

test('an upload beyond the limit is refused and nothing of it is kept', async () => {
  await expect(spool.receive('big.txt', chunks('12345', '67890'), 8)).rejects.toMatchObject({ code: 'too-large' });
  expect(readdirSync(spool.folder)).toEqual([]);
});

test('an upload that breaks off leaves nothing behind', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield* chunks('abc');
    throw new Error('The window went away.');
  }
  await expect(spool.receive('half.txt', broken())).rejects.toMatchObject({ code: 'cannot-write' });
  expect(readdirSync(spool.folder)).toEqual([]);
});

test('a name with folders in it loses them', async () => {
  const id = await spool.receive('../../etc/passwd', chunks('x'));
  expect((await spool.inbox.take(id)).name).toBe('passwd');
});

test('a download is found by its id alone, until it is discarded', async () => {
  const id = await spool.outbox.put('summary.md', 'text/markdown', new TextEncoder().encode('# Hei'));
  expect(await spool.download(id)).toEqual({
    path: join(spool.folder, id),
    fileName: 'summary.md',
    mediaType: 'text/markdown',
  });
  await spool.discard(id);
  expect(await spool.download(id)).toBeUndefined();
});

test('an upload cannot be fetched as a download, and no path passes for an id', async () => {
  const upload = await spool.receive('a.txt', chunks('x'));
  writeFileSync(join(parent, 'outside.json'), JSON.stringify({ name: 'x', mediaType: 'text/plain' }));
  for (const id of [upload, '../outside', `${upload}.json`, '', '.'.repeat(32)]) {
    expect(await spool.download(id)).toBeUndefined();
  }
  await expect(spool.inbox.take('../outside')).rejects.toMatchObject({ code: 'file-missing' });
});

test.skipIf(process.platform === 'win32')('the folder and its files are for this user alone', async () => {
  const id = await spool.outbox.put('a.md', 'text/markdown', new Uint8Array());
  expect(statSync(spool.folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(spool.folder, id)).mode & 0o777).toBe(0o600);
});

test('a new spool removes those of processes that are gone, and no other', () => {
  const left = join(parent, 'lectern-spool-999999999-abc');
  const stranger = join(parent, 'lectern-spoon');
  for (const folder of [left, stranger]) mkdirSync(folder);
  createSpoolFolder(parent);
  expect(existsSync(left)).toBe(false);
  expect(existsSync(stranger)).toBe(true);
  expect(existsSync(spool.folder)).toBe(true);
});

test.skipIf(!canMakeDisks())(
  'on a full disk an export is refused and nothing of it is left [needs root and tmpfs]',
  async () => {
    const disk = newSmallDisk('128k');
    onTestFinished(() => disk.end());
    const small = openSpool(disk.folder);
    await expect(small.outbox.put('a.docx', 'x/y', new Uint8Array(1 << 18))).rejects.toMatchObject({
      code: 'disk-full',
    });
    expect(readdirSync(disk.folder)).toEqual([]);
  },
);
