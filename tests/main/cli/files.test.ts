import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { expandPaths, pathInbox, pathOutbox } from '../../../main/cli/files.ts';
import { canMakeDisks, newSmallDisk } from '../../db/support/small-disk.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-test-'));
const path = (name: string) => join(folder, name);

beforeAll(() => {
  mkdirSync(path('texts/inner'), { recursive: true });
  mkdirSync(path('empty/.hidden'), { recursive: true });
  for (const name of ['texts/b.txt', 'texts/a.txt', 'texts/inner/c.txt', 'texts/.d.txt'])
    writeFileSync(path(name), name);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a folder stands for its files by name, hidden ones left out', async () => {
  expect(await expandPaths([path('texts/inner/..')])).toEqual({
    files: ['a.txt', 'b.txt', 'inner/c.txt'].map((name) => ({ path: path(`texts/${name}`), name })),
    folder: 'texts',
  });
  const beside = await expandPaths([path('texts'), path('texts/a.txt')]);
  expect(beside.folder).toBeUndefined();
  expect(beside.files.map(({ name }) => name)).toEqual(['texts/a.txt', 'texts/b.txt', 'texts/inner/c.txt', 'a.txt']);
});

test.skipIf(process.platform === 'win32')(
  'a link to a file is followed, one to a folder or to nothing is not',
  async () => {
    mkdirSync(path('links'));
    symlinkSync(path('texts/a.txt'), path('links/a.txt'));
    symlinkSync(path('links'), path('links/around'));
    symlinkSync(path('nothing'), path('links/broken'));
    expect((await expandPaths([path('links')])).files).toEqual([{ path: path('links/a.txt'), name: 'a.txt' }]);
  },
);

test('what is not there, and a folder without files, are refused', async () => {
  await expect(expandPaths([path('texts'), path('missing')])).rejects.toMatchObject({ code: 'file-missing' });
  await expect(expandPaths([path('empty')])).rejects.toMatchObject({ code: 'empty-file' });
});

test('an upload is the file at the path', async () => {
  const inbox = pathInbox();
  const { name, bytes } = await inbox.take(path('texts/a.txt'));
  expect([name, new TextDecoder().decode(bytes)]).toEqual(['a.txt', 'texts/a.txt']);
  await expect(inbox.take(path('texts'))).rejects.toMatchObject({ code: 'cannot-read' });
  const within = await inbox.put('b.txt', new TextEncoder().encode('of an archive'));
  expect(new TextDecoder().decode((await inbox.take(within)).bytes)).toBe('of an archive');
  // A path need not have a stroke in it that this system parts folders by.
  await expect(inbox.take('C:\\missing.zip')).rejects.toMatchObject({ details: { path: 'C:\\missing.zip' } });
  inbox.close();
});

test('an export replaces the file that was named, and says why it cannot', async () => {
  writeFileSync(path('out.md'), 'old');
  const bytes = new TextEncoder().encode('new');
  expect(await pathOutbox(path('out.md')).put('x.md', 'text/markdown', bytes)).toBe(path('out.md'));
  expect(readFileSync(path('out.md'), 'utf8')).toBe('new');
  const nowhere = pathOutbox(path('nowhere/out.md')).put('x.md', 'text/markdown', bytes);
  await expect(nowhere).rejects.toMatchObject({ code: 'folder-missing' });
  const overFolder = pathOutbox(path('texts')).put('x.md', 'text/markdown', bytes);
  await expect(overFolder).rejects.toMatchObject({ code: 'cannot-write' });
});

test.skipIf(!canMakeDisks())('a new file there is no room for is no half file [needs root and tmpfs]', async () => {
  const disk = newSmallDisk('128k');
  const before = process.cwd();
  onTestFinished(() => {
    process.chdir(before);
    disk.end();
  });
  process.chdir(disk.folder);
  const put = pathOutbox(undefined).put('big.md', 'text/markdown', new Uint8Array(1 << 18));
  await expect(put).rejects.toMatchObject({ code: 'disk-full' });
  expect(readdirSync(disk.folder)).toEqual([]);
});
