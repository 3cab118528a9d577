import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { openNotebook, salvageNotebook, texts } from '../../db/index.ts';
import { sourceText } from '../../db/model/index.ts';
import { openHandle } from '../../db/sqlite/handle.ts';
import { testFolder } from './support/folder.ts';
import { fullNotebook, overwritePage, pagesOf, readThrough, swapPages } from './support/full-notebook.ts';

async function salvaged(path: string, ...rest: [Parameters<typeof salvageNotebook>[2]?]) {
  const target = join(dirname(path), 'saved.lectern');
  rmSync(target, { force: true });
  const report = await salvageNotebook(path, target, ...rest);
  const notebook = openNotebook(target);
  const { defects } = notebook.check();
  const rows = notebook.read(readThrough);
  const words = notebook.read(
    (c) =>
      new Map(
        c
          .all<{ id: string; title: string; n: number }>('SELECT id, title, block_count AS n FROM sources')
          .map(({ id, title, n }) => [title, sourceText(texts.blockRange(c, id, 1, n))]),
      ),
  );
  notebook.close();
  return { report, defects, rows, words, target };
}

test('a sound notebook is saved row for row, without its history', async () => {
  const path = fullNotebook(testFolder());
  const original = openNotebook(path);
  const before = original.read(readThrough);
  original.close();
  const bytes = readFileSync(path);
  const { report, defects, rows } = await salvaged(path);
  expect(rows).toEqual(before);
  expect(defects).toEqual([]);
  expect(report).toMatchObject({ damagedPages: 0, lostRows: 0, uncertain: [], texts: [], originals: 0, detached: 0 });
  expect(readFileSync(path).equals(bytes)).toBe(true);
  expect(readdirSync(dirname(path)).sort()).toEqual(['saved.lectern', 'war.lectern']);
});

test('what stands below a damaged page is found all the same', async () => {
  const path = fullNotebook(testFolder());
  const original = openNotebook(path);
  const before = original.read(readThrough);
  original.close();
  // The page that leads to all pages of the blocks.
  const { root } = pagesOf(path, 'blocks');
  overwritePage(path, root);
  expect(() => openNotebook(path)).toThrow(expect.objectContaining({ code: 'notebook-damaged' }));
  const { report, defects, rows } = await salvaged(path);
  expect(report.damagedPages).toBe(1);
  expect(rows).toEqual(before);
  expect(defects).toEqual([]);
});

test('rows of a table are found in the tree of one of another kind, as after their first pages were swapped', async () => {
  const path = fullNotebook(testFolder());
  const original = openNotebook(path);
  const before = original.read(readThrough);
  original.close();
  // The one leads to further pages; the other has no row numbers.
  swapPages(path, pagesOf(path, 'original_pieces').root, pagesOf(path, 'collection_sources').root);
  const { rows, defects } = await salvaged(path);
  expect(rows).toEqual(before);
  expect(defects).toEqual([]);
});

test('a notebook whose first page is gone is saved by what its rows look like', async () => {
  const path = fullNotebook(testFolder());
  const original = openNotebook(path);
  const before = original.read(readThrough);
  original.close();
  overwritePage(path, 1);
  const { rows } = await salvaged(path);
  for (const table of [
    'sources',
    'blocks',
    'highlights',
    'tags',
    'notes',
    'entities',
    'outlines',
    'mentions',
    'highlight_tags',
    'note_tags',
    'note_attachments',
    'note_references',
  ] as const) {
    expect(rows[table], table).toEqual(before[table]);
  }
});

test('what was deleted stays so, though its pages are still in the file', async () => {
  const path = fullNotebook(testFolder());
  const handle = openHandle(path, false);
  handle.exec("PRAGMA foreign_keys = OFF; DELETE FROM notes; UPDATE outlines SET title = 'kept'");
  expect(handle.pragma('freelist_count', { simple: true })).toBeGreaterThan(0);
  handle.close();
  const { rows } = await salvaged(path);
  expect(rows['notes']).toEqual([]);
  expect(JSON.stringify(rows['outlines'])).toContain('kept');
});

test('a text of which a page is lost keeps its offsets and its highlights, and is called damaged', async () => {
  const path = fullNotebook(testFolder());
  const original = openNotebook(path);
  const before = original.read(readThrough);
  original.close();
  const { leaves } = pagesOf(path, 'blocks');
  overwritePage(path, leaves[Math.floor(leaves.length / 2)] ?? 0);
  const { report, rows, words, defects } = await salvaged(path);
  expect(rows['highlights']).toEqual(before['highlights']);
  expect(rows['notes']).toEqual(before['notes']);
  expect(report.texts.length).toBeGreaterThan(0);
  for (const { title, state, missing } of report.texts) {
    expect(state).toBe('damaged');
    expect(missing).toBeGreaterThan(0);
    expect(words.get(title)).toContain('\uFFFD');
  }
  // Said again by every check from now on.
  expect(defects.filter(({ code }) => code === 'source-hash')).toHaveLength(report.texts.length);
});

