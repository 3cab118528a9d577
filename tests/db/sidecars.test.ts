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
import { createHandle, openHandle } from '../../db/sqlite/handle.ts';
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

/** A journal that makes any file of as many pages `database`, first page last: https://sqlite.org/fileformat2.html#the_rollback_journal. */
function journalOf(database: string): Buffer {
  const bytes = readFileSync(database);
  const pages = bytes.length / 4096;
  const head = Buffer.alloc(512);
  Buffer.from('d9d505f920a163d7', 'hex').copy(head);
  for (const [at, value] of [pages, 7, pages, 512, 4096].entries()) head.writeUInt32BE(value, 8 + 4 * at);
  const record = (number: number) => {
    const page = bytes.subarray((number - 1) * 4096, number * 4096);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(number);
    let sum = 7;
    for (let at = 4096 - 200; at > 0; at -= 200) sum += page[at] ?? 0;
    ends.writeUInt32BE(sum, 4);
    return [ends.subarray(0, 4), page, ends.subarray(4)];
  };
  const numbers = Array.from({ length: pages }, (_, at) => ((at + 1) % pages) + 1);
  return Buffer.concat([head, ...numbers.flatMap(record)]);
}

test('a journal that would make another program’s database of the notebook is not taken in', () => {
  const folder = testFolder();
  const path = notebookWith(join(folder, 'war.lectern'), 'mine');
  const other = join(testFolder(), 'other.db');
  const handle = createHandle(other);
  handle.exec('CREATE TABLE t (a)');
  const fill = handle.prepare('INSERT INTO t VALUES (?)');
  while (statSync(other).size < 70 * 4096) fill.run('x'.repeat(3000));
  handle.close();
  expect(statSync(other).size).toBeLessThan(statSync(path).size);
  writeFileSync(`${path}-journal`, journalOf(other));
  // Whoever takes it in gets a sound database.
  copyFileSync(path, join(folder, 'copy'));
  copyFileSync(`${path}-journal`, join(folder, 'copy-journal'));
  const taken = openHandle(join(folder, 'copy'), false);
  expect(taken.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['t']);
  expect(taken.pragma('integrity_check', { simple: true })).toBe('ok');
  taken.close();
  expect(tagsIn(path)).toEqual(['mine']);
  expect(strays(folder)).toHaveLength(1);
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

test.each([
  ['looked at', '', { readOnly: true }],
  ['of a newer version', 'PRAGMA user_version = 9999;', {}],
])('a view that stands where a table is expected is not read in a notebook that is %s', (_, sql, options) => {
  const path = notebookWith(join(testFolder(), 'war.lectern'), 'mine');
  const handle = openHandle(path, false);
  // Reading it would never end.
  handle.exec(`PRAGMA foreign_keys = OFF; DROP TABLE settings; ${sql}
    CREATE VIEW settings AS WITH RECURSIVE n (key) AS (SELECT 1 UNION ALL SELECT key + 1 FROM n) SELECT key, key AS value FROM n`);
  handle.close();
  expect(() => openNotebook(path, options)).toThrow(expect.objectContaining({ code: 'strange-notebook' }));
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
