import { expect, test } from 'vitest';
import { MIGRATIONS, migrate, schemaVersion } from '../../db/migrations/index.ts';
import { createMemoryHandle } from '../../db/sqlite/handle.ts';

test('entities of before keep what they are, and have a place on the globe to be filled', () => {
  const handle = createMemoryHandle();
  migrate(
    handle,
    MIGRATIONS.filter(({ version }) => version < 50),
  );
  handle.exec(`INSERT INTO entities (id, type, name, dates, created_at, updated_at) VALUES ('e', 'place', 'Oslo', 'since 1048', 1, 1);
    INSERT INTO entity_names (entity_id, name, rank) VALUES ('e', 'Kristiania', 0)`);
  const rows = () => handle.prepare('SELECT id, type, name, dates FROM entities').all();
  const before = rows();
  migrate(
    handle,
    MIGRATIONS.filter(({ version }) => version <= 50),
  );
  expect(schemaVersion(handle)).toBe(50);
  expect(rows()).toEqual(before);
  expect(handle.prepare('SELECT coordinates FROM entities').all()).toEqual([{ coordinates: '' }]);
  expect(() => handle.exec("UPDATE entities SET coordinates = 'north'")).toThrow();
  handle.exec("UPDATE entities SET coordinates = '59.9, 10.7'");
  handle.close();
});
