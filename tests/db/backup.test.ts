import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createNotebook, openNotebook } from '../../db/index.ts';
import { testFolder } from './support/folder.ts';
import { addSource, addTag } from './support/rows.ts';

test('a backup is a whole notebook, made while the other stays open, and its time is known', () => {
  const folder = testFolder();
  const notebook = createNotebook(join(folder, 'war.lectern'), { now: () => 1_700_000_000_000 });
  notebook.write({ deed: 'import-source', subject: '' }, (c) => {
    addSource(c, 'War', ['one', 'two']);
    addTag(c, 'T');
  });
  expect(notebook.lastBackupAt()).toBeNull();
  const path = join(folder, 'copy.lectern');
  const backup = notebook.backup(path);
  expect(backup).toEqual({ path, size: statSync(path).size, at: '2023-11-14T22:13:20.000Z' });
  expect(notebook.lastBackupAt()).toBe(backup.at);
  const copy = openNotebook(path);
  expect(copy.check()).toMatchObject({ ok: true, checked: { sources: 1, blocks: 2, tags: 1 } });
  expect(copy.undo()).toMatchObject({ deed: 'import-source' });
  copy.close();
  notebook.close();
  expect(readdirSync(folder).sort()).toEqual(['copy.lectern', 'war.lectern']);
});

test('a backup replaces nothing and makes no folders', () => {
  const folder = testFolder();
  const notebook = createNotebook(join(folder, 'war.lectern'));
  writeFileSync(join(folder, 'there'), 'mine');
  const codeOf = (path: string) => {
    try {
      notebook.backup(path);
      return 'made';
    } catch (error) {
      return error instanceof Error && 'code' in error ? error.code : error;
    }
  };
  expect(codeOf(join(folder, 'there'))).toBe('file-exists');
  expect(codeOf(notebook.path)).toBe('file-exists');
  expect(codeOf(join(folder, 'no', 'copy.lectern'))).toBe('folder-missing');
  expect(readFileSync(join(folder, 'there'), 'utf8')).toBe('mine');
  notebook.close();
  expect(readdirSync(resolve(folder)).sort()).toEqual(['there', 'war.lectern']);
});
