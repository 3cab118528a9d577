import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createNotebook, openNotebook, searchNotebook } from '../../db/index.ts';
import { openHandle } from '../../db/sqlite/handle.ts';
import { testFolder } from './support/folder.ts';
import { overwritePage, pagesOf } from './support/full-notebook.ts';
import { addEntity, addHighlight, addNote, addOutline, addSource, addTag } from './support/rows.ts';

/** A sound notebook with something of everything. */
function soundNotebook(): string {
  const path = join(testFolder(), 'war.lectern');
  const notebook = createNotebook(path);
  notebook.write({ deed: 'import-source', subject: '' }, (c) => {
    const source = addSource(c, 'War', ['A 𝕊 and a war', '', 'Сталин']);
    addHighlight(c, source, 2, '𝕊 and');
    addTag(c, 'T');
    addEntity(c, 'E', ['F']);
    const note = addNote(c, 'N', 'text');
    c.run("INSERT INTO note_references SELECT ?, 'highlight', id FROM highlights", note);
    addOutline(c, 'O', ['one']);
  });
  notebook.close();
  return path;
}

/** Edits the file behind the notebook's back, as another program could. */
function meddle(path: string, sql: string): void {
  const handle = openHandle(path, false);
  handle.pragma('foreign_keys = OFF');
  // Otherwise SQLite guards the tables an index is made of.
  handle.unsafeMode();
  handle.exec(sql);
  handle.close();
}

/** The codes of what is found wrong. */
function found(path: string): string[] {
  const notebook = openNotebook(path);
  const { ok, defects } = notebook.check();
  notebook.close();
  expect(ok).toBe(defects.length === 0);
  return defects.map(({ code, table }) => `${code} ${table}`);
}

test('a sound notebook has nothing wrong, and the report says what was looked at', () => {
  const path = soundNotebook();
  const notebook = openNotebook(path);
  const report = notebook.check();
  expect(report).toMatchObject({ ok: true, defects: [], repaired: 0 });
  expect(report.checked).toMatchObject({ sources: 1, blocks: 3, highlights: 1, notes: 1 });
  expect(notebook.repair()).toEqual(report);
  notebook.close();
});

test.each([
  ["UPDATE blocks SET text = 'A 𝕊 and a car' WHERE number = 1", ['source-hash sources']],
  ['DELETE FROM blocks WHERE number = 2', ['source-text sources', 'index-stale block_index']],
  ['UPDATE blocks SET start = start + 1 WHERE number = 3', ['source-text sources']],
  ['UPDATE sources SET length = 5', ['source-text sources']],
  ["UPDATE original_pieces SET bytes = x'00'", ['source-hash originals']],
  ['DELETE FROM original_pieces', ['source-hash originals']],
  ["INSERT INTO originals VALUES (printf('%064d', 1), 1)", ['source-hash originals', 'orphaned-original originals']],
  ['UPDATE highlights SET start = start + 1, "end" = "end" + 1', ['quote-differs highlights']],
  ['UPDATE highlights SET start = 11, "end" = 16', ['passage-outside-text highlights']],
  ['UPDATE highlights SET last_block = 9', ['passage-outside-text highlights']],
  ["UPDATE highlights SET comment = 'added elsewhere'", ['index-stale item_index']],
  [
    "INSERT INTO tags (id, name, rank, colour, created_at, updated_at) VALUES ('t', 'U', 1, 'red', 1, 1)",
    ['index-stale item_index'],
  ],
  ['DELETE FROM highlights', ['index-stale item_index', 'reference-unresolved note_references']],
  ['UPDATE notes SET document = \'{"type":"nothing"}\'', ['note-document notes']],
  [
    `UPDATE notes SET document = json('{"type":"doc","content":[{"type":"quotation","attrs":{"highlightId":"h","sourceId":"s"}}]}')`,
    ['reference-stale notes'],
  ],
  ["INSERT INTO highlight_tags SELECT id, 'nothing' FROM highlights", ['foreign-key highlight_tags']],
  ['CREATE TABLE evil (a)', ['unexpected-schema table evil']],
  ['DROP INDEX tags_by_parent', ['unexpected-schema index tags_by_parent']],
])('%s is found', (sql, expected) => {
  const path = soundNotebook();
  meddle(path, sql);
  expect(found(path)).toEqual(expected);
});

