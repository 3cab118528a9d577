import { expect, test } from 'vitest';
import { MIGRATIONS, migrate, schemaVersion } from '../../db/migrations/index.ts';
import { createMemoryHandle } from '../../db/sqlite/handle.ts';

test('types and entities of before keep what they are, and have no fields of their own yet', () => {
  const handle = createMemoryHandle();
  migrate(
    handle,
    MIGRATIONS.filter(({ version }) => version < 110),
  );
  handle.exec(`INSERT INTO entity_types VALUES ('ship', '#123456', 'circle', 7);
    INSERT INTO entities (id, type, name, created_at, updated_at) VALUES ('e', 'ship', 'Fram', 1, 1)`);
  migrate(
    handle,
    MIGRATIONS.filter(({ version }) => version <= 110),
  );
  expect(schemaVersion(handle)).toBe(110);
  expect(handle.prepare("SELECT * FROM entity_types WHERE name = 'ship'").all()).toEqual([
    { name: 'ship', colour: '#123456', shape: 'circle', rank: 7, fields: '[]' },
  ]);
  expect(handle.prepare('SELECT type, name, fields FROM entities').all()).toEqual([
    { type: 'ship', name: 'Fram', fields: '{}' },
  ]);
  expect(() => handle.exec("UPDATE entities SET fields = '[]'")).toThrow();
  expect(() => handle.exec("UPDATE entity_types SET fields = 'none'")).toThrow();
  handle.close();
});
