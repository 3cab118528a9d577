import { expect, test } from 'vitest';
import { MIGRATIONS, migrate } from '../../db/migrations/index.ts';
import { createMemoryHandle } from '../../db/sqlite/handle.ts';

test('notes of before have no tags, and only what is there can be one', () => {
  const handle = createMemoryHandle();
  const until = (version: number) => MIGRATIONS.filter((each) => each.version <= version);
  migrate(handle, until(150));
  handle.exec(`INSERT INTO notes (id, document, document_version, created_at, updated_at) VALUES ('n', '{}', 1, 1, 1);
    INSERT INTO tags (id, name, rank, colour, created_at, updated_at) VALUES ('t', 'T', 1, 'red', 1, 1)`);
  migrate(handle, until(180));
  expect(handle.prepare('SELECT id FROM notes').pluck().all()).toEqual(['n']);
  expect(handle.prepare('SELECT * FROM note_tags').all()).toEqual([]);
  handle.exec("INSERT INTO note_tags VALUES ('n', 't')");
  expect(() => handle.exec("INSERT INTO note_tags VALUES ('n', 'none')")).toThrow('FOREIGN KEY');
  handle.close();
});
