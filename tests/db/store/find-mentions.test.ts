import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entities, findMentions, type MentionScope, mentions, sources } from '../../../db/index.ts';
import { addSource, deed, newNotebook } from './shelf.ts';

test('occurrences come in text order with offsets that hold behind any character, and with what stands around them', () => {
  const notebook = newNotebook();
  const first = addSource(notebook, '🜚 Koba 👩‍🚀 Kobas', 'nothing here', `${'x'.repeat(100)} Koba ${'y'.repeat(100)}`);
  const second = addSource(notebook, 'Сталина и Koba');
  const { id } = deed(notebook, (connection) =>
    entities.create(connection, { type: 'person', name: 'Сталин', aliases: ['Koba'] }),
  );
  const found = notebook.read((connection) => findMentions(connection, { entityId: id }, 99));
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
  expect(notebook.read((connection) => findMentions(connection, { entityId: id }, 99))).toEqual([]);
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
  const starts = (entityId: string, limit = 99) =>
    notebook.read((connection) => findMentions(connection, { entityId }, limit)).map(({ start }) => start);
  // What is linked to a namesake is decided.
  expect(starts(koba)).toEqual([]);
  expect(starts(namesake)).toEqual([0, 5, 10, 20]);
  expect(starts(namesake, 2)).toEqual([0, 5]);
  // Linking what was rejected takes the rejection back.
  const link = deed(notebook, (connection) => mentions.create(connection, { sourceId, start: 20, end: 24 }, koba));
  deed(notebook, (connection) => mentions.remove(connection, link.id));
  expect(starts(koba)).toEqual([20]);
});

test('names of others are told of: who shares the name, and whose name is inside', () => {
  const notebook = newNotebook();
  const sourceId = addSource(notebook, 'Lenins testamente, Lenin');
  const ids = deed(notebook, (connection) => ({
    lenin: entities.create(connection, { type: 'person', name: 'Vladimir Lenin', aliases: ['Lenin'] }).id,
    ship: entities.create(connection, { type: 'work', name: 'Lenin' }).id,
    letter: entities.create(connection, { type: 'event', name: 'Lenins testamente' }).id,
  }));
  const brief = (scope: MentionScope) =>
    notebook
      .read((connection) => findMentions(connection, scope, 99))
      .map(({ start, entityId, alike, within }) => [
        start,
        entityId,
        alike.map((other) => other.entityId),
        within.map((other) => other.entityId).sort(),
      ]);
  const both = [ids.lenin, ids.ship].sort();
  const letter = [0, ids.letter, [], both];
  expect(brief({ entityId: ids.letter })).toEqual([letter]);
  expect(brief({ entityId: ids.lenin })).toEqual([[19, ids.lenin, [ids.ship], []]]);
  expect(brief({ type: 'event' })).toEqual([letter]);
  expect(brief({})).toHaveLength(3);
  // Where the longer name is not meant, the shorter one is asked for.
  deed(notebook, (connection) => mentions.reject(connection, [{ sourceId, start: 0, end: 17 }], ids.letter));
  expect(brief({ entityId: ids.lenin }).map(([start]) => start)).toEqual([0, 19]);
});

test('asking the index for one entity finds what reading every text for all of them finds', () => {
  const names = fc.array(
    fc
      .array(
        fc.constantFrom(
          'Stalin',
          'Stalins',
          'Josef',
          'Han',
          'Hans',
          'Bø',
          'Bo',
          'Иван',
          'Иваны',
          '毛泽东',
          'Øst-Europa',
          'Europa',
          '½',
        ),
        {
          minLength: 1,
          maxLength: 3,
        },
      )
      .map((words) => words.join(' ')),
    { minLength: 1, maxLength: 6 },
  );
  const line = fc
    .array(
      fc.constantFrom(
        'Stalin',
        'Stalins',
        'Josef',
        'Hans',
        "Han's",
        'Bø',
        'Bo',
        'Ивана',
        'Иваном',
        '主席毛泽东说',
        'Øst-Europas',
        'Europa',
        '½',
        '🜚',
      ),
      { maxLength: 8 },
    )
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(names, fc.array(line, { minLength: 1, maxLength: 5 }), (wanted, lines) => {
      const notebook = newNotebook();
      addSource(notebook, 'One', ...lines);
      const ids = deed(notebook, (connection) =>
        wanted.map((name) => entities.create(connection, { type: 'person', name }).id),
      );
      const all = notebook.read((connection) => findMentions(connection, {}, 999));
      for (const entityId of ids) {
        const one = notebook.read((connection) => findMentions(connection, { entityId }, 999));
        expect(one).toEqual(all.filter((each) => each.entityId === entityId));
      }
    }),
    { numRuns: 25 },
  );
});
