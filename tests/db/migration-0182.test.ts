import { expect, test } from 'vitest';
import { MIGRATIONS, migrate } from '../../db/migrations/index.ts';
import { createMemoryHandle } from '../../db/sqlite/handle.ts';

test('notes of before are attached to what they were attached to, and all that refers to them still does', () => {
  const handle = createMemoryHandle();
  handle.pragma('foreign_keys = ON');
  const until = (version: number) => MIGRATIONS.filter((each) => each.version <= version);
  migrate(handle, until(180));
  const note =
    'INSERT INTO notes (id, title, document, document_version, text, revision, attached_kind, attached_id, created_at, updated_at)';
  handle.exec(`INSERT INTO tags (id, name, rank, colour, created_at, updated_at) VALUES ('t', 'T', 1, 'red', 1, 1);
    ${note} VALUES ('a', 'A', '{}', 1, 'Words.', 7, 'tag', 't', 1, 2), ('b', 'B', '{}', 1, '', 1, NULL, NULL, 3, 4),
      ('c', 'C', '{}', 1, '', 1, 'note', 'c', 5, 6);
    INSERT INTO note_tags VALUES ('a', 't');
    INSERT INTO note_references VALUES ('b', 'note', 'a');
    INSERT INTO outlines (id, title, created_at, updated_at) VALUES ('o', 'O', 1, 1);
    INSERT INTO outline_items (id, outline_id, rank, kind, note_id) VALUES ('i', 'o', 1, 'note', 'a')`);
  migrate(handle, until(182));
  expect(handle.prepare('SELECT * FROM notes').all()).toMatchObject([
    { id: 'a', title: 'A', text: 'Words.', revision: 7, updated_at: 2 },
    { id: 'b', created_at: 3 },
    { id: 'c' },
  ]);
  expect(handle.prepare('SELECT * FROM note_attachments').all()).toEqual([
    { note_id: 'a', kind: 'tag', target_id: 't' },
  ]);
  expect(handle.prepare('SELECT note_id FROM outline_items').pluck().all()).toEqual(['a']);
  expect(handle.pragma('foreign_key_check')).toEqual([]);
  expect(() => handle.exec("DELETE FROM notes WHERE id = 'a'")).toThrow('FOREIGN KEY');
  handle.close();
});
