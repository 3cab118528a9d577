import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createNotebook, openNotebook } from '../../db/index.ts';
import { openHandle } from '../../db/sqlite/handle.ts';
import { testFolder } from './support/folder.ts';
import { overwritePage, pagesOf } from './support/full-notebook.ts';
import { addTag } from './support/rows.ts';

const HOLDER = resolve(import.meta.dirname, 'support/holder.ts');

function notebookWith(path: string, ...names: readonly string[]): string {
  const notebook = createNotebook(path);
  for (const name of names) notebook.write({ deed: 'create-tag', subject: name }, (c) => addTag(c, name));
  notebook.close();
  return path;
}

function tagsIn(path: string): string[] {
  const notebook = openNotebook(path);
  try {
    expect(notebook.check().defects).toEqual([]);
    return notebook.read((c) => c.all<{ name: string }>('SELECT name FROM tags ORDER BY name')).map(({ name }) => name);
  } finally {
    notebook.close();
  }
}

/** A notebook a killed program left in the middle of a deed, with its journal: one tag is in it, a hundred are half in it. */
async function interrupted(path: string): Promise<void> {
  createNotebook(path).close();
  const holder = spawn(process.execPath, [HOLDER, path, 'half'], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void holder.kill('SIGKILL'));
  await once(holder.stdout, 'data');
  holder.kill('SIGKILL');
  await once(holder, 'exit');
}

const strays = (folder: string) => readdirSync(folder).filter((name) => name.includes(' not its own '));

test('a write-ahead log of another file is not read in, and is kept', () => {
  const folder = testFolder();
  const path = notebookWith(join(folder, 'war.lectern'), 'mine');
  // The same notebook some deeds later, in another program's mode: SQLite would take its log for this one's.
  const later = join(folder, 'later.lectern');
  copyFileSync(path, later);
  const handle = openHandle(later, false);
  handle.pragma('journal_mode = WAL');
  handle.exec("UPDATE tags SET name = 'theirs'");
  copyFileSync(`${later}-wal`, `${path}-wal`);
  copyFileSync(`${later}-shm`, `${path}-shm`);
  const log = readFileSync(`${path}-wal`);
  handle.close();
  const notebook = openNotebook(path);
  expect(notebook.aside).toHaveLength(2);
  notebook.close();
  expect(tagsIn(path)).toEqual(['mine']);
  const kept = strays(folder).map((name) => readFileSync(join(folder, name)));
  expect(kept.some((bytes) => bytes.equals(log))).toBe(true);
});

test('only looking does not read it in either', () => {
  const folder = testFolder();
  const path = notebookWith(join(folder, 'war.lectern'), 'mine');
  writeFileSync(`${path}-wal`, 'not a log at all');
  const notebook = openNotebook(path, { readOnly: true });
  expect(notebook).toMatchObject({ readOnly: true, readOnlyReason: 'asked' });
  expect(notebook.read((c) => c.all('SELECT name FROM tags'))).toEqual([{ name: 'mine' }]);
  notebook.close();
  expect(strays(folder)).toHaveLength(1);
});

test('a file that only has the name of a journal is moved aside, not removed', () => {
  const folder = testFolder();
  const path = notebookWith(join(folder, 'war.lectern'), 'mine');
  writeFileSync(`${path}-journal`, 'Dear diary, today I named a file badly.');
  expect(tagsIn(path)).toEqual(['mine']);
  expect(strays(folder).map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual([
    'Dear diary, today I named a file badly.',
  ]);
});

test('a journal of another state of the notebook is not rolled back into it', async () => {
  const folder = testFolder();
  const path = join(folder, 'war.lectern');
  await interrupted(path);
  const journal = readFileSync(`${path}-journal`);
  // An older backup copied over the interrupted notebook by hand, beside the journal that stays.
  rmSync(path);
  notebookWith(join(folder, 'old.lectern'), 'of old');
  renameSync(join(folder, 'old.lectern'), path);
  expect(statSync(`${path}-journal`).size).toBeGreaterThan(0);
  expect(tagsIn(path)).toEqual(['of old']);
  expect(strays(folder)).toHaveLength(1);
  expect(readFileSync(join(folder, strays(folder)[0] ?? '')).equals(journal)).toBe(true);
});

test('its own journal takes the half-done deed back, and is used up', async () => {
  const folder = testFolder();
  const path = join(folder, 'war.lectern');
  await interrupted(path);
  const notebook = openNotebook(path);
  expect(notebook).toMatchObject({ recovered: true, aside: [] });
  notebook.close();
  expect(tagsIn(path)).toEqual(['One']);
  expect(readdirSync(folder)).toEqual([basename(path)]);
});

test('a notebook damaged with a journal beside it is left as it is, both of them', async () => {
  const folder = testFolder();
  const path = join(folder, 'war.lectern');
  await interrupted(path);
  const bytes = readFileSync(path);
  bytes.fill(0x55, 4096 * 2, 4096 * 40);
  writeFileSync(path, bytes);
  const journal = readFileSync(`${path}-journal`);
  journal.fill(0x55, 4096);
  writeFileSync(`${path}-journal`, journal);
  expect(() => openNotebook(path)).toThrow(expect.objectContaining({ code: 'notebook-damaged' }));
  expect(readFileSync(path).equals(bytes)).toBe(true);
  expect(readFileSync(`${path}-journal`).equals(journal)).toBe(true);
});

test('the journal of a program that is at work is none of ours', async () => {
  const path = join(testFolder(), 'war.lectern');
  createNotebook(path).close();
  const holder = spawn(process.execPath, [HOLDER, path, 'half'], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void holder.kill('SIGKILL'));
  await once(holder.stdout, 'data');
  expect(() => openNotebook(path)).toThrow(expect.objectContaining({ code: 'notebook-in-use' }));
  expect(existsSync(`${path}-journal`)).toBe(true);
  expect(strays(dirname(path))).toEqual([]);
});

test.each([
  ['a trigger', 'CREATE TRIGGER evil AFTER INSERT ON tags BEGIN DELETE FROM notes; END'],
  ['a view', 'CREATE VIEW evil AS SELECT 1'],
  [
    'one of our triggers in other words',
    'DROP TRIGGER tags_form_no_cycle_on_insert; CREATE TRIGGER tags_form_no_cycle_on_insert BEFORE INSERT ON tags BEGIN DELETE FROM notes; END',
  ],
])('a stranger’s notebook with %s is refused and not changed', (_, sql) => {
  const path = notebookWith(join(testFolder(), 'war.lectern'), 'mine');
  const handle = openHandle(path, false);
  handle.exec(sql);
  handle.close();
  const before = readFileSync(path);
  expect(() => openNotebook(path)).toThrow(expect.objectContaining({ code: 'strange-notebook' }));
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(dirname(path))).toEqual(['war.lectern']);
});

test('a damaged notebook is opened to be looked at, as far as it can be read', () => {
  const path = notebookWith(join(testFolder(), 'war.lectern'), 'mine');
  overwritePage(path, pagesOf(path, 'notes').root);
  const bytes = readFileSync(path);
  const notebook = openNotebook(path, { readOnly: true });
  expect(notebook.read((c) => c.all('SELECT name FROM tags'))).toEqual([{ name: 'mine' }]);
  notebook.close();
  expect(readFileSync(path).equals(bytes)).toBe(true);
});
