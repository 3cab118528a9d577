import { expect, test } from 'vitest';
import { entities, findMentions, mentions, sources } from '../../../db/index.ts';
import { addSource, deed, newNotebook } from './shelf.ts';

test('occurrences come in text order with offsets that hold behind any character, and with what stands around them', () => {
  const notebook = newNotebook();
  const first = addSource(notebook, '🜚 Koba 👩‍🚀 Kobas', 'nothing here', `${'x'.repeat(100)} Koba ${'y'.repeat(100)}`);
  const second = addSource(notebook, 'Сталина и Koba');
  const { id } = deed(notebook, (connection) =>
    entities.create(connection, { type: 'person', name: 'Сталин', aliases: ['Koba'] }),
  );
  const found = notebook.read((connection) => findMentions(connection, id));
  expect(
    found.map(({ sourceId, start, end, quote, name, locator }) => [sourceId, start, end, quote, name, locator]),
  ).toEqual([
    [first, 2, 6, 'Koba', 'Koba', '¶ 1'],
    [first, 11, 16, 'Kobas', 'Koba', '¶ 1'],
    [first, 131, 135, 'Koba', 'Koba', '¶ 3'],
    [second, 0, 7, 'Сталина', 'Сталин', '¶ 1'],
    [second, 10, 14, 'Koba', 'Koba', '¶ 1'],
  ]);
  expect(found[0]).toMatchObject({ before: '🜚 ', after: ' 👩‍🚀 Kobas' });
  expect(found[2]).toMatchObject({ before: `${'x'.repeat(79)} `, after: ` ${'y'.repeat(79)}` });
  for (const { sourceId, start, end, quote } of found) {
    expect(deed(notebook, (connection) => mentions.create(connection, { sourceId, start, end }, id)).quote).toBe(quote);
  }
  expect(notebook.read((connection) => findMentions(connection, id))).toEqual([]);
});

test('what a link touches, what was rejected and what is in the trash is left out', () => {
  const notebook = newNotebook();
  const sourceId = addSource(notebook, 'Koba Koba Koba Koba Koba');
  const other = addSource(notebook, 'Koba elsewhere');
  const { koba, namesake } = deed(notebook, (connection) => ({
    koba: entities.create(connection, { type: 'person', name: 'Koba' }).id,
    namesake: entities.create(connection, { type: 'place', name: 'Koba' }).id,
  }));
  deed(notebook, (connection) => {
    // A long link that begins before a short one, and one of another entity.
    mentions.create(connection, { sourceId, start: 0, end: 11 }, koba);
    mentions.create(connection, { sourceId, start: 5, end: 6 }, koba);
    mentions.create(connection, { sourceId, start: 15, end: 19 }, namesake);
    mentions.reject(connection, [{ sourceId, start: 20, end: 24 }], koba);
    sources.remove(connection, other);
  });
  const starts = (id: string, limit?: number) =>
    notebook.read((connection) => findMentions(connection, id, limit)).map(({ start }) => start);
  expect(starts(koba)).toEqual([15]);
  expect(starts(namesake)).toEqual([0, 5, 10, 20]);
  expect(starts(namesake, 2)).toEqual([0, 5]);
  // Linking what was rejected takes the rejection back.
  const link = deed(notebook, (connection) => mentions.create(connection, { sourceId, start: 20, end: 24 }, koba));
  deed(notebook, (connection) => mentions.remove(connection, link.id));
  expect(starts(koba)).toEqual([15, 20]);
});
