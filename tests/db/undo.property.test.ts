import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collections, createNotebook, entityTypes, images, type Notebook, openNotebook } from '../../db/index.ts';
import { isBuiltInType, LecternError } from '../../db/model/index.ts';
import type { Connection } from '../../db/sqlite/connection.ts';
import { sha256 } from '../../db/sqlite/hash.ts';
import { pngOf } from '../support/images.ts';
import { testFolder } from './support/folder.ts';
import { addEntity, addHighlight, addNote, addOutline, addSource, addTag } from './support/rows.ts';

/** Every tracked table, spelled out again here: one that the journal forgets has to be missed. */
const TABLES = [
  'sources',
  'collections',
  'collection_sources',
  'highlights',
  'highlight_tags',
  'tags',
  'entities',
  'entity_types',
  'entity_names',
  'entity_identifiers',
  'mentions',
  'rejected_mentions',
  'relations',
  'relation_evidence',
  'notes',
  'note_references',
  'note_attachments',
  'note_tags',
  'note_images',
  'outlines',
  'outline_items',
];

/** Everything the history has to bring back, as bytes: each row of each table, sorted. */
function contents(notebook: Notebook): Record<string, string[]> {
  return notebook.read((c) =>
    Object.fromEntries(
      TABLES.map((table) => [
        table,
        c
          .all(`SELECT * FROM ${table}`)
          // A note that comes back is its next revision, so that no editor takes it for the text it began from.
          .map((row) => JSON.stringify(row, (key, value) => (key === 'revision' ? undefined : value)))
          .sort(),
      ]),
    ),
  );
}

/** What a random change is made of: which rows it chooses, and a text to put in. */
interface Chance {
  readonly one: number;
  readonly two: number;
  readonly text: string;
}

/** One of a table's values, by chance; undefined where it has none. */
function pick(c: Connection, table: string, column: string, chance: number): string | null {
  const rows = c.all<{ value: string }>(`SELECT "${column}" AS value FROM ${table} ORDER BY 1`);
  return rows[chance % Math.max(1, rows.length)]?.value ?? null;
}

/** A type of the researcher's own, by chance. */
function ownType(c: Connection, chance: number): string | undefined {
  const own = entityTypes.list(c).filter((type) => !isBuiltInType(type.name));
  return own[chance % Math.max(1, own.length)]?.name;
}

const name = (text: string) => text || 'nameless';

