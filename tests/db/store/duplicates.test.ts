import { expect, test } from 'vitest';
import { duplicates, entities } from '../../../db/index.ts';
import type { Identifier } from '../../../db/model/index.ts';
import { deed, newNotebook } from './shelf.ts';

const wikidata = (value: string): Identifier[] => [{ kind: 'wikidata', value }];

test('of one entity those pairs are proposed that are proposed of all and hold it', () => {
  const notebook = newNotebook();
  const ids = deed(notebook, (connection) =>
    [
      { type: 'person', name: 'Grigorij Sinovjev', identifiers: wikidata('Q1') },
      { type: 'person', name: 'Sinovjev, Grigorij' },
      { type: 'person', name: 'Григорий Зиновьев' },
      { type: 'place', name: 'Grigorij Sinovjev' },
      { type: 'event', name: 'The letter', identifiers: wikidata('Q1') },
      { type: 'person', name: 'Lev Trotskij', aliases: ['Trotskij', 'Lev Bronstein'] },
      { type: 'person', name: 'Лев Троцкий', identifiers: wikidata('Q2') },
      { type: 'person', name: 'Lev Bronstein' },
      { type: 'person', name: 'Trotskij' },
      { type: 'person', name: 'Ó' },
    ].map((each) => entities.create(connection, each).id),
  );
  const proposed = (id?: string) => notebook.read((connection) => duplicates(connection, id, 99));
  const all = proposed();
  expect(all.map(({ reason }) => reason)).toEqual(['identifier', 'name', 'name', 'sound', 'sound']);
  for (const id of ids) {
    expect(proposed(id)).toEqual(all.filter((pair) => pair.entities.some((each) => each.id === id)));
  }
});
