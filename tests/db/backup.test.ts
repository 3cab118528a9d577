import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { copyNotebook } from '../../db/backup/index.ts';
import { createNotebook, openNotebook, restoreAsCopy, stageRestore, verifyCopy } from '../../db/index.ts';
import { openHandle } from '../../db/sqlite/handle.ts';
import { testFolder } from './support/folder.ts';
import { addSource, addTag } from './support/rows.ts';
import { verifyHere } from './support/verify-here.ts';

const copying = { verify: verifyHere };

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : error;
}

test('a backup is a whole notebook, made while the other stays open, and its time can be remembered', async () => {
  const folder = testFolder();
  const notebook = createNotebook(join(folder, 'war.lectern'), { now: () => 1_700_000_000_000 });
  notebook.write({ deed: 'import-source', subject: '' }, (c) => {
    addSource(c, 'War', ['one', 'two']);
    addTag(c, 'T');
  });
  const path = join(folder, 'copy.lectern');
  const backup = await notebook.backup(path, copying);
  expect(backup).toEqual({ path, size: statSync(path).size, at: '2023-11-14T22:13:20.000Z' });
  expect(notebook.rememberedBackupAt()).toBeNull();
  notebook.rememberBackup(backup.at);
  expect(notebook.rememberedBackupAt()).toBe(backup.at);
  const copy = openNotebook(path);
  expect(copy.check()).toMatchObject({ ok: true, checked: { sources: 1, blocks: 2, tags: 1 } });
  expect(copy.undo()).toMatchObject({ deed: 'import-source' });
  copy.close();
  notebook.close();
  expect(readdirSync(folder).sort()).toEqual(['copy.lectern', 'war.lectern']);
});

test('a backup replaces nothing and makes no folders', async () => {
  const folder = testFolder();
  const notebook = createNotebook(join(folder, 'war.lectern'));
  writeFileSync(join(folder, 'there'), 'mine');
  const made = (path: string) => notebook.backup(path, copying).then(() => 'made', codeOf);
  expect(await made(join(folder, 'there'))).toBe('file-exists');
  expect(await made(notebook.path)).toBe('file-exists');
  expect(await made(join(folder, 'no', 'copy.lectern'))).toBe('folder-missing');
  expect(readFileSync(join(folder, 'there'), 'utf8')).toBe('mine');
  notebook.close();
  expect(readdirSync(resolve(folder)).sort()).toEqual(['there', 'war.lectern']);
});

test('what is done while a backup is made goes on in between, and the copy is sound and holds it', async () => {
  const folder = testFolder();
  const notebook = createNotebook(join(folder, 'war.lectern'));
  const tag = (name: string) => notebook.write({ deed: 'create-tag', subject: name }, (c) => addTag(c, name));
  notebook.write({ deed: 'import-source', subject: '' }, (c) => {
    addSource(
      c,
      'War',
      Array.from({ length: 2000 }, (_, at) => `${at} ${'word '.repeat(200)}`),
    );
  });
  let steps = 0;
  const backup = await notebook.backup(join(folder, 'copy.lectern'), {
    ...copying,
    onProgress: (done, total) => {
      expect(done).toBeLessThanOrEqual(total);
      // Between the steps, where a window's deeds come in; the first in the middle of the file, too.
      setImmediate(() => tag(`during ${steps++}`));
    },
  });
  expect(steps).toBeGreaterThan(2);
  notebook.close();
  const copy = openNotebook(backup.path);
  expect(copy.check().defects).toEqual([]);
  const kept = copy.read((c) => c.all<{ name: string }>('SELECT name FROM tags')).map(({ name }) => name);
  expect(kept).toContain('during 0');
  copy.close();
});

test('a copy that is given up, or does not prove sound, leaves nothing', async () => {
  const folder = testFolder();
  const notebook = createNotebook(join(folder, 'war.lectern'));
  const path = join(folder, 'copy.lectern');
  const cancelled = await notebook.backup(path, { ...copying, cancelled: () => true }).catch(codeOf);
  expect(cancelled).toBe('cancelled');
  const spoiled = await notebook
    .backup(path, {
      verify: (made, depth) => {
        const bytes = readFileSync(made);
        bytes.fill(0x55, 4096 * 3, 4096 * 6);
        writeFileSync(made, bytes);
        return verifyHere(made, depth);
      },
    })
    .catch(codeOf);
  expect(spoiled).toBe('notebook-damaged');
  notebook.close();
  expect(readdirSync(folder)).toEqual(['war.lectern']);
});

