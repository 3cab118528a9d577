import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyNotebook } from '../../db/backup/index.ts';
import { createNotebook } from '../../db/index.ts';
import { expectedSchema, MIGRATIONS, type Migration } from '../../db/migrations/index.ts';
import { openFile } from '../../db/sqlite/open.ts';
import { testFolder } from './support/folder.ts';
import { addTag } from './support/rows.ts';

test('db/schema.sql is what the migrations make [vitest run -u writes it]', async () => {
  const statements = [...expectedSchema().values()].map((sql) => `${sql};\n`);
  const head = '-- The schema of a notebook, made from db/migrations. For reading; a test keeps it true.\n\n';
  await expect(`${head}${statements.join('\n')}`).toMatchFileSnapshot('../../db/schema.sql');
});

test('versions grow', () => {
  const versions = MIGRATIONS.map(({ version }) => version);
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
});

function notebookWithATag(): string {
  const path = join(testFolder(), 'war.lectern');
  const notebook = createNotebook(path);
  notebook.write({ deed: 'create-tag', subject: 'War' }, (c) => addTag(c, 'War'));
  notebook.close();
  return path;
}

const later = (sql: string): readonly Migration[] => [...MIGRATIONS, { version: 9999, sql }];

test('an older notebook is copied, then updated, and its history begins anew', () => {
  const path = notebookWithATag();
  const copy = `${path} copy`;
  const file = openFile(path, {
    now: Date.now,
    migrations: later("ALTER TABLE tags ADD COLUMN shape TEXT NOT NULL DEFAULT 'round'"),
    backupBeforeUpdate: (handle) => copyNotebook(handle, copy),
  });
  expect(file.handle.prepare('SELECT name, shape FROM tags').all()).toEqual([{ name: 'War', shape: 'round' }]);
  expect(file.handle.prepare('SELECT count(*) FROM history_steps').pluck().get()).toBe(0);
  expect(file.handle.pragma('user_version', { simple: true })).toBe(9999);
  file.close();
  const old = openFile(copy, { now: Date.now });
  expect(old.readOnly).toBeNull();
  expect(old.handle.prepare('SELECT count(*) FROM history_steps').pluck().get()).toBe(1);
  old.close();
});

test.each([
  ['fails half-way', 'DROP TABLE settings; CREATE TABLE tags (a)', 'SQLITE_ERROR'],
  ['leaves a row that points at nothing', "UPDATE tags SET parent_id = 'nothing'", 'notebook-damaged'],
])('an update that %s changes nothing', (_, sql, code) => {
  const path = notebookWithATag();
  const options = { now: Date.now, migrations: later(sql), backupBeforeUpdate: () => {} };
  expect(() => openFile(path, options)).toThrow(expect.objectContaining({ code }));
  const file = openFile(path, { now: Date.now });
  expect(file.readOnly).toBeNull();
  expect(file.handle.prepare('SELECT parent_id FROM tags').all()).toEqual([{ parent_id: null }]);
  expect(file.handle.prepare('SELECT count(*) FROM settings').pluck().get()).toBe(0);
  file.close();
  expect(readdirSync(join(path, '..'))).toEqual(['war.lectern']);
});