const CHANGES: readonly ((c: Connection, chance: Chance) => void)[] = [
  (c, { one, text }) => addTag(c, name(text), one % 2 ? pick(c, 'tags', 'id', one) : null),
  (c, { one, text }) =>
    c.run('UPDATE tags SET name = ?, memo = ? WHERE id = ?', name(text), text, pick(c, 'tags', 'id', one)),
  (c, { one, two }) =>
    c.run('UPDATE tags SET parent_id = ? WHERE id = ?', pick(c, 'tags', 'id', two), pick(c, 'tags', 'id', one)),
  (c, { one, two }) =>
    c.run('UPDATE tags SET trashed_at = ? WHERE id = ?', two % 2 ? two : null, pick(c, 'tags', 'id', one)),
  (c, { one }) => addHighlight(c, pick(c, 'sources', 'id', one) ?? '', 4, 'two'),
  (c, { one, text }) => c.run('UPDATE highlights SET comment = ? WHERE id = ?', text, pick(c, 'highlights', 'id', one)),
  (c, { one, two }) =>
    c.run(
      'INSERT OR REPLACE INTO highlight_tags VALUES (?, ?)',
      pick(c, 'highlights', 'id', one),
      pick(c, 'tags', 'id', two),
    ),
  (c, { one, two }) =>
    c.run(
      'UPDATE OR IGNORE highlight_tags SET tag_id = ? WHERE tag_id = ?',
      pick(c, 'tags', 'id', one),
      pick(c, 'tags', 'id', two),
    ),
  (c, { one }) => c.run('DELETE FROM highlight_tags WHERE tag_id = ?', pick(c, 'tags', 'id', one)),
  (c, { one, two }) =>
    c.run(
      "INSERT OR REPLACE INTO note_attachments VALUES (?, ?, 'tag')",
      pick(c, 'notes', 'id', one),
      pick(c, 'tags', 'id', two),
    ),
  (c, { one }) => c.run('DELETE FROM note_attachments WHERE note_id = ?', pick(c, 'notes', 'id', one)),
  (c, { one, two }) =>
    c.run('INSERT OR IGNORE INTO note_tags VALUES (?, ?)', pick(c, 'notes', 'id', one), pick(c, 'tags', 'id', two)),
  (c, { one }) => c.run('DELETE FROM note_tags WHERE note_id = ?', pick(c, 'notes', 'id', one)),
  (c, { text }) => addEntity(c, name(text), [name(text), 'Иосиф', 'იოსებ']),
  (c, { one, text }) => c.run('UPDATE entities SET description = ? WHERE id = ?', text, pick(c, 'entities', 'id', one)),
  (c, { one, text }) =>
    c.run(
      'UPDATE OR REPLACE entity_names SET name = ? WHERE entity_id = ?',
      name(text),
      pick(c, 'entities', 'id', one),
    ),
  (c, { one, text }) =>
    c.run(
      'INSERT OR IGNORE INTO entity_identifiers VALUES (?, ?, ?)',
      pick(c, 'entities', 'id', one),
      'viaf',
      name(text),
    ),
  (c, { text }) =>
    c.run("INSERT OR IGNORE INTO entity_types (name, colour, shape, rank) VALUES (?, 'red', 'circle', 9)", name(text)),
  (c, { one, two, text }) => {
    const type = ownType(c, one);
    const fields = [{ name: name(text), was: 'length' }, { name: `${text} too` }];
    if (type !== undefined) entityTypes.update(c, type, two % 2 ? { newName: `${name(text)} ${two}` } : { fields });
  },
  (c, { one, two }) => {
    const type = ownType(c, one);
    if (type !== undefined) entityTypes.remove(c, type, two % 2 ? 'person' : 'place');
  },
  (c, { one, text }) => {
    const type = ownType(c, one);
    if (type === undefined) return;
    entityTypes.addFields(c, type, ['length']);
    c.run(
      "UPDATE entities SET type = ?, fields = json_object('length', ?) WHERE id = ?",
      type,
      name(text),
      pick(c, 'entities', 'id', one),
    );
  },
  (c, { one, two, text }) =>
    collections.create(c, `${name(text)} ${two}`, one % 2 ? pick(c, 'collections', 'id', one) : null),
  (c, { one, two, text }) => {
    const id = pick(c, 'collections', 'id', one);
    if (id !== null && two % 3 === 0) collections.rename(c, id, `${name(text)} ${two}`);
    else if (id !== null && two % 3 === 1) collections.move(c, id, two % 2 ? pick(c, 'collections', 'id', two) : null);
    else if (id !== null) collections.remove(c, id);
  },
  (c, { one, two }) => {
    const id = pick(c, 'collections', 'id', one);
    const sourceId = pick(c, 'sources', 'id', two);
    if (id !== null && sourceId !== null) collections.arrange(c, [sourceId], two % 3 ? [id] : [], two % 3 ? [] : [id]);
  },
  (c, { one, two }) =>
    c.run(
      `INSERT INTO mentions (id, source_id, start, "end", first_block, last_block, entity_id, quote, created_at)
       VALUES (?, ?, 0, 3, 1, 1, ?, 'one', 1)`,
      c.newId(),
      pick(c, 'sources', 'id', one),
      pick(c, 'entities', 'id', two),
    ),
  (c, { one }) => c.run('DELETE FROM mentions WHERE id = ?', pick(c, 'mentions', 'id', one)),
  (c, { one, two }) =>
    c.run(
      'INSERT INTO rejected_mentions VALUES (?, ?, 3, ?)',
      pick(c, 'sources', 'id', one),
      two,
      pick(c, 'entities', 'id', two),
    ),
  (c, { one, two, text }) =>
    c.run(
      'INSERT INTO relations (id, from_id, to_id, type, created_at, updated_at) VALUES (?, ?, ?, ?, 1, 9007199254740991)',
      c.newId(),
      pick(c, 'entities', 'id', one),
      pick(c, 'entities', 'id', two),
      name(text),
    ),
  (c, { one, two }) =>
    c.run(
      'INSERT INTO relation_evidence VALUES (?, ?)',
      pick(c, 'relations', 'id', one),
      pick(c, 'highlights', 'id', two),
    ),
  (c, { one }) => {
    const relation = pick(c, 'relations', 'id', one);
    c.run('DELETE FROM relation_evidence WHERE relation_id = ?', relation);
    c.run('DELETE FROM relations WHERE id = ?', relation);
  },
  (c, { text }) => addNote(c, text, text),
  (c, { one, text }) =>
    c.run(
      'UPDATE notes SET document = ?, text = ?, revision = revision + 1 WHERE id = ?',
      JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] }] }),
      text,
      pick(c, 'notes', 'id', one),
    ),
  (c, { one, two }) =>
    c.run(
      "INSERT OR IGNORE INTO note_references VALUES (?, 'tag', ?)",
      pick(c, 'notes', 'id', one),
      pick(c, 'tags', 'id', two),
    ),
  (c, { one, two }) => {
    const bytes = pngOf(1, 1, [two % 2, 0, 0]);
    const { sha256: name } = images.add(c, {
      sha256: sha256(bytes),
      ...{ mediaType: 'image/png', width: 1, height: 1, turn: 0, size: bytes.length, pieces: [bytes] },
    });
    c.run('INSERT OR IGNORE INTO note_images VALUES (?, ?)', pick(c, 'notes', 'id', one), name);
  },
  (c, { text }) => addOutline(c, name(text), [text, 'second', 'third']),
  (c, { one, two }) =>
    c.run(
      'UPDATE outline_items SET parent_id = ? WHERE id = ?',
      pick(c, 'outline_items', 'id', two),
      pick(c, 'outline_items', 'id', one),
    ),
  (c, { one }) => c.run('DELETE FROM outline_items WHERE outline_id = ?', pick(c, 'outlines', 'id', one)),
  (c, { one, two }) =>
    c.run('UPDATE sources SET trashed_at = ? WHERE id = ?', two % 2 ? two : null, pick(c, 'sources', 'id', one)),
  (c, { one, text }) =>
    c.run(
      'UPDATE sources SET title = ?, authors = json_array(?) WHERE id = ?',
      name(text),
      text,
      pick(c, 'sources', 'id', one),
    ),
];

