import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  createNotebook,
  entities,
  highlights,
  mergeEntities,
  type Notebook,
  noteRevisions,
  notes,
  openNotebook,
  outlineItems,
  outlines,
  sources,
  tags,
  tagTree,
  trash,
} from '../../db/index.ts';
import { EMPTY_DOCUMENT } from '../../db/model/index.ts';
import { testFolder } from './support/folder.ts';
import { addSource } from './support/rows.ts';

type Work<T> = Parameters<Notebook['write']>[1] extends (c: infer C) => unknown ? (c: C) => T : never;

function newNotebook() {
  const notebook = createNotebook(join(testFolder(), 'war.lectern'));
  const write = <T>(deed: Parameters<Notebook['write']>[0]['deed'], work: Work<T>): T =>
    notebook.write({ deed, subject: deed }, work);
  const source = write('import-source', (c) => addSource(c, 'War', ['One winter in the harbour']));
  return { notebook, write, source };
}

const paragraph = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

/** The steps as far as they matter here, newest first. */
const steps = (notebook: Notebook) => notebook.history(50).map(({ deed, kept }) => `${deed} ${kept}`);

test('what is deleted for good is gone from tables, index, revisions, history and the file itself', () => {
  const { notebook, write, source } = newNotebook();
  const secret = 'Zyxwvut';
  const { id } = write('create-note', (c) => notes.create(c, { title: secret, document: paragraph(`${secret} once`) }));
  write('edit-note', (c) => notes.update(c, id, { document: EMPTY_DOCUMENT }));
  expect(notebook.read((c) => noteRevisions.list(c, id))).toHaveLength(1);
  write('remove-note', (c) => notes.remove(c, id));
  const highlight = write('create-highlight', (c) => highlights.create(c, { sourceId: source, start: 4, end: 10 }));
  write('trash-source', (c) => sources.remove(c, source));
  expect(notebook.emptyTrash()).toBe(3);
  expect(notebook.read(trash.list)).toEqual([]);
  for (const table of ['sources', 'blocks', 'originals', 'original_pieces', 'highlights', 'notes', 'note_revisions']) {
    expect(
      notebook.read((c) => c.all(`SELECT * FROM ${table}`)),
      table,
    ).toEqual([]);
  }
  expect(notebook.read((c) => c.all('SELECT * FROM history_rows'))).toEqual([]);
  expect(
    notebook
      .read((c) => c.all<{ id: string }>('SELECT id FROM tombstones'))
      .map((row) => row.id)
      .sort(),
  ).toEqual([source, id, highlight.id].sort());
  expect(notebook.check().defects).toEqual([]);
  notebook.close();
  expect(readFileSync(notebook.path).includes(secret)).toBe(false);
});

test('what something outside of the trash still needs stays, with what it needs in turn', () => {
  const { notebook, write, source } = newNotebook();
  const [quoted, other] = write('create-highlight', (c) => [
    highlights.create(c, { sourceId: source, start: 4, end: 10 }),
    highlights.create(c, { sourceId: source, start: 0, end: 3 }),
  ]);
  const { id: outlineId } = write('create-outline', (c) => outlines.create(c, 'Plan'));
  write('add-outline-item', (c) => outlineItems.add(c, { outlineId, kind: 'quotation', refId: quoted.id }));
  write('remove-highlight', (c) => highlights.remove(c, other.id));
  write('trash-source', (c) => sources.remove(c, source));
  // Both may have gone in the same millisecond.
  expect(
    notebook
      .read(trash.list)
      .map(({ noun, needed }) => `${noun} ${needed}`)
      .sort(),
  ).toEqual(['highlight false', 'source true']);
  notebook.emptyTrash();
  expect(notebook.read(trash.list)).toMatchObject([{ noun: 'source', id: source, needed: true }]);
  write('restore', (c) => trash.restore(c, 'source', source));
  expect(notebook.read((c) => highlights.list(c, {})).map(({ id }) => id)).toEqual([quoted.id]);
  expect(notebook.check().defects).toEqual([]);
  notebook.close();
});

test('undo passes over what is gone for good and goes on before it', () => {
  const { notebook, write } = newNotebook();
  const { id: kept } = write('create-tag', (c) => tags.create(c, { name: 'Kept' }));
  const { id } = write('create-note', (c) => notes.create(c, { title: 'N', document: paragraph('text') }));
  write('remove-note', (c) => notes.remove(c, id));
  notebook.emptyTrash();
  expect(steps(notebook)).toEqual(['remove-note none', 'create-note none', 'create-tag whole', 'import-source whole']);
  expect(notebook.history(50)[0]?.subject).toBe('');
  expect(notebook.undo()).toMatchObject({ deed: 'create-tag' });
  expect(notebook.read((c) => tags.list(c))).toEqual([]);
  notebook.close();
  const again = openNotebook(notebook.path);
  again.redo();
  expect(again.read((c) => tags.list(c))).toMatchObject([{ id: kept }]);
  expect(again.check().defects).toEqual([]);
  again.close();
});

