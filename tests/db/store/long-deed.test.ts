import { copyFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { entities, openNotebook, takingEntities } from '../../../db/index.ts';
import { deed, everything, newNotebook } from './shelf.ts';

const ROWS = ['Ada', 'Berg', 'Curie'].map((name, at) => ({
  row: at + 2,
  draft: { name, type: 'ship', names: [{ name: `${name} 2`, language: '', kind: '' as const }], identifiers: [] },
}));
const begin = (notebook: ReturnType<typeof newNotebook>) =>
  notebook.begin({ deed: 'import-entities', subject: 'a.csv' });

test('several transactions are one step, told of once it is complete, undone at once', () => {
  const notebook = newNotebook();
  const before = everything(notebook);
  let told = 0;
  notebook.onChanged(() => told++);
  const long = begin(notebook);
  const take = takingEntities('person', false);
  for (const row of ROWS) long.write((connection) => take(connection, [row]));
  expect(told).toBe(0);
  long.end();
  expect(told).toBe(1);
  expect(notebook.history(9)).toMatchObject([{ deed: 'import-entities', subject: 'a.csv' }]);
  expect(notebook.read((c) => entities.list(c)).map(({ name, aliases }) => [name, aliases])).toEqual([
    ['Ada', ['Ada 2']],
    ['Berg', ['Berg 2']],
    ['Curie', ['Curie 2']],
  ]);
  expect(notebook.check()).toMatchObject({ ok: true });
  notebook.undo();
  expect(everything(notebook)).toBe(before);
});

test('taken back, by itself or by the next opening after a power cut, it never happened', () => {
  const notebook = newNotebook();
  deed(notebook, (c) =>
    entities.create(c, { type: 'person', name: 'Ada', identifiers: [{ kind: 'own', value: '1' }] }),
  );
  const before = everything(notebook);
  const steps = notebook.history(9);
  const long = begin(notebook);
  const take = takingEntities('person', false);
  const changes = { name: 'Ada Berg', type: 'place', names: [], identifiers: [{ kind: 'own', value: '1' }] };
  long.write((connection) => take(connection, [...ROWS, { row: 9, draft: changes }]));
  expect(everything(notebook)).not.toBe(before);

  const cutOff = `${notebook.path}.copy.lectern`;
  copyFileSync(notebook.path, cutOff);
  const opened = openNotebook(cutOff);
  expect(everything(opened)).toBe(before);
  expect(opened.history(9)).toEqual(steps);
  expect(opened.check()).toMatchObject({ ok: true });
  opened.close();

  long.takeBack();
  expect(everything(notebook)).toBe(before);
  expect(notebook.history(9)).toEqual(steps);
  // Nothing is left that a later opening would take back.
  deed(notebook, (c) => entities.create(c, { type: 'person', name: 'Later' }));
  expect(notebook.read((c) => c.all("SELECT key FROM settings WHERE key LIKE 'history%'"))).toEqual([]);
});
