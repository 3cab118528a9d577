import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { USUAL_LIMITS } from '../../../../main/contract/index.ts';
import { startApp } from '../desk.ts';
import { expectAllCalled } from './called.ts';

const TEXT = 'Ада Лавлейс wrote to Charles Babbage.\n\nBabbage’s engine was never built 🜚 in his life.\n';

test('searching, history, settings', async () => {
  const { call, importText, events } = await startApp();
  const source = await importText(TEXT);
  const { hits, totals } = await call('search.query', { query: 'engine', kinds: ['block'] });
  expect(hits).toMatchObject([{ kind: 'block', id: source.id, block: 2 }]);
  expect(totals.block).toBe(1);
  expect(await call('search.names', { query: 'tex' })).toMatchObject([{ kind: 'source', id: source.id }]);

  await call('settings.set', { key: 'reader.width', value: { ch: 66 } });
  expect(await call('settings.get', { key: 'reader.width' })).toEqual({ key: 'reader.width', value: { ch: 66 } });
  expect(await call('settings.get', { key: 'unknown' })).toEqual({ key: 'unknown', value: null });

  await call('tags.create', { name: 'one' });
  expect((await call('history.list', {})).map(({ deed, subject }) => [deed, subject])).toEqual([
    ['create-tag', 'one'],
    ['import-source', 'text'],
  ]);
  await call('history.undo', {});
  expect(events.at(-1)).toMatchObject({
    event: 'changed',
    data: { undo: { deed: 'import-source' }, redo: { deed: 'create-tag', subject: 'one' } },
  });
  await call('history.redo', {});
  expect(await call('tags.list', {})).toMatchObject([{ name: 'one' }]);
});

test('notebooks: make, close, open, copy the sample, check, back up', async () => {
  const made = await startApp();
  await made.importText(TEXT);
  const sample = join(made.folder, 'Sample.lectern');
  await made.call('notebook.backup', { path: sample });

  const { call, refused, folder, events } = await startApp({ notebook: false, sample });
  expect(await call('notebook.status', {})).toMatchObject({ open: false });
  expect(await refused('sources.list', {})).toMatchObject({ code: 'no-notebook' });
  const bare = await call('notebook.create', { path: 'My work' });
  expect(bare).toMatchObject({ open: true, name: 'My work', path: join(folder, 'notebooks', 'My work.lectern') });
  expect(events.at(-1)).toMatchObject({ event: 'notebook', data: { name: 'My work' } });
  expect(await call('notebook.open', { path: bare.path })).toMatchObject({ path: bare.path });
  expect(await refused('notebook.create', { path: bare.path })).toMatchObject({ code: 'file-exists' });
  expect(await refused('notebook.open', { path: join(folder, 'none.lectern') })).toMatchObject({
    code: 'file-missing',
  });
  expect(await call('notebook.status', {})).toMatchObject({ open: true, name: 'My work' });

  chmodSync(sample, 0o444);
  const before = readFileSync(sample);
  const opened = await call('notebook.openSample', {});
  expect(opened).toMatchObject({ name: 'The loss of the Sankt Nikolaj', readOnly: false });
  expect(await call('sources.list', {})).toHaveLength(1);
  await call('tags.create', { name: 'only in the copy' });
  await call('notebook.close', {});
  expect(readFileSync(sample)).toEqual(before);
  expect(await call('notebook.openSample', {})).toMatchObject({ name: 'The loss of the Sankt Nikolaj 2' });
  expect(await call('notebook.check', {})).toMatchObject({ ok: true });
  expect(await call('notebook.check', { repair: true })).toMatchObject({ ok: true });
  const backup = await call('notebook.backup', {});
  expect(existsSync(backup.path)).toBe(true);
  expect(events.at(-1)).toMatchObject({ event: 'notebook', data: { lastBackupAt: backup.at } });
  expect(await call('notebook.status', {})).toMatchObject({ lastBackupAt: backup.at });
  const [kept] = (await call('backups.list', {})).backups;
  expect(kept).toMatchObject({ kind: 'manual', flawed: false, id: basename(backup.path) });
  expect(await call('backups.verify', { id: kept?.id ?? '' })).toEqual({ ok: true, flaws: [] });
  expect(await call('backups.restore', { id: kept?.id ?? '', as: 'notebook' })).toMatchObject({ aside: [] });
  const saved = join(folder, 'saved.lectern');
  expect(await call('recovery.salvage', { path: sample, target: saved })).toMatchObject({ lostRows: 0, texts: [] });
  expect(existsSync(saved)).toBe(true);
  const { notebooks } = await call('notebook.recent', {});
  expect(notebooks.map(({ name }) => name)).toEqual([
    'The loss of the Sankt Nikolaj 2',
    'The loss of the Sankt Nikolaj',
    'My work',
  ]);

  const usual = { language: 'system', theme: 'system', backupFolder: '', limits: USUAL_LIMITS };
  expect(await call('preferences.get', {})).toEqual(usual);
  expect(await call('preferences.set', { theme: 'dark' })).toMatchObject({ language: 'system', theme: 'dark' });
  expect((await call('notebook.recent', {})).notebooks).toHaveLength(3);
});

test('what only looks like a notebook is not offered, and keeps none of the others from it', async () => {
  const { call } = await startApp({ notebook: false });
  const { path } = await call('notebook.create', { path: 'Real' });
  const folder = dirname(path);
  symlinkSync(join(folder, 'nowhere'), join(folder, 'link.lectern'));
  mkdirSync(join(folder, 'folder.lectern'));
  const { notebooks } = await call('notebook.recent', {});
  expect(notebooks.map(({ name }) => name)).toEqual(['Real']);
});

test('going to a step of the history, and emptying the trash for good', async () => {
  const { call, refused } = await startApp();
  const { id } = await call('tags.create', { name: 'A' });
  await call('tags.create', { name: 'B' });
  const [, first] = await call('history.list', {});
  expect(await call('history.goTo', { id: first?.id ?? 0 })).toEqual({ undone: 1, redone: 0 });
  expect(await call('tags.list', {})).toMatchObject([{ name: 'A' }]);
  expect(await refused('history.goTo', { id: 99 })).toMatchObject({ code: 'not-found' });
  await call('tags.remove', { id });
  expect(await call('trash.list', {})).toMatchObject([{ id, needed: false }]);
  expect(await call('trash.empty', {})).toEqual({ left: 0 });
  expect(await refused('trash.restore', { noun: 'tag', id })).toMatchObject({ code: 'not-found' });
  expect((await call('history.list', {})).map(({ kept }) => kept)).toEqual(['none', 'none']);
});

test('tags by source, and back from the trash', async () => {
  const { call, importText } = await startApp();
  const { id: sourceId } = await importText(TEXT);
  const { tagIds, id } = await call('highlights.create', { sourceId, start: 0, end: 3, tags: ['letters'] });
  const counted = [{ tagId: tagIds[0], sourceId, highlights: 1 }];
  expect(await call('analysis.tagsBySource', {})).toEqual(counted);
  await call('highlights.remove', { id });
  expect(await call('analysis.tagsBySource', {})).toEqual([]);
  await call('trash.restore', { noun: 'highlight', id });
  expect(await call('analysis.tagsBySource', {})).toEqual(counted);
});

expectAllCalled('notebook');
