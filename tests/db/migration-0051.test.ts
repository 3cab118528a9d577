import { expect, test } from 'vitest';
import { MIGRATIONS, migrate } from '../../db/migrations/index.ts';
import { createMemoryHandle } from '../../db/sqlite/handle.ts';

test('relations of before stay, and nobody has said yet how they read from the other end', () => {
  const handle = createMemoryHandle();
  const until = (version: number) => MIGRATIONS.filter((each) => each.version <= version);
  migrate(handle, until(50));
  handle.exec(`INSERT INTO entities (id, type, name, created_at, updated_at) VALUES ('a', 'person', 'A', 1, 1), ('b', 'person', 'B', 1, 1);
    INSERT INTO relations (id, from_id, to_id, type, created_at, updated_at) VALUES ('r', 'a', 'b', 'knew', 1, 1)`);
  migrate(handle, until(51));
  expect(handle.prepare('SELECT id, from_id, to_id, type, inverse FROM relations').all()).toEqual([
    { id: 'r', from_id: 'a', to_id: 'b', type: 'knew', inverse: '' },
  ]);
  handle.close();
});
