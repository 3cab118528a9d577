import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createNotebook, type Notebook, openNotebook, settings } from '../../db/index.ts';
import type { Change } from '../../db/model/index.ts';
import { testFolder } from './support/folder.ts';
import { addEntity, addHighlight, addNote, addOutline, addSource, addTag } from './support/rows.ts';

function newNotebook(now?: () => number): Notebook {
  return createNotebook(join(testFolder(), 'war.lectern'), now ? { now } : {});
}

function names(notebook: Notebook): unknown[] {
  return notebook.read((c) => c.all<{ name: string }>('SELECT name FROM tags ORDER BY name')).map(({ name }) => name);
}

test('undo and redo name what they do, and survive a restart', () => {
  const notebook = newNotebook();
  const tag = notebook.write({ deed: 'create-tag', subject: 'War' }, (c) => addTag(c, 'War'));
  notebook.write({ deed: 'edit-tag', subject: 'War' }, (c) =>
    c.run("UPDATE tags SET name = 'Peace' WHERE id = ?", tag),
  );
  notebook.close();
  const again = openNotebook(notebook.path);
  expect(again.nextUndo()).toMatchObject({ deed: 'edit-tag', subject: 'War', undone: false });
  expect(again.undo()).toMatchObject({ deed: 'edit-tag', undone: true });
  expect(names(again)).toEqual(['War']);
  expect(again.undo()).toMatchObject({ deed: 'create-tag' });
  expect(names(again)).toEqual([]);
  expect(() => again.undo()).toThrow(expect.objectContaining({ code: 'nothing-to-undo' }));
  expect(again.nextRedo()).toMatchObject({ deed: 'create-tag', undone: true });
  again.redo();
  again.redo();
  expect(names(again)).toEqual(['Peace']);
  expect(() => again.redo()).toThrow(expect.objectContaining({ code: 'nothing-to-redo' }));
  expect(again.history(10).map(({ deed }) => deed)).toEqual(['edit-tag', 'create-tag']);
  again.close();
});

test('a new deed gives up what was undone', () => {
  const notebook = newNotebook();
  notebook.write({ deed: 'create-tag', subject: 'War' }, (c) => addTag(c, 'War'));
  notebook.undo();
  notebook.write({ deed: 'create-tag', subject: 'Peace' }, (c) => addTag(c, 'Peace'));
  expect(notebook.nextRedo()).toBeNull();
  expect(notebook.history(10)).toMatchObject([{ subject: 'Peace' }]);
  notebook.close();
});

test('remembering a setting is no step and leaves what can be done again', () => {
  const notebook = newNotebook();
  notebook.write({ deed: 'create-tag', subject: 'War' }, (c) => addTag(c, 'War'));
  notebook.undo();
  notebook.write({ deed: 'edit-settings', subject: '' }, (c) => settings.set(c, 'place', 1));
  expect(notebook.nextRedo()).toMatchObject({ subject: 'War' });
  notebook.redo();
  expect(names(notebook)).toEqual(['War']);
  notebook.close();
});

test('a deed that changes nothing in the end is no step', () => {
  const notebook = newNotebook();
  const tag = notebook.write({ deed: 'create-tag', subject: 'War' }, (c) => addTag(c, 'War'));
  notebook.write({ deed: 'edit-tag', subject: 'War' }, (c) => {
    c.run("UPDATE tags SET name = 'Peace' WHERE id = ?", tag);
    c.run("UPDATE tags SET name = 'War' WHERE id = ?", tag);
    c.run('DELETE FROM tags WHERE id = ?', addTag(c, 'Passing'));
  });
  notebook.write({ deed: 'edit-settings', subject: '' }, (c) => c.run("INSERT INTO settings VALUES ('a', '1')"));
  expect(notebook.history(10)).toMatchObject([{ deed: 'create-tag' }]);
  notebook.close();
});

test('a deed that fails changes nothing and is no step', () => {
  const notebook = newNotebook();
  const told: Change[] = [];
  notebook.onChanged((changes) => told.push(...changes));
  const fail = () =>
    notebook.write({ deed: 'create-tag', subject: 'War' }, (c) => {
      c.changed({ noun: 'tag', id: addTag(c, 'War'), deed: 'created' });
      throw new Error('on purpose');
    });
  expect(fail).toThrow('on purpose');
  expect([names(notebook), notebook.history(10), told]).toEqual([[], [], []]);
  expect(() => notebook.read((c) => addTag(c, 'War'))).toThrow('outside of a deed');
  notebook.close();
});

test('the saves of one note soon after each other are one step', () => {
  let now = 1_000_000;
  const notebook = newNotebook(() => now);
  const [one, two] = notebook.write({ deed: 'create-note', subject: '' }, (c) => [
    addNote(c, 'One', 'a'),
    addNote(c, 'Two', 'a'),
  ]);
  const save = (id: string, text: string) => {
    now += 30_000;
    notebook.write({ deed: 'edit-note', subject: text, mergeWith: `note ${id}` }, (c) =>
      c.run('UPDATE notes SET text = ? WHERE id = ?', text, id),
    );
  };
  for (const text of ['ab', 'abc', 'abcd']) save(one, text);
  expect(notebook.history(10)).toMatchObject([{ subject: 'abcd' }, { deed: 'create-note' }]);
  save(two, 'x');
  save(one, 'abcde');
  expect(notebook.history(10)).toHaveLength(4);
  for (let times = 0; times < 5; times++) save(one, `later ${times}`);
  // Two minutes after it began the step is closed.
  expect(notebook.history(10).map(({ subject }) => subject)).toEqual(['later 4', 'later 2', 'x', 'abcd', '']);
  const text = () => notebook.read((c) => c.get<{ text: string }>('SELECT text FROM notes WHERE id = ?', one))?.text;
  notebook.undo();
  expect(text()).toBe('later 2');
  notebook.undo();
  expect(text()).toBe('abcd');
  notebook.undo();
  notebook.undo();
  expect(text()).toBe('a');
  notebook.close();
});