test('flipped bytes in a text, which SQLite itself does not see, are found', () => {
  const path = soundNotebook();
  const bytes = readFileSync(path);
  const at = bytes.indexOf('and a war');
  bytes.write('And', at);
  writeFileSync(path, bytes);
  expect(found(path)).toContain('source-hash sources');
});

test('repair mends what loses nothing, as one step, and reports what is left', () => {
  const path = soundNotebook();
  meddle(
    path,
    `UPDATE notes SET text = 'changed elsewhere';
     INSERT INTO originals VALUES ('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 0);
     INSERT INTO block_index (block_index) VALUES ('delete-all');
     UPDATE highlights SET quote = 'Σ and';`,
  );
  const notebook = openNotebook(path);
  expect(notebook.check().defects).toHaveLength(4);
  const report = notebook.repair();
  expect(report.defects).toMatchObject([{ code: 'quote-differs', repairable: false }]);
  expect(report).toMatchObject({ ok: false, repaired: 3 });
  const kinds = (query: string) => notebook.read((c) => searchNotebook(c, query)).hits.map(({ kind }) => kind);
  expect(kinds('elsewhere')).toEqual(['note']);
  expect(kinds('сталин')).toEqual(['block']);
  notebook.close();
});

const BROKEN_INDEX = `UPDATE block_index_data SET block = x'00' WHERE id > 10;
  UPDATE item_index_data SET block = x'00' WHERE id > 10;`;

test('a damaged index is mended on opening after an unclean end, and shuts nobody out', () => {
  const path = soundNotebook();
  meddle(path, BROKEN_INDEX);
  writeFileSync(`${path}-journal`, '');
  const notebook = openNotebook(path);
  expect(notebook.recovered).toBe(true);
  expect(notebook.check().defects).toEqual([]);
  expect(notebook.read((c) => searchNotebook(c, 'сталин')).hits).toHaveLength(1);
  notebook.close();
});

test('searching a damaged index says what helps, and it does', () => {
  const path = soundNotebook();
  meddle(path, BROKEN_INDEX);
  const notebook = openNotebook(path);
  const search = () => notebook.read((c) => searchNotebook(c, 'сталин')).hits;
  expect(search).toThrow(
    expect.objectContaining({ code: 'notebook-damaged', message: expect.stringContaining('index') }),
  );
  expect(notebook.repair()).toMatchObject({ ok: true, defects: [] });
  expect(search()).toHaveLength(1);
  notebook.close();
});

test('what a note speaks of is known again after a repair, and that is one step', () => {
  const path = soundNotebook();
  meddle(
    path,
    `UPDATE notes SET document = json('{"type":"doc","content":[{"type":"quotation","attrs":{"highlightId":"h"}}]}')`,
  );
  const notebook = openNotebook(path);
  expect(notebook.repair()).toMatchObject({ repaired: 1, defects: [{ code: 'reference-unresolved' }] });
  expect(notebook.undo()).toMatchObject({ deed: 'repair' });
  expect(notebook.check().defects).toMatchObject([{ code: 'reference-stale' }]);
  notebook.close();
});

test('a page that cannot be read ends one look and not the check', () => {
  const path = soundNotebook();
  const notebook = openNotebook(path);
  notebook.close();
  const { leaves } = pagesOf(path, 'original_pieces');
  for (const leaf of leaves) overwritePage(path, leaf);
  const damaged = openNotebook(path, { readOnly: true });
  const report = damaged.check();
  expect(report.ok).toBe(false);
  expect(report.checked).toMatchObject({ sources: 1, notes: 1 });
  damaged.close();
});
