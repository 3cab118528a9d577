import { expect, test } from 'vitest';
import { MIGRATIONS, migrate, schemaVersion } from '../../db/migrations/index.ts';
import { createMemoryHandle } from '../../db/sqlite/handle.ts';

const BEFORE = MIGRATIONS.filter(({ version }) => version < 30);
const UNTIL = MIGRATIONS.filter(({ version }) => version <= 30);

test('a notebook of before keeps its texts, to the row, and takes what documents have', () => {
  const handle = createMemoryHandle();
  migrate(handle, BEFORE);
  handle.exec(`
    INSERT INTO originals (sha256, size) VALUES (printf('%064d', 1), 3);
    INSERT INTO sources (id, title, media_type, encoding, original_sha256, text_sha256, length, words, block_count, created_at, updated_at)
      VALUES ('s', 'War', 'text/plain', 'utf-8', printf('%064d', 1), printf('%064d', 2), 5, 2, 2, 1, 1);
    INSERT INTO blocks (id, source_id, number, kind, level, start, length, text, label)
      VALUES (7, 's', 1, 'heading', 2, 0, 1, 'a', 'p. 1'), (9, 's', 2, 'paragraph', 0, 2, 2, 'bc', NULL)`);
  const rows = () => handle.prepare('SELECT * FROM blocks ORDER BY id').all();
  const before = rows();
  migrate(handle, UNTIL);
  expect(rows()).toEqual(before);
  expect(schemaVersion(handle)).toBe(30);
  expect(handle.prepare('SELECT title, publisher, identifiers FROM sources').all()).toEqual([
    { title: 'War', publisher: '', identifiers: '[]' },
  ]);
  handle.exec(`INSERT INTO blocks (source_id, number, kind, start, length, text) VALUES ('s', 3, 'caption', 5, 1, 'd');
    INSERT INTO text_marks (source_id, start, "end", kind) VALUES ('s', 0, 1, 'em')`);
  expect(() => handle.exec("UPDATE blocks SET kind = 'poem'")).toThrow();
  handle.close();
});