test('undoing an import puts the source into the trash with its text', () => {
  const notebook = newNotebook();
  const id = notebook.write({ deed: 'import-source', subject: 'War' }, (c) => addSource(c, 'War', ['one', 'two']));
  const there = () => notebook.read((c) => c.get('SELECT trashed_at IS NULL AS there FROM sources WHERE id = ?', id));
  notebook.undo();
  expect(there()).toEqual({ there: 0 });
  expect(notebook.read((c) => c.all('SELECT text FROM blocks'))).toEqual([{ text: 'one' }, { text: 'two' }]);
  notebook.redo();
  expect(there()).toEqual({ there: 1 });
  expect(notebook.check().defects).toEqual([]);
  notebook.close();
});

test('rows may trade unique values within a deed, and trade them back', () => {
  const notebook = newNotebook();
  const [a, b] = notebook.write({ deed: 'create-tag', subject: '' }, (c) => [addTag(c, 'A'), addTag(c, 'B')]);
  notebook.write({ deed: 'edit-tag', subject: '' }, (c) => {
    c.run("UPDATE tags SET name = 'C' WHERE id = ?", a);
    c.run("UPDATE tags SET name = 'A' WHERE id = ?", b);
    c.run("UPDATE tags SET name = 'B' WHERE id = ?", a);
  });
  const nameOf = (id: string) => notebook.read((c) => c.get('SELECT name FROM tags WHERE id = ?', id));
  notebook.undo();
  expect([nameOf(a), nameOf(b)]).toEqual([{ name: 'A' }, { name: 'B' }]);
  notebook.redo();
  expect([nameOf(a), nameOf(b)]).toEqual([{ name: 'B' }, { name: 'A' }]);
  notebook.close();
});

test('undo and redo tell what changed in the words of things', () => {
  const notebook = newNotebook();
  const { source, highlight, tag, entity, outline } = notebook.write({ deed: 'import-source', subject: '' }, (c) => {
    const source = addSource(c, 'War', ['one two']);
    const highlight = addHighlight(c, source, 4, 'two');
    return { source, highlight, tag: addTag(c, 'T'), entity: addEntity(c, 'E'), outline: addOutline(c, 'O') };
  });
  const told: (readonly Change[])[] = [];
  notebook.onChanged((changes) => told.push(changes));
  const deedAndBack = (work: Parameters<typeof notebook.write>[1]) => {
    notebook.write({ deed: 'restore', subject: '' }, work);
    told.length = 0;
    notebook.undo();
    notebook.redo();
    return told.map((changes) => [...changes].sort((a, b) => a.noun.localeCompare(b.noun)));
  };
  expect(deedAndBack((c) => c.run('INSERT INTO highlight_tags VALUES (?, ?)', highlight, tag))[0]).toEqual([
    { noun: 'highlight', id: highlight, deed: 'updated', sourceId: source },
    { noun: 'tag', id: tag, deed: 'updated' },
  ]);
  expect(deedAndBack((c) => c.run('UPDATE highlights SET trashed_at = 1 WHERE id = ?', highlight))).toEqual([
    [{ noun: 'highlight', id: highlight, deed: 'created', sourceId: source }],
    [{ noun: 'highlight', id: highlight, deed: 'removed', sourceId: source }],
  ]);
  const mention = deedAndBack((c) =>
    c.run(
      `INSERT INTO mentions (id, source_id, start, "end", first_block, last_block, entity_id, quote, created_at)
       VALUES ('m', ?, 0, 3, 1, 1, ?, 'one', 1)`,
      source,
      entity,
    ),
  );
  expect(mention).toEqual([
    [
      { noun: 'entity', id: entity, deed: 'updated' },
      { noun: 'mention', id: 'm', deed: 'removed', sourceId: source },
    ],
    [
      { noun: 'entity', id: entity, deed: 'updated' },
      { noun: 'mention', id: 'm', deed: 'created', sourceId: source },
    ],
  ]);
  expect(
    deedAndBack((c) =>
      c.run("INSERT INTO outline_items (id, outline_id, rank, kind) VALUES ('i', ?, 1, 'text')", outline),
    ),
  ).toEqual([[{ noun: 'outline', id: outline, deed: 'updated' }], [{ noun: 'outline', id: outline, deed: 'updated' }]]);
  notebook.close();
});

test('only so many steps are kept', () => {
  const notebook = newNotebook();
  notebook.write({ deed: 'create-tag', subject: 'War' }, (c) => {
    addTag(c, 'War');
    // As if by a thousand deeds, each of which would wait for the disk.
    c.run(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1004)
      INSERT INTO history_steps (deed, at) SELECT 'edit-tag', i FROM n`);
    c.run("INSERT INTO history_rows SELECT id, 'tags', json_array('t'), NULL, '{}' FROM history_steps WHERE at > 4");
  });
  notebook.close();
  const again = openNotebook(notebook.path);
  expect(again.history(2000)).toHaveLength(1000);
  expect(
    again.read((c) => c.get('SELECT min(step_id) = (SELECT min(id) FROM history_steps) AS n FROM history_rows')),
  ).toEqual({ n: 1 });
  again.close();
});
