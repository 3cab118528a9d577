import { expect, test } from 'vitest';
import { MIGRATIONS, migrate, schemaVersion } from '../../db/migrations/index.ts';
import { createMemoryHandle } from '../../db/sqlite/handle.ts';

test('descriptions of before keep their words and have no form', () => {
  const handle = createMemoryHandle();
  migrate(
    handle,
    MIGRATIONS.filter(({ version }) => version < 190),
  );
  handle.exec(`INSERT INTO entities (id, type, name, description, created_at, updated_at)
    VALUES ('e', 'person', 'Ada', 'one *line*' || char(10) || 'another', 1, 1)`);
  migrate(
    handle,
    MIGRATIONS.filter(({ version }) => version <= 190),
  );
  expect(schemaVersion(handle)).toBe(190);
  expect(handle.prepare('SELECT description, description_document FROM entities').all()).toEqual([
    { description: 'one *line*\nanother', description_document: '' },
  ]);
  expect(() => handle.exec("UPDATE entities SET description_document = '[]'")).toThrow();
  handle.close();
});
