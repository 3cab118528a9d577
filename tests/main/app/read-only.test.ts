import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { METHODS } from '../../../main/contract/methods.ts';
import { startApp, type TestApp } from './desk.ts';

/** The same notebook as a version after ours would leave it. */
async function openNewer(app: TestApp): Promise<void> {
  const { path } = await app.call('notebook.status', {});
  await app.call('notebook.close', {});
  const newer = join(app.folder, 'newer.lectern');
  copyFileSync(path, newer);
  const handle = new Database(newer);
  handle.pragma('user_version = 999');
  handle.close();
  await app.call('notebook.open', { path: newer });
}

test('a notebook of a newer version is read, searched and exported, and no deed is done to it', async () => {
  const app = await startApp();
  const { call, refused } = app;
  const source = await app.importText('Some words to find.');
  await openNewer(app);
  expect(await call('notebook.status', {})).toMatchObject({ readOnly: true, reason: 'newer', schemaVersion: 999 });
  expect(await call('sources.list', {})).toMatchObject([{ id: source.id }]);
  expect((await call('search.query', { query: 'words' })).hits).toHaveLength(1);
  await call('exports.create', { kind: 'source', id: source.id, format: 'html' });
  expect(await refused('history.undo', {})).toMatchObject({ code: 'read-only' });
  const inputs: Readonly<Record<string, unknown>> = {
    'sources.create': { title: 't', text: 'x' },
    'sources.import': { files: [{ upload: 'u', name: 'n' }] },
    'tags.create': { name: 't' },
    'highlights.create': { sourceId: source.id, start: 0, end: 1 },
    'settings.set': { key: 'k', value: 1 },
    'outlines.create': { title: 'o' },
    'entities.create': { type: 'person', name: 'n' },
    'notes.create': { title: 'n' },
  };
  for (const [method, input] of Object.entries(inputs)) {
    expect(METHODS[method as keyof typeof METHODS].kind).toBe('deed');
    expect(await refused(method, input)).toMatchObject({
      code: 'read-only',
      message: expect.stringContaining('newer version of Lectern'),
      details: { reason: 'newer' },
    });
  }
  expect(app.logged).toEqual([]);
});

test('every method that changes the notebook is called a deed', () => {
  const verbs =
    /\.(?:create|update|remove|move|merge|add|accept|reject|import|set|restore|split|join|markAll|updateItem|removeItem)$/;
  const outside = new Set(['notebook.create', 'backups.restore', 'preferences.set', 'exports.create']);
  for (const [name, { kind }] of Object.entries(METHODS)) {
    if (verbs.test(name) && !outside.has(name)) expect([name, kind]).toEqual([name, 'deed']);
  }
});

test('opening something else fails without losing what is open', async () => {
  const { call, refused, folder, importFile } = await startApp();
  await importFile('a.txt', 'text');
  const { path } = await call('notebook.status', {});
  expect(await refused('notebook.open', { path: join(folder, 'missing.lectern') })).toMatchObject({
    code: 'file-missing',
  });
  expect(await refused('notebook.open', { path: folder })).toMatchObject({
    code: expect.stringMatching(/not-a-notebook|cannot-read/),
  });
  expect(await refused('notebook.create', { path: join(folder, 'no', 'such', 'folder.lectern') })).toMatchObject({
    code: 'folder-missing',
  });
  expect(await call('notebook.status', {})).toMatchObject({ open: true, path });
  expect(await call('sources.list', {})).toHaveLength(1);
  // Opening what is open is no harm.
  expect(await call('notebook.open', { path })).toMatchObject({ path });
});

test('two who open at the same time get one after the other', async () => {
  const { call, folder, events } = await startApp({ notebook: false });
  const paths = ['a', 'b', 'c'].map((name) => join(folder, `${name}.lectern`));
  await Promise.all(paths.map((path) => call('notebook.create', { path })));
  expect(events.map((event) => event.event === 'notebook' && event.data.name)).toEqual(['a', 'b', 'c']);
  expect(await call('notebook.status', {})).toMatchObject({ name: 'c' });
  await Promise.all([call('notebook.open', { path: paths[0] ?? '' }), call('notebook.close', {})]);
  expect(await call('notebook.status', {})).toMatchObject({ open: false });
});
