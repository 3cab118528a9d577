import { expect, test } from 'vitest';
import { newId } from '../../../main/contract/index.ts';
import { startApp } from './desk.ts';

const RUN = newId(0, (count) => new Uint8Array(count));

test('what became of every file of an import is kept, and outlives undo and the source', async () => {
  const { call, importFile } = await startApp();
  const { source } = await importFile('one.txt', 'One.\n', {});
  await importFile('same.txt', 'One.\n');
  await importFile('empty.txt', '');
  const [empty, same, one] = await call('imports.list', {});
  expect([one, same, empty]).toMatchObject([{ imported: 1 }, { duplicate: 1 }, { failed: 1 }]);
  expect(await call('imports.get', { id: one?.id ?? '' })).toMatchObject({
    files: [{ fileName: 'one.txt', outcome: 'imported', source: { id: source?.id, blocks: 1 } }],
  });
  expect(await call('imports.get', { id: empty?.id ?? '' })).toMatchObject({
    files: [
      { fileName: 'empty.txt', outcome: 'failed', failure: { code: 'empty-file', details: { name: 'empty.txt' } } },
    ],
  });

  await call('history.undo', {});
  const [gone] = (await call('imports.get', { id: one?.id ?? '' })).files;
  expect(gone).toEqual({ fileName: 'one.txt', outcome: 'imported', remarks: [] });
  expect(await call('imports.list', {})).toHaveLength(3);
  expect(await call('notebook.check', {})).toMatchObject({ ok: true });
});

test('files of one run are one import, with those that the app never heard of', async () => {
  const { call } = await startApp();
  await call('imports.keep', {
    run: RUN,
    files: [
      { fileName: 'huge.txt', outcome: 'failed', failure: { code: 'too-large', message: 'Too large.' } },
      { fileName: 'later.txt', outcome: 'cancelled' },
    ],
  });
  expect(await call('imports.list', {})).toMatchObject([{ id: RUN, imported: 0, failed: 1, cancelled: 1 }]);
  await call('imports.keep', { run: RUN, again: true, files: [{ fileName: 'later.txt', outcome: 'failed' }] });
  const { files } = await call('imports.get', { id: RUN });
  expect(files.map(({ fileName, outcome }) => [fileName, outcome])).toEqual([
    ['huge.txt', 'failed'],
    ['later.txt', 'failed'],
  ]);
  expect(await call('history.list', {})).toEqual([]);
});

test('a name of any length is kept, cut to what a report can show, and known again when its file is tried again', async () => {
  const { call } = await startApp();
  const fileName = `papers.zip/${'folder 𝕏/'.repeat(500)}a.txt`;
  const refused = { fileName, outcome: 'failed', failure: { code: 'not-allowed', message: 'No.' } } as const;
  await call('imports.keep', { run: RUN, files: [refused] });
  await call('imports.keep', { run: RUN, again: true, files: [refused] });
  const { files } = await call('imports.get', { id: RUN });
  expect(files.map((file) => [...file.fileName].length)).toEqual([1000]);
  expect(files[0]?.fileName).toMatch(/^papers\.zip\/.*…$/u);
});

test('an import that never was is not found', async () => {
  const { refused } = await startApp();
  expect(await refused('imports.get', { id: RUN })).toMatchObject({ code: 'not-found' });
});

test('a text of the window is handed to the shell as it is, under a name a file can have', async () => {
  const { call, downloads } = await startApp();
  const { download, fileName } = await call('exports.text', { title: 'Import report, 1/2', text: 'Сталин, იოსებ\n' });
  expect(fileName).toMatch(/^Import report, 1.2\.txt$/);
  expect(new TextDecoder().decode(downloads.get(download))).toBe('Сталин, იოსებ\n');
});
