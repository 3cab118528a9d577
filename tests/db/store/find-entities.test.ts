import { expect, test } from 'vitest';
import { companions, entities, findEntities, mentions, mergeEntities } from '../../../db/index.ts';
import { addSource, deed, newNotebook } from './shelf.ts';

test('pickers find by any name, misspelled too, the one linked last first, as the notebook is now', () => {
  const notebook = newNotebook();
  const sourceId = addSource(notebook, 'Zinoviev and Kamenev.');
  const names = ['Grigorij Sinovjev', 'Lev Kamenev', 'Kamenskij Zavod'];
  const [zinoviev = '', kamenev = '', zavod = ''] = names.map(
    (name) =>
      deed(notebook, (connection) =>
        entities.create(connection, { type: 'person', name, aliases: name.startsWith('G') ? ['Зиновьев'] : [] }),
      ).id,
  );
  const found = (query: string) => notebook.read((connection) => findEntities(connection, query).map(({ id }) => id));
  expect(found('kamen')).toEqual([zavod, kamenev]);
  expect(found('зиновьев')).toEqual([zinoviev]);
  expect(found('sinovev')).toEqual([zinoviev]);
  expect(found('isnovjev')).toEqual([zinoviev]);
  expect(found('kamanev')).toEqual([kamenev]);
  expect(found('zzz')).toEqual([]);
  const link = (start: number, end: number, id: string) =>
    deed(notebook, (connection) => mentions.create(connection, { sourceId, start, end }, id));
  link(0, 8, zinoviev);
  link(13, 20, kamenev);
  expect(found('')).toEqual([kamenev, zinoviev, zavod]);
  link(0, 4, zinoviev);
  expect(found('')).toEqual([zinoviev, kamenev, zavod]);
  // Whoever stands in a block twice is counted in it once.
  expect(notebook.read((connection) => companions(connection, kamenev, 9))).toMatchObject([
    { entityId: zinoviev, blocks: 1 },
  ]);
  deed(notebook, (connection) => mergeEntities(connection, zinoviev, kamenev));
  expect(found('sinovjev')).toEqual([kamenev]);
  notebook.undo();
  expect(found('sinovjev')).toEqual([zinoviev]);
});