test('undo says so where a part of what a step needs is gone, and changes nothing', () => {
  const { notebook, write, source } = newNotebook();
  write('create-highlight', (c) =>
    highlights.create(c, { sourceId: source, start: 0, end: 3, tags: ['from', 'into'] }),
  );
  const [from = '', into = ''] = notebook.read((c) => tags.list(c)).map(({ id }) => id);
  write('merge-tags', (c) => tagTree.merge(c, from, into));
  const before = notebook.read((c) => highlights.list(c, {}));
  notebook.emptyTrash();
  const { id: later } = write('create-tag', (c) => tags.create(c, { name: 'Later' }));
  expect(notebook.undo()).toMatchObject({ deed: 'create-tag' });
  expect(() => notebook.undo()).toThrow(expect.objectContaining({ code: 'deleted-for-good' }));
  expect(() => notebook.goToStep(0)).toThrow(expect.objectContaining({ code: 'deleted-for-good' }));
  expect(notebook.read((c) => highlights.list(c, {}))).toEqual(before);
  notebook.redo();
  expect(notebook.read((c) => tags.list(c)).map(({ id }) => id)).toContain(later);
  expect(notebook.check().defects).toEqual([]);
  notebook.close();
});

test('a merged entity is deleted for good while the other keeps what it got', () => {
  const { notebook, write } = newNotebook();
  const [from, into] = write('create-entity', (c) => [
    entities.create(c, { type: 'person', name: 'Ole' }),
    entities.create(c, { type: 'person', name: 'Olav' }),
  ]);
  write('merge-entities', (c) => mergeEntities(c, from.id, into.id));
  notebook.emptyTrash();
  expect(notebook.read((c) => entities.list(c))).toMatchObject([{ id: into.id, aliases: ['Ole'] }]);
  expect(notebook.check().defects).toEqual([]);
  notebook.close();
});

test('going to a step undoes or redoes all between, as one, also after a restart', () => {
  const { notebook, write } = newNotebook();
  for (const name of ['A', 'B', 'C', 'D']) write('create-tag', (c) => tags.create(c, { name }));
  const names = (n: Notebook) => n.read((c) => tags.list(c)).map(({ name }) => name);
  const ids = notebook.history(50).map(({ id }) => id);
  expect(notebook.goToStep(ids[2] ?? 0)).toEqual({ undone: 2, redone: 0 });
  expect(names(notebook)).toEqual(['A', 'B']);
  notebook.close();
  const again = openNotebook(notebook.path);
  expect(again.goToStep(ids[0] ?? 0)).toEqual({ undone: 0, redone: 2 });
  expect(names(again)).toEqual(['A', 'B', 'C', 'D']);
  expect(again.goToStep(0)).toEqual({ undone: 5, redone: 0 });
  expect(names(again)).toEqual([]);
  expect(() => again.goToStep(9_999)).toThrow(expect.objectContaining({ code: 'not-found' }));
  again.close();
});

test('an earlier text that speaks of what was deleted for good may come back, and is no defect', () => {
  const { notebook, write, source } = newNotebook();
  const quoted = write('create-highlight', (c) => highlights.create(c, { sourceId: source, start: 4, end: 10 }));
  const attrs = { highlightId: quoted.id, sourceId: source, text: 'winter', sourceTitle: 'War', locator: '¶ 1' };
  const { id } = write('create-note', (c) =>
    notes.create(c, {
      title: 'N',
      document: { type: 'doc', content: [{ type: 'quotation', attrs: { ...attrs, colour: 'yellow', kept: '' } }] },
    }),
  );
  write('edit-note', (c) => notes.update(c, id, { document: EMPTY_DOCUMENT }));
  write('remove-highlight', (c) => highlights.remove(c, quoted.id));
  notebook.emptyTrash();
  const [kept] = notebook.read((c) => noteRevisions.list(c, id));
  write('restore-revision', (c) => notes.restoreRevision(c, id, kept?.revision ?? 0));
  expect(notebook.read((c) => notes.get(c, id)).text).toBe('winter');
  expect(notebook.check().defects).toEqual([]);
  notebook.close();
});
