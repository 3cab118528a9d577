import { expect, test } from 'vitest';
import { MIGRATIONS, migrate } from '../../db/migrations/index.ts';
import { createMemoryHandle } from '../../db/sqlite/handle.ts';

test('notes of before show no images, and can', () => {
  const handle = createMemoryHandle();
  const until = (version: number) => MIGRATIONS.filter((each) => each.version <= version);
  migrate(handle, until(180));
  handle.exec(`INSERT INTO notes (id, title, document, document_version, created_at, updated_at)
    VALUES ('n', 'N', '{"type":"doc"}', 1, 1, 1)`);
  migrate(handle, until(181));
  expect(handle.prepare('SELECT id, title FROM notes').all()).toEqual([{ id: 'n', title: 'N' }]);
  expect(handle.prepare('SELECT * FROM note_images').all()).toEqual([]);
  const hash = 'a'.repeat(64);
  handle.exec(`INSERT INTO originals VALUES ('${hash}', 1)`);
  const add = (type: string, width: number) => () =>
    handle.exec(`INSERT INTO images VALUES ('${hash}', '${type}', ${width}, 1, 0, 1)`);
  expect(add('image/svg+xml', 1)).toThrow('CHECK');
  expect(add('image/png', 0)).toThrow('CHECK');
  expect(add('image/png', 1)).not.toThrow();
  handle.close();
});
