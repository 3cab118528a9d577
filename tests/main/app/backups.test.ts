import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openNotebook } from '../../../db/index.ts';
import { openHandle } from '../../../db/sqlite/handle.ts';
import { startApp } from './desk.ts';

const NEVER = 1e9;

/** The finished backups of an app's one notebook, by kind. */
async function kinds(app: Awaited<ReturnType<typeof startApp>>, notebook = join(app.folder, 'test.lectern')) {
  const { backups } = await app.call('backups.list', { notebook });
  return backups.map(({ kind, flawed }) => (flawed ? `${kind} flawed` : kind));
}

test('a changed notebook is backed up when it is closed, and again only when it has changed', async () => {
  const app = await startApp({ automaticBackups: { afterOpening: NEVER, whileChanging: NEVER } });
  const path = join(app.folder, 'test.lectern');
  await app.call('tags.create', { name: 'one' });
  await app.call('notebook.close', {});
  expect(await kinds(app)).toEqual(['automatic']);
  await app.call('notebook.open', { path });
  expect(app.events.at(-1)).toMatchObject({ data: { backupFailure: null, flaws: 0 } });
  expect((await app.call('notebook.status', {})).lastBackupAt).not.toBeNull();
  await app.call('notebook.close', {});
  expect(await kinds(app)).toEqual(['automatic']);
  expect(app.logged).toEqual([]);
});

test('a notebook that changed since its last backup is backed up soon after it is opened, by whomever it was changed', async () => {
  const app = await startApp();
  const path = join(app.folder, 'test.lectern');
  await app.call('notebook.close', {});
  const other = await startApp({ notebook: false, automaticBackups: { afterOpening: 1, whileChanging: NEVER } });
  await other.call('notebook.open', { path });
  await vi.waitFor(async () => expect(await kinds(other, path)).toEqual(['automatic']));
  await other.call('notebook.close', {});
  await other.call('notebook.open', { path });
  await other.call('tags.create', { name: 'and once more at the end' });
  await other.call('notebook.close', {});
  expect(await kinds(other, path)).toEqual(['automatic', 'automatic']);
});

test('a backup that fails is told, with its reason, and so is one that works again', async () => {
  const app = await startApp({ automaticBackups: { afterOpening: NEVER, whileChanging: NEVER } });
  // A file where the folder has to be: nothing can be put into it, not even by root.
  writeFileSync(join(app.folder, 'backups'), '');
  expect(await app.refused('notebook.backup', {})).toMatchObject({ code: 'cannot-write' });
  expect(app.events.at(-1)).toMatchObject({ data: { backupFailure: 'cannot-write', lastBackupAt: null } });
  rmSync(join(app.folder, 'backups'));
  await app.call('notebook.backup', {});
  expect(app.events.at(-1)).toMatchObject({ data: { backupFailure: null } });
});

test('a notebook whose text is damaged is copied and marked, and pushes out no whole backup', async () => {
  const app = await startApp({ automaticBackups: { afterOpening: NEVER, whileChanging: NEVER } });
  const path = join(app.folder, 'test.lectern');
  await app.importText('One line.\nAnother line.');
  await app.call('notebook.close', {});
  const handle = openHandle(path, false);
  handle.exec("UPDATE blocks SET text = 'Eno line.' WHERE number = 1");
  handle.close();
  await app.call('notebook.open', { path });
  await app.call('tags.create', { name: 'on' });
  await app.call('notebook.close', {});
  expect(await kinds(app)).toEqual(['automatic flawed', 'automatic']);
  await app.call('notebook.open', { path });
  await app.call('notebook.backup', {});
  expect(await app.call('notebook.status', {})).toMatchObject({ flaws: 1 });
  const [flawed] = (await app.call('backups.list', {})).backups;
  expect(await app.call('backups.verify', { id: flawed?.id ?? '' })).toEqual({
    ok: false,
    flaws: ['The text of “text” is not what was imported.'],
  });
});

test('a backup takes the notebook’s place, and that can be taken back', async () => {
  const app = await startApp();
  await app.call('tags.create', { name: 'before' });
  await app.call('notebook.backup', {});
  await app.call('tags.create', { name: 'after' });
  const [backup] = (await app.call('backups.list', {})).backups;
  const names = async () => (await app.call('tags.list', {})).map(({ name }) => name);
  const { undo, aside, status } = await app.call('backups.restore', { id: backup?.id ?? '', as: 'notebook' });
  expect(status).toMatchObject({ open: true, path: join(app.folder, 'test.lectern') });
  expect(aside).toEqual([]);
  expect(await names()).toEqual(['before']);
  expect(await kinds(app)).toEqual(['before-restore', 'manual']);
  await app.call('backups.restore', { id: undo ?? '', as: 'notebook' });
  expect((await names()).sort()).toEqual(['after', 'before']);
  await app.call('notebook.close', {});
  expect(readdirSync(app.folder).filter((name) => name.startsWith('test'))).toEqual(['test.lectern']);
});

test('a backup is opened as a notebook of its own, beside the other', async () => {
  const app = await startApp();
  await app.call('tags.create', { name: 'before' });
  const made = await app.call('notebook.backup', {});
  await app.call('tags.create', { name: 'after' });
  const { status } = await app.call('backups.restore', { id: basename(made.path), as: 'copy' });
  expect(status.name).toMatch(/^test of \d{4}-\d\d-\d\d \d\d-\d\d$/);
  expect((await app.call('tags.list', {})).map(({ name }) => name)).toEqual(['before']);
  await app.call('notebook.open', { path: join(app.folder, 'test.lectern') });
  expect(await app.call('tags.list', {})).toHaveLength(2);
});

