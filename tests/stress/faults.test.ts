import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createNotebook, type Notebook, noteRevisions, notes, openNotebook } from '../../db/index.ts';
import { testFolder } from '../db/support/folder.ts';
import { addTag } from '../db/support/rows.ts';
import { canMakeDisks, newSmallDisk } from '../db/support/small-disk.ts';

const LIMITED = resolve(import.meta.dirname, 'support/limited-writer.ts');

const names = (notebook: Notebook) =>
  notebook.read((c) => c.all<{ name: string }>('SELECT name FROM tags ORDER BY name')).map(({ name }) => name);

const tag = (notebook: Notebook, name: string) =>
  notebook.write({ deed: 'create-tag', subject: name }, (c) => addTag(c, name));

const refused = (code: string) => expect.objectContaining({ code });

/** What is there after a fault, by whoever opens the notebook next. */
function reopened(path: string): { names: string[]; defects: readonly unknown[] } {
  const notebook = openNotebook(path);
  try {
    return { names: names(notebook), defects: notebook.check().defects };
  } finally {
    notebook.close();
  }
}

describe('a disk that takes no more', () => {
  test('as SQLite reports it: the deed is refused by that name and the next one is taken when there is room', () => {
    const path = join(testFolder(), 'war.lectern');
    const notebook = createNotebook(path);
    tag(notebook, 'Before');
    // Any handle of the file obeys its own limit of pages; it is the connection's, so it is set through it.
    const limit = (pages: number) => notebook.read((c) => c.get(`PRAGMA max_page_count = ${pages}`));
    limit(1);
    expect(() => tag(notebook, 'x'.repeat(200_000))).toThrow(refused('disk-full'));
    expect(names(notebook)).toEqual(['Before']);
    limit(1_000_000);
    tag(notebook, 'After');
    notebook.close();
    expect(reopened(path)).toEqual({ names: ['After', 'Before'], defects: [] });
  });

  test('a file that may not grow: what was acknowledged is there, and nothing else', { timeout: 60_000 }, () => {
    const path = join(testFolder(), 'war.lectern');
    createNotebook(path).close();
    // Twice the present size, in the blocks of 1 KiB that bash counts in.
    const command = `ulimit -f 900; exec "$0" "$1" "$2"`;
    const { stdout, signal } = spawnSync('bash', ['-c', command, process.execPath, LIMITED, path], {
      encoding: 'utf8',
    });
    expect(signal).toBeNull();
    const lines = stdout.trim().split('\n');
    const acknowledged = lines.filter((line) => line.startsWith('done ')).map((line) => line.slice(5));
    expect(lines.at(-1)).toMatch(/^refused (disk-full|cannot-write)$/);
    expect(acknowledged.length).toBeGreaterThan(2);
    expect(reopened(path)).toEqual({ names: acknowledged.toSorted(), defects: [] });
  });
});

test.skipIf(!canMakeDisks())(
  'a disk that becomes read-only: deeds are refused, reading goes on, and work with it when it can be written again [needs root and tmpfs]',
  () => {
    const disk = newSmallDisk('4m');
    onTestFinished(() => disk.end());
    const remount = (how: 'ro' | 'rw') => spawnSync('mount', ['-o', `remount,${how}`, disk.folder]).status === 0;
    const path = join(disk.folder, 'war.lectern');
    createNotebook(path).close();
    // A writing program has the file open for writing, which keeps the system from making the disk read-only; one that
    // comes afterwards finds it so.
    expect(remount('ro')).toBe(true);
    const reader = openNotebook(path);
    expect([reader.readOnly, reader.readOnlyReason]).toEqual([true, 'not-writable']);
    expect(() => tag(reader, 'No')).toThrow(refused('read-only'));
    expect(names(reader)).toEqual([]);
    reader.close();
    expect(remount('rw')).toBe(true);
    const writer = openNotebook(path);
    tag(writer, 'Yes');
    writer.close();
    expect(reopened(path)).toEqual({ names: ['Yes'], defects: [] });
  },
);

describe('a file that is taken away while it is open', () => {
  test.each([
    [
      'moved',
      (path: string) => renameSync(path, `${path} elsewhere`),
      (path: string) => renameSync(`${path} elsewhere`, path),
    ],
    [
      'moved, and another notebook put in its place',
      (path: string) => {
        renameSync(path, `${path} elsewhere`);
        copyFileSync(`${path} elsewhere`, path);
      },
      (path: string) => renameSync(`${path} elsewhere`, path),
    ],
  ])(
    '%s: deeds are refused, the open one can still be read and saved elsewhere, and goes on when it is back',
    async (_, take, giveBack) => {
      const folder = testFolder();
      const path = join(folder, 'war.lectern');
      const notebook = createNotebook(path);
      tag(notebook, 'Before');
      take(path);
      expect(() => tag(notebook, 'Lost')).toThrow(refused('notebook-moved'));
      expect(names(notebook)).toEqual(['Before']);
      giveBack(path);
      tag(notebook, 'After');
      notebook.close();
      expect(reopened(path)).toEqual({ names: ['After', 'Before'], defects: [] });
    },
  );

  test('deleted: what was in it is read on, and nothing is made in its place', () => {
    const path = join(testFolder(), 'war.lectern');
    const notebook = createNotebook(path);
    tag(notebook, 'Before');
    rmSync(path);
    expect(() => tag(notebook, 'Lost')).toThrow(refused('notebook-moved'));
    expect(names(notebook)).toEqual(['Before']);
    notebook.close();
    expect(existsSync(path)).toBe(false);
  });

  test('replaced by something else: that is left as it is', () => {
    const path = join(testFolder(), 'war.lectern');
    const notebook = createNotebook(path);
    rmSync(path);
    writeFileSync(path, 'Somebody else’s.');
    expect(() => tag(notebook, 'Lost')).toThrow(refused('notebook-moved'));
    notebook.close();
    expect(() => openNotebook(path)).toThrow(refused('not-a-notebook'));
  });
});

test('a clock that is set back: deeds keep their order, undo their sense, and no earlier text is thrown away', () => {
  let now = Date.UTC(2030, 0, 1);
  const path = join(testFolder(), 'war.lectern');
  const notebook = createNotebook(path, { now: () => now });
  const document = (text: string) => ({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  });
  const { id } = notebook.write({ deed: 'create-note', subject: '' }, (c) =>
    notes.create(c, { title: 'N', document: document('one') }),
  );
  const save = (text: string) =>
    notebook.write({ deed: 'edit-note', subject: '', mergeWith: `note ${id}` }, (c) =>
      notes.update(c, id, { document: document(text) }),
    );
  now = Date.UTC(2026, 0, 1);
  save('two');
  now += 60_000;
  save('three');
  tag(notebook, 'Later');
  // What was written before the clock was set back is a sitting of its own.
  expect(notebook.read((c) => noteRevisions.list(c, id)).length).toBeGreaterThan(0);
  expect(notebook.history(10).map(({ deed }) => deed)).toEqual(['create-tag', 'edit-note', 'create-note']);
  notebook.undo();
  notebook.undo();
  expect(notebook.read((c) => notes.get(c, id)).text).toBe('one');
  notebook.close();
  const again = openNotebook(path);
  again.redo();
  expect(again.read((c) => notes.get(c, id)).text).toBe('three');
  expect(again.check().defects).toEqual([]);
  again.close();
});
