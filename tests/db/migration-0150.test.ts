import { expect, test } from 'vitest';
import { MIGRATIONS, migrate } from '../../db/migrations/index.ts';
import { createMemoryHandle } from '../../db/sqlite/handle.ts';

test('sources of before are in no collection and unread', () => {
  const handle = createMemoryHandle();
  const until = (version: number) => MIGRATIONS.filter((each) => each.version <= version);
  migrate(handle, until(80));
  const hash = 'a'.repeat(64);
  handle.exec(`INSERT INTO originals VALUES ('${hash}', 1);
    INSERT INTO sources (id, title, media_type, encoding, original_sha256, text_sha256, length, words, block_count, created_at, updated_at)
      VALUES ('s', 'S', 'text/plain', 'utf-8', '${hash}', '${hash}', 2, 1, 1, 1, 1)`);
  migrate(handle, until(150));
  expect(handle.prepare('SELECT id, status FROM sources').all()).toEqual([{ id: 's', status: 'unread' }]);
  expect(handle.prepare('SELECT * FROM collection_sources').all()).toEqual([]);
  expect(() => handle.exec("INSERT INTO collections VALUES ('c', 'C', 'c', 1, 1)")).toThrow('collection cycle');
  handle.close();
});
