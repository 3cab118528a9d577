import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createNotebook } from '../../db/index.ts';
import { createCore } from '../../db/sqlite/connection.ts';
import { createFile, openFile } from '../../db/sqlite/open.ts';
import { write } from '../../db/sqlite/write.ts';
import { testFolder } from './support/folder.ts';
import { addOutline, addTag } from './support/rows.ts';

test('a disk that is full in the middle of a deed leaves the notebook as it was', () => {
  const path = join(testFolder(), 'war.lectern');
  createFile(path);
  const file = openFile(path, { now: Date.now });
  const core = createCore(file.handle, { now: Date.now, newId: () => crypto.randomUUID(), inPlace: () => true });
  file.handle.pragma(`max_page_count = ${Number(file.handle.pragma('page_count', { simple: true })) + 5}`);
  const fill = () =>
    write(core, { deed: 'create-tag', subject: '' }, (c) => {
      for (let at = 0; at < 1000; at++) addTag(c, `${at} ${'x'.repeat(1000)}`);
    });
  expect(fill).toThrow(expect.objectContaining({ code: 'disk-full' }));
  expect(core.get('SELECT count(*) AS n FROM tags')).toEqual({ n: 0 });
  expect(write(core, { deed: 'create-tag', subject: '' }, (c) => addTag(c, 'small')).result).toHaveLength(36);
  file.close();
});

test('what the schema refuses is said in the words of the notebook', () => {
  const notebook = createNotebook(join(testFolder(), 'war.lectern'));
  const deed = (work: Parameters<typeof notebook.write>[1]) => () =>
    notebook.write({ deed: 'restore', subject: '' }, work);
  const parent = deed((c) => addTag(c, 'A'))();
  const child = notebook.write({ deed: 'create-tag', subject: '' }, (c) => addTag(c, 'B', String(parent)));
  expect(deed((c) => addTag(c, 'A'))).toThrow(expect.objectContaining({ code: 'name-taken' }));
  expect(deed((c) => c.run('UPDATE tags SET parent_id = ? WHERE name = ?', child, 'A'))).toThrow(
    expect.objectContaining({ code: 'would-make-a-cycle' }),
  );
  const item = deed((c) => {
    addOutline(c, 'O', ['one', 'two']);
    c.run("UPDATE outline_items SET parent_id = (SELECT id FROM outline_items WHERE text = 'one') WHERE text = 'two'");
    c.run("UPDATE outline_items SET parent_id = (SELECT id FROM outline_items WHERE text = 'two') WHERE text = 'one'");
  });
  expect(item).toThrow(expect.objectContaining({ code: 'would-make-a-cycle' }));
  notebook.close();
});

test('a deed is one, and does not wait', () => {
  const notebook = createNotebook(join(testFolder(), 'war.lectern'));
  const deed = { deed: 'create-tag', subject: '' } as const;
  expect(() => notebook.write(deed, () => notebook.write(deed, (c) => addTag(c, 'A')))).toThrow('part of another');
  expect(() => notebook.write(deed, async (c) => addTag(c, 'A'))).toThrow('cannot wait');
  expect(notebook.read((c) => c.all('SELECT * FROM tags'))).toEqual([]);
  notebook.close();
});
