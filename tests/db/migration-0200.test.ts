import { expect, test } from 'vitest';
import { MIGRATIONS, migrate, schemaVersion } from '../../db/migrations/index.ts';
import { createMemoryHandle } from '../../db/sqlite/handle.ts';

test('marks of before stay, and numbers of lists may come', () => {
  const handle = createMemoryHandle();
  migrate(
    handle,
    MIGRATIONS.filter(({ version }) => version < 200),
  );
  const hash = 'a'.repeat(64);
  handle.exec(`INSERT INTO originals VALUES ('${hash}', 1);
    INSERT INTO sources (id, title, media_type, encoding, original_sha256, text_sha256, length, words, block_count, created_at, updated_at)
    VALUES ('s', 'Logg', 'text/html', 'utf-8', '${hash}', '${hash}', 5, 1, 1, 1, 1)`);
  const put = (kind: string, value: string) =>
    handle.exec(
      `INSERT INTO text_marks (source_id, start, "end", kind, value) VALUES ('s', 0, 4, '${kind}', '${value}')`,
    );
  put('link', 'https://lectern.test/');
  expect(() => put('number', '1.')).toThrow();
  migrate(
    handle,
    MIGRATIONS.filter(({ version }) => version <= 200),
  );
  expect(schemaVersion(handle)).toBe(200);
  put('number', '1.');
  expect(() => put('colour', 'red')).toThrow();
  expect(handle.prepare('SELECT kind, value FROM text_marks ORDER BY kind').all()).toEqual([
    { kind: 'link', value: 'https://lectern.test/' },
    { kind: 'number', value: '1.' },
  ]);
  handle.close();
});
