import { copyFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { highlights, noteRevisions, notes, openNotebook, outlines, SCHEMA_VERSION, trash } from '../../db/index.ts';
import { MIGRATIONS } from '../../db/migrations/index.ts';
import { openHandle } from '../../db/sqlite/handle.ts';
import { testFolder } from './support/folder.ts';

const RELEASED = resolve(import.meta.dirname, '../fixtures/released');

/** Each released version of the schema with its frozen notebook, made by the program of that time. */
const versions = readdirSync(RELEASED).map((name) => Number(name.replace('.lectern', '')));

function copyOf(version: number): { folder: string; path: string; backups: string } {
  const folder = testFolder();
  const path = join(folder, 'old.lectern');
  copyFileSync(join(RELEASED, `${version}.lectern`), path);
  return { folder, path, backups: testFolder() };
}

function rows(path: string, tables: readonly string[]): Record<string, unknown> {
  const handle = openHandle(path, true);
  try {
    return Object.fromEntries(
      tables.map((table) => [table, handle.prepare(`SELECT count(*), group_concat(rowid) FROM ${table}`).get()]),
    );
  } finally {
    handle.close();
  }
}

const CONTENT = ['sources', 'blocks', 'original_pieces', 'highlights', 'tags', 'entities', 'mentions', 'relations'];

test('there is a frozen notebook of the first version', () => {
  expect(versions).toContain(MIGRATIONS[0]?.version);
});

describe.each(versions)('a notebook of version %i', (version) => {
  test('opens, has everything it had, checks clean and can be worked in', () => {
    const { folder, path, backups } = copyOf(version);
    const before = rows(path, CONTENT);
    const notebook = openNotebook(path, { backupFolder: backups });
    expect(notebook.schemaVersion).toBe(SCHEMA_VERSION);
    expect(notebook.readOnly).toBe(false);
    expect(notebook.check()).toMatchObject({ ok: true, checked: { sources: 3, notes: 3, outlines: 1 } });
    notebook.read((c) => {
      expect(highlights.list(c, {}).length).toBeGreaterThan(10);
      expect(trash.list(c).map(({ noun }) => noun)).toEqual(['tag', 'highlight', 'note']);
      for (const { id } of outlines.list(c)) expect(outlines.get(c, id).tree.length).toBeGreaterThan(5);
    });
    const [note] = notebook.read((c) => notes.list(c));
    notebook.write({ deed: 'edit-note', subject: '' }, (c) =>
      notes.update(c, note?.id ?? '', {
        document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'New.' }] }] },
      }),
    );
    expect(notebook.read((c) => noteRevisions.list(c, note?.id ?? ''))).toHaveLength(1);
    notebook.undo();
    notebook.close();
    expect(rows(path, CONTENT)).toEqual(before);
    expect(readdirSync(folder)).toEqual(['old.lectern']);
  });

  test.skipIf(version === SCHEMA_VERSION)('is copied, whole and checked, before it is updated', () => {
    const { path, backups } = copyOf(version);
    openNotebook(path, { backupFolder: backups }).close();
    const [name, ...others] = readdirSync(backups);
    expect(others).toEqual([]);
    expect(name).toContain('before-update');
    const copy = openHandle(join(backups, name ?? ''), true);
    expect(copy.pragma('user_version', { simple: true })).toBe(version);
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    copy.close();
  });

  test.skipIf(version === SCHEMA_VERSION)('is left as it is where no copy can be made of it', () => {
    const { folder, path } = copyOf(version);
    // A folder cannot be made below a file.
    expect(() => openNotebook(path, { backupFolder: join(path, 'nowhere') })).toThrow();
    const handle = openHandle(path, true);
    expect(handle.pragma('user_version', { simple: true })).toBe(version);
    handle.close();
    expect(readdirSync(folder)).toEqual(['old.lectern']);
  });
});

test('a notebook made before version 1 was finished gets the index by place that it lacks', () => {
  const { path, backups } = copyOf(1);
  const handle = openHandle(path, false);
  handle.exec(
    'DROP INDEX highlights_by_place; CREATE INDEX highlights_by_place ON highlights (source_id, start, "end")',
  );
  handle.close();
  const notebook = openNotebook(path, { backupFolder: backups });
  expect(notebook.check().defects).toEqual([]);
  notebook.close();
});