test('no name leads out of the folder of backups', async () => {
  const app = await startApp();
  await app.call('notebook.backup', {});
  const { folder } = await app.call('backups.list', {});
  const path = join(app.folder, 'test.lectern');
  expect(existsSync(join(folder, relative(folder, path)))).toBe(true);
  for (const id of [relative(folder, path), path, 'test.lectern', '..']) {
    const refusal = { code: 'not-found' };
    expect(await app.refused('backups.restore', { id, as: 'notebook' }), id).toMatchObject(refusal);
    expect(await app.refused('backups.restore', { id, as: 'copy' }), id).toMatchObject(refusal);
    expect(await app.refused('backups.verify', { id }), id).toMatchObject(refusal);
  }
});

test('a damaged notebook that cannot be opened is replaced by a backup, and kept with its journal', async () => {
  const app = await startApp();
  const path = join(app.folder, 'test.lectern');
  await app.call('tags.create', { name: 'safe' });
  await app.call('notebook.backup', {});
  await app.call('notebook.close', {});
  const bytes = readFileSync(path);
  bytes.fill(0x55, 4096, 5 * 4096);
  writeFileSync(path, bytes);
  expect(await app.refused('notebook.open', { path })).toMatchObject({ code: 'notebook-damaged' });
  const [backup] = (await app.call('backups.list', { notebook: path })).backups;
  const { aside, undo } = await app.call('backups.restore', { id: backup?.id ?? '', notebook: path, as: 'notebook' });
  expect(undo).toBeNull();
  expect(aside).toHaveLength(1);
  expect(readFileSync(join(app.folder, aside[0] ?? '')).equals(bytes)).toBe(true);
  expect((await app.call('tags.list', {})).map(({ name }) => name)).toEqual(['safe']);
});

test('a notebook with a stranger’s code in it is replaced by a backup, and kept', async () => {
  const app = await startApp();
  const path = join(app.folder, 'test.lectern');
  await app.call('tags.create', { name: 'safe' });
  await app.call('notebook.backup', {});
  await app.call('notebook.close', {});
  const handle = openHandle(path, false);
  handle.exec('CREATE TRIGGER evil AFTER INSERT ON tags BEGIN DELETE FROM notes; END');
  handle.close();
  const [backup] = (await app.call('backups.list', { notebook: path })).backups;
  const { aside } = await app.call('backups.restore', { id: backup?.id ?? '', notebook: path, as: 'notebook' });
  expect(aside).toHaveLength(1);
  expect((await app.call('tags.list', {})).map(({ name }) => name)).toEqual(['safe']);
});

test('the person’s own folder is used once it is there, and what killed programs left in it is taken away', async () => {
  const app = await startApp();
  const chosen = join(app.folder, 'elsewhere');
  expect(await app.refused('preferences.set', { backupFolder: 'elsewhere' })).toMatchObject({ code: 'path-not-whole' });
  expect(await app.refused('preferences.set', { backupFolder: chosen })).toMatchObject({ code: 'folder-missing' });
  mkdirSync(chosen);
  await app.call('preferences.set', { backupFolder: chosen });
  const path = join(app.folder, 'test.lectern');
  await app.call('notebook.close', {});
  await app.call('notebook.open', { path });
  const made = await app.call('notebook.backup', {});
  expect(dirname(dirname(made.path))).toBe(chosen);
  const left = join(dirname(made.path), 'test 2026-01-01 00-00-00 automatic.lectern.99999999-new');
  writeFileSync(left, 'half a backup');
  writeFileSync(`${left}-journal`, 'half a journal');
  writeFileSync(join(dirname(made.path), 'mine.txt'), 'mine');
  await app.call('notebook.backup', {});
  expect(readdirSync(dirname(made.path)).filter((name) => !name.endsWith('.lectern'))).toEqual(['mine.txt']);
});

test('a repair can be taken back: what was there before lies among the backups', async () => {
  const app = await startApp();
  const path = join(app.folder, 'test.lectern');
  await app.call('notebook.close', {});
  const handle = openHandle(path, false);
  handle.exec("INSERT INTO originals VALUES ('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 0)");
  handle.close();
  await app.call('notebook.open', { path });
  expect(await app.call('notebook.check', { repair: true })).toMatchObject({ ok: true, repaired: 1 });
  expect(await kinds(app)).toEqual(['before-repair']);
  const { folder, backups } = await app.call('backups.list', {});
  const kept = openNotebook(join(folder, backups[0]?.id ?? ''));
  expect(kept.check().defects).toMatchObject([{ code: 'orphaned-original' }]);
  kept.close();
  expect(await app.call('notebook.check', { repair: true })).toMatchObject({ repaired: 0 });
  expect(await kinds(app)).toHaveLength(1);
});

test('a clock set back keeps nobody from backups, and drops none that was just made', async () => {
  let now = Date.UTC(2026, 5, 1);
  const app = await startApp({ clock: () => now });
  for (let at = 0; at < 9; at++) await app.call('notebook.backup', {});
  now -= 400 * 86_400_000;
  const { path } = await app.call('notebook.backup', {});
  expect(statSync(path).size).toBeGreaterThan(0);
  utimesSync(path, new Date(now), new Date(now));
  expect(await kinds(app)).toHaveLength(10);
});