const change = fc.record({
  kind: fc.nat(CHANGES.length - 1),
  chance: fc.record({ one: fc.nat(50), two: fc.nat(50), text: fc.string({ unit: 'binary', maxLength: 12 }) }),
});

test('whatever the deeds, undoing and redoing them all brings every row back, also over restarts', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(change, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 }),
      (deeds) => {
        const path = join(testFolder(), 'war.lectern');
        let notebook = createNotebook(path);
        const reopen = () => {
          notebook.close();
          notebook = openNotebook(path);
        };
        notebook.write({ deed: 'import-source', subject: '' }, (c) => {
          addSource(c, 'War', ['one two three']);
          addHighlight(c, addSource(c, 'Peace', ['one two', 'three']), 0, 'one');
          addTag(c, 'T', addTag(c, 'S'));
          addEntity(c, 'E', ['F']);
          addEntity(c, 'G');
          addNote(c, 'N', 'text');
          addOutline(c, 'O', ['one']);
        });
        const states = [contents(notebook)];
        for (const deed of deeds) {
          const steps = notebook.history(100).length;
          try {
            notebook.write({ deed: 'restore', subject: '' }, (c) => {
              for (const { kind, chance } of deed) CHANGES[kind]?.(c, chance);
            });
          } catch (error) {
            // What the schema refuses has to leave no trace.
            expect(error instanceof LecternError || String(error).includes('constraint')).toBe(true);
            expect(contents(notebook)).toEqual(states.at(-1));
          }
          if (notebook.history(100).length > steps) states.push(contents(notebook));
        }
        reopen();
        for (const state of states.slice(0, -1).reverse()) {
          notebook.undo();
          expect(contents(notebook)).toEqual(state);
        }
        expect(notebook.check().defects).toEqual([]);
        reopen();
        for (const state of states.slice(1)) {
          notebook.redo();
          expect(contents(notebook)).toEqual(state);
        }
        expect(notebook.check().defects).toEqual([]);
        expect(notebook.nextRedo()).toBeNull();
        notebook.close();
      },
    ),
    { numRuns: 15 },
  );
});