test('a block whose number is another leaves a gap in its place and the rest of the text as it is', async () => {
  const path = fullNotebook(testFolder());
  const handle = openHandle(path, false);
  const { source, words } = handle
    .prepare<[], { source: string; words: string }>(
      'SELECT source_id AS source, text AS words FROM blocks WHERE number = 2',
    )
    .get() ?? { source: '', words: '' };
  handle.prepare('UPDATE blocks SET number = 70000 WHERE source_id = ? AND number = 2').run(source);
  handle.close();
  const { report, rows, defects } = await salvaged(path);
  expect(report.texts).toMatchObject([{ id: source, state: 'damaged', missing: 1 }]);
  const mine = JSON.stringify(rows['blocks']);
  expect(mine).toContain('\uFFFD\uFFFD');
  expect(mine).not.toContain(words);
  expect(defects.map(({ code }) => code)).not.toContain('sqlite-integrity');
});

test('a damaged text is read anew from its original, and is to the letter what was imported', async () => {
  const path = fullNotebook(testFolder());
  const { leaves } = pagesOf(path, 'blocks');
  overwritePage(path, leaves[Math.floor(leaves.length / 2)] ?? 0);
  const { report, defects } = await salvaged(path, (bytes) =>
    new TextDecoder()
      .decode(bytes)
      .split('\n')
      .map((text) => ({ kind: 'paragraph' as const, text })),
  );
  expect(report.texts.map(({ state }) => state)).toEqual(report.texts.map(() => 'restored'));
  expect(report.texts.length).toBeGreaterThan(0);
  expect(defects).toEqual([]);
});

test('a letter that is another is no whole text', async () => {
  const path = fullNotebook(testFolder());
  const bytes = readFileSync(path);
  // Twice in the file: in the block and in the original.
  for (let at = bytes.indexOf('of chapter 7 '); at >= 0; at = bytes.indexOf('of chapter 7 ', at + 1))
    bytes.write('if', at);
  writeFileSync(path, bytes);
  const { report, defects } = await salvaged(path);
  expect(report.texts).toMatchObject([{ state: 'damaged', missing: 0 }]);
  expect(report.originals).toBe(1);
  expect(defects.map(({ code }) => code)).toContain('source-hash');
});

test('what referred to something lost stays as far as it can be without it', async () => {
  const path = fullNotebook(testFolder());
  const { root, leaves } = pagesOf(path, 'highlights');
  for (const page of [root, ...leaves]) overwritePage(path, page);
  const { report, rows, defects } = await salvaged(path);
  expect(rows['highlights']).toEqual([]);
  expect(report.detached).toBeGreaterThan(0);
  expect(report.uncertain).toEqual(['highlights']);
  expect(rows['outline_items']).toHaveLength(3);
  expect(JSON.stringify(rows['outline_items'])).toContain('Quoted in the outline');
  expect(defects.map(({ code }) => code)).not.toContain('foreign-key');
});

test('a file that was cut short gives what is left of it', async () => {
  const path = fullNotebook(testFolder());
  const bytes = readFileSync(path);
  truncateSync(path, Math.floor(bytes.length * 0.6));
  const { report, defects } = await salvaged(path);
  expect(Object.values(report.saved).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(20);
  expect(defects.map(({ code }) => code)).not.toContain('sqlite-integrity');
});

test('an interrupted deed is taken back first, on a copy', async () => {
  const path = fullNotebook(testFolder());
  const handle = openHandle(path, false);
  handle.pragma('cache_size = 1');
  handle.exec("BEGIN; UPDATE notes SET title = 'half a deed'; UPDATE blocks SET label = 'half a deed';");
  const files = [path, `${path}-journal`].map((file) => [file, readFileSync(file)] as const);
  handle.exec('ROLLBACK');
  handle.close();
  for (const [file, content] of files) writeFileSync(file, content);
  const { rows } = await salvaged(path);
  expect(JSON.stringify(rows)).not.toContain('half a deed');
  expect(existsSync(`${path}-journal`)).toBe(true);
});

test('what is no notebook at all is refused, and so is a target that is there', async () => {
  const folder = testFolder();
  const path = join(folder, 'x.lectern');
  writeFileSync(path, 'Nothing to see here. '.repeat(5000));
  await expect(salvageNotebook(path, join(folder, 'y.lectern'))).rejects.toMatchObject({ code: 'notebook-damaged' });
  await expect(salvageNotebook(path, path)).rejects.toMatchObject({ code: 'file-exists' });
  expect(readdirSync(folder)).toEqual(['x.lectern']);
});