test('a copy made before an update is looked at too, and one that does not prove sound is none', () => {
  const folder = testFolder();
  createNotebook(join(folder, 'war.lectern')).close();
  const handle = openHandle(join(folder, 'war.lectern'), false);
  // Copied without a word, and no notebook.
  handle.pragma('application_id = 7');
  expect(() => copyNotebook(handle, join(folder, 'copy.lectern'))).toThrow(
    expect.objectContaining({ code: 'notebook-damaged' }),
  );
  handle.close();
  expect(readdirSync(folder)).toEqual(['war.lectern']);
});

test('texts that are not what was imported are found in a copy that is sound otherwise', async () => {
  const folder = testFolder();
  const path = join(folder, 'war.lectern');
  const notebook = createNotebook(path);
  notebook.write({ deed: 'import-source', subject: '' }, (c) => addSource(c, 'War', ['one', 'two']));
  notebook.close();
  expect(verifyCopy(path, 'structure')).toEqual([]);
  expect(verifyCopy(path, 'texts')).toEqual([]);
  const handle = openHandle(path, false);
  handle.exec("UPDATE blocks SET text = 'owe' WHERE number = 1");
  handle.close();
  expect(verifyCopy(path, 'structure')).toEqual([]);
  expect(verifyCopy(path, 'texts')).toEqual(['The text of “War” is not what was imported.']);
});

test('a restored backup never meets the journal of the notebook it replaces', async () => {
  const folder = testFolder();
  const path = join(folder, 'war.lectern');
  const notebook = createNotebook(path);
  const tag = (name: string) => notebook.write({ deed: 'create-tag', subject: name }, (c) => addTag(c, name));
  tag('kept');
  const backup = join(folder, 'backup.lectern');
  await notebook.backup(backup, copying);
  tag('later');
  notebook.close();
  writeFileSync(`${path}-journal`, 'of the newer one');
  writeFileSync(`${path}-wal`, 'of the newer one');
  const staged = await stageRestore(backup, path, verifyHere);
  const aside = staged.takePlace(true, Date.UTC(2026, 0, 2, 3, 4, 5));
  expect(aside).toEqual([
    'war replaced 2026-01-02 03-04-05.lectern',
    'war replaced 2026-01-02 03-04-05.lectern-journal',
    'war replaced 2026-01-02 03-04-05.lectern-wal',
  ]);
  expect(readdirSync(folder).sort()).toEqual(['backup.lectern', 'war.lectern', ...aside].sort());
  const restored = openNotebook(path);
  expect(restored.recovered).toBe(false);
  expect(restored.read((c) => c.all('SELECT name FROM tags'))).toEqual([{ name: 'kept' }]);
  restored.close();
});

test('a backup is restored as a copy only where nothing is, and only when it is sound', async () => {
  const folder = testFolder();
  const path = join(folder, 'war.lectern');
  createNotebook(path).close();
  const copy = join(folder, 'copy.lectern');
  await restoreAsCopy(path, copy, verifyHere);
  openNotebook(copy).close();
  await expect(restoreAsCopy(path, copy, verifyHere)).rejects.toMatchObject({ code: 'file-exists' });
  const bytes = readFileSync(path);
  bytes.fill(0x55, 4096 * 3, 4096 * 6);
  writeFileSync(join(folder, 'bad.lectern'), bytes);
  const bad = join(folder, 'bad.lectern');
  await expect(restoreAsCopy(bad, join(folder, 'x.lectern'), verifyHere)).rejects.toMatchObject({
    code: 'notebook-damaged',
  });
  await expect(stageRestore(bad, path, verifyHere)).rejects.toMatchObject({ code: 'notebook-damaged' });
  renameSync(bad, join(folder, 'a.lectern'));
  expect(readdirSync(folder).sort()).toEqual(['a.lectern', 'copy.lectern', 'war.lectern']);
});
