import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { newId } from '../../../../main/contract/index.ts';
import { find, startApp } from '../desk.ts';
import { expectAllCalled } from './called.ts';

const TEXT = 'Ада Лавлейс wrote to Charles Babbage.\n\nBabbage’s engine was never built 🜚 in his life.\n';

test('highlights: tags by colour', async () => {
  const { call, importText } = await startApp();
  const { id } = await importText('One.');
  await call('highlights.create', { sourceId: id, start: 0, end: 3 });
  expect(await call('highlights.colours', { sourceIds: [id] })).toEqual([{ colour: 'yellow', count: 1 }]);
  const tags = [{ colour: 'yellow' as const, tag: 'T' }];
  expect(await call('highlights.tagByColour', { sourceIds: [id], tags })).toEqual({ tagged: 1 });
});

test('highlights: under an id of the caller’s making, once however often it is asked for', async () => {
  const { call, importText, refused } = await startApp();
  const { id: sourceId } = await importText(TEXT);
  const id = newId(Date.now(), randomBytes);
  const made = await call('highlights.create', { id, sourceId, start: 0, end: 11 });
  expect(made.id).toBe(id);
  expect(await call('highlights.create', { id, sourceId, start: 0, end: 11 })).toEqual(made);
  expect(await call('highlights.list', {})).toEqual([made]);
  expect(await call('history.list', {})).toHaveLength(2);
  expect(await refused('highlights.create', { id, sourceId, start: 0, end: 12 })).toMatchObject({ code: 'conflict' });
  await call('highlights.remove', { id });
  expect(await refused('highlights.create', { id, sourceId, start: 0, end: 11 })).toMatchObject({ code: 'conflict' });
  const odd = { id: 'one', sourceId, start: 0, end: 11 };
  expect(await refused('highlights.create', odd)).toMatchObject({ code: 'bad-input', details: { field: 'id' } });
});

test('highlights: made longer and shorter, with a name of its own in the history', async () => {
  const { call, importText, refused } = await startApp();
  const { id: sourceId, length } = await importText(TEXT);
  const { id } = await call('highlights.create', { sourceId, start: 0, end: 3, tags: ['people'], comment: 'Ada' });
  const longer = await call('highlights.update', { id, start: 0, end: 11 });
  expect(longer).toMatchObject({ quote: 'Ада Лавлейс', tags: ['people'], comment: 'Ada' });
  expect((await call('history.list', {}))[0]).toMatchObject({ deed: 'resize-highlight', subject: 'Ада' });
  expect(await refused('highlights.update', { id, end: length + 1 })).toMatchObject({ code: 'outside-the-text' });
  expect(await refused('highlights.update', { id, start: 11 })).toMatchObject({ code: 'outside-the-text' });
  await call('history.undo', {});
  expect(await call('highlights.get', { id })).toMatchObject({ quote: 'Ада', tags: ['people'], comment: 'Ada' });
});

test('highlights: split and joined, each one named step of the history', async () => {
  const { call, importText, refused } = await startApp();
  const { id: sourceId } = await importText(TEXT);
  const { id } = await call('highlights.create', { sourceId, start: 0, end: 11, tags: ['people'], comment: 'Ada' });
  const secondId = newId(Date.now(), randomBytes);
  const { first, second } = await call('highlights.split', { id, at: 4, secondId });
  expect(first).toMatchObject({ id, quote: 'Ада', tags: ['people'], comment: 'Ada' });
  expect(second).toMatchObject({ id: secondId, quote: 'Лавлейс', tags: ['people'], comment: '' });
  expect((await call('history.list', {}))[0]).toMatchObject({ deed: 'split-highlight', subject: 'Ада Лавлейс' });
  expect(await refused('highlights.split', { id, at: 3 })).toMatchObject({
    code: 'bad-input',
    details: { field: 'at' },
  });
  await call('highlights.update', { id: secondId, tags: ['names'], comment: 'Lovelace' });
  expect(await call('highlights.join', { id: secondId, otherId: id })).toMatchObject({
    id: secondId,
    quote: 'Ада Лавлейс',
    tags: ['people', 'names'],
    comment: 'Ada\n\nLovelace',
  });
  expect(await refused('highlights.join', { id: secondId, otherId: secondId })).toMatchObject({ code: 'not-allowed' });
  expect(await call('highlights.list', {})).toHaveLength(1);
  expect((await call('history.undo', {})).deed).toBe('join-highlights');
  expect((await call('highlights.list', {})).map(({ quote }) => quote)).toEqual(['Ада', 'Лавлейс']);
});

test('highlights: words found everywhere, and marked in one step', async () => {
  const { call, importText, refused } = await startApp();
  const { id: sourceId } = await importText(TEXT, 'letters.txt');
  const other = await importText('No babbage here, or BABBAGE there.', 'other.txt');
  const { total, occurrences } = await call('highlights.occurrences', { words: 'babbage' });
  expect(total).toBe(4);
  expect(occurrences.map(({ quote, sourceTitle, locator }) => `${quote}, ${sourceTitle}, ${locator}`)).toEqual([
    'Babbage, letters, ¶ 1',
    'Babbage, letters, ¶ 2',
    'babbage, other, ¶ 1',
    'BABBAGE, other, ¶ 1',
  ]);
  expect(await call('highlights.occurrences', { words: 'babbage', sourceId, limit: 1 })).toEqual({
    total: 2,
    occurrences: occurrences.slice(0, 1),
  });
  expect((await call('highlights.occurrences', { words: 'babbage', exact: true, wholeWords: true })).total).toBe(1);
  expect(await refused('highlights.occurrences', { words: 'x', sourceId: 'none' })).toMatchObject({
    code: 'not-found',
  });
  const passages = occurrences.slice(1).map(({ sourceId: id, start, end }) => ({ sourceId: id, start, end }));
  const made = await call('highlights.markAll', { passages, colour: 'blue', tags: ['people'] });
  expect(made.map(({ quote, colour, tags }) => [quote, colour, ...tags])).toEqual(
    ['Babbage', 'babbage', 'BABBAGE'].map((quote) => [quote, 'blue', 'people']),
  );
  expect((await call('highlights.occurrences', { words: 'babbage' })).occurrences.map(({ marked }) => marked)).toEqual([
    false,
    true,
    true,
    true,
  ]);
  expect((await call('history.list', {}))[0]).toMatchObject({ deed: 'mark-occurrences', subject: 'Babbage' });
  const outside = { passages: [...passages, { sourceId: other.id, start: 0, end: 999 }] };
  expect(await refused('highlights.markAll', outside)).toMatchObject({ code: 'outside-the-text' });
  await call('history.undo', {});
  expect(await call('highlights.list', {})).toEqual([]);
  expect(await call('tags.list', {})).toEqual([]);
});

test('highlights: words that stand very often are all marked in one step; where too many are found the free ones go first', async () => {
  const { call, importText } = await startApp();
  await importText(`${'The river and the other river.\n'.repeat(8_000)}`);
  const { total, occurrences } = await call('highlights.occurrences', { words: 'river' });
  expect([total, occurrences.length]).toEqual([16_000, 16_000]);
  const placed = (some: typeof occurrences) => some.map(({ sourceId, start, end }) => ({ sourceId, start, end }));
  const free = occurrences.filter((_, at) => at === 3 || at === 12_000);
  await call('highlights.markAll', { passages: placed(occurrences.filter((each) => !free.includes(each))) });
  const left = await call('highlights.occurrences', { words: 'river', limit: 3 });
  expect(left.total).toBe(16_000);
  expect(left.occurrences.map(({ start, marked }) => [start, marked])).toEqual([
    [occurrences[0]?.start, true],
    [occurrences[3]?.start, false],
    [occurrences[12_000]?.start, false],
  ]);
  await call('history.undo', {});
  expect(await call('highlights.list', {})).toEqual([]);
});

test('highlights: make, list by every filter, change, remove', async () => {
  const { call, importText } = await startApp();
  const { id: sourceId } = await importText(TEXT);
  const { text } = await call('sources.text', { id: sourceId });
  const ada = await call('highlights.create', { sourceId, ...find(text, 'Ада Лавлейс'), tags: ['people'] });
  expect(ada).toMatchObject({ quote: 'Ада Лавлейс', locator: '¶ 1', tags: ['people'], sourceTitle: 'text', block: 1 });
  const across = await call('highlights.create', { sourceId, ...find(text, 'Babbage.\nBabbage’s'), colour: 'red' });
  expect(across).toMatchObject({ quote: 'Babbage.\nBabbage’s', locator: '¶ 1–2', colour: 'red', tags: [] });
  const babbage = await call('entities.create', { type: 'person', name: 'Charles Babbage' });
  await call('mentions.create', { sourceId, ...find(text, 'Charles Babbage'), entityId: babbage.id });
  const parent = await call('tags.create', { name: 'everything' });
  const [people] = ada.tagIds;
  await call('tags.move', { id: people ?? '', parentId: parent.id });
  const outline = await call('outlines.create', { title: 'O' });
  await call('outlines.add', { outlineId: outline.id, kind: 'quotation', refId: ada.id });

  const ids = async (filter: object) => (await call('highlights.list', filter)).map(({ id }) => id);
  expect(await ids({})).toEqual([ada.id, across.id]);
  expect(await ids({ sourceId })).toEqual([ada.id, across.id]);
  expect(await ids({ tagId: parent.id })).toEqual([ada.id]);
  expect(await ids({ entityId: babbage.id })).toEqual([across.id]);
  expect(await ids({ unusedIn: outline.id })).toEqual([across.id]);
  expect(await ids({ limit: 1 })).toEqual([ada.id]);
  expect((await call('highlights.get', { id: across.id })).entities).toEqual(['Charles Babbage']);

  const moved = await call('highlights.update', { id: ada.id, end: ada.end - 1, comment: 'Who?', tags: ['a', 'b'] });
  expect(moved).toMatchObject({ quote: 'Ада Лавлей', comment: 'Who?', tags: ['a', 'b'] });
  await call('highlights.remove', { id: ada.id });
  expect(await ids({})).toEqual([across.id]);
});

test('tags: a tree, with what is marked counted once', async () => {
  const { call, importText, refused } = await startApp();
  const { id: sourceId } = await importText(TEXT);
  const people = await call('tags.create', { name: 'people', memo: 'Who speaks' });
  const women = await call('tags.create', { name: 'women', parent: 'people' });
  const men = await call('tags.create', { name: 'men', parent: people.id, colour: 'violet' });
  await call('highlights.create', { sourceId, start: 0, end: 5, tags: ['women', 'people', 'men'] });
  await call('highlights.create', { sourceId, start: 2, end: 9, tags: ['women'] });
  const list = await call('tags.list', {});
  expect(
    list.map(({ name, position, highlights, highlightsBelow }) => [name, position, highlights, highlightsBelow]),
  ).toEqual([
    ['people', 0, 1, 2],
    ['women', 0, 2, 2],
    ['men', 1, 1, 1],
  ]);
  expect(await call('tags.move', { id: men.id, parentId: people.id, position: 0 })).toMatchObject({ position: 0 });
  expect(await refused('tags.move', { id: people.id, parentId: men.id })).toMatchObject({ code: 'would-make-a-cycle' });
  expect(await refused('tags.create', { name: 'men', parent: 'people' })).toMatchObject({ code: 'name-taken' });
  expect(await refused('tags.update', { id: men.id, name: 'women' })).toMatchObject({ code: 'name-taken' });
  expect(await call('tags.update', { id: men.id, name: 'gentlemen', memo: 'm' })).toMatchObject({ name: 'gentlemen' });
  const merged = await call('tags.merge', { id: men.id, intoId: women.id });
  expect(merged).toMatchObject({ name: 'women', highlights: 2, memo: 'm' });
  expect((await call('tags.list', {})).map(({ name }) => name)).toEqual(['people', 'women']);
  await call('tags.remove', { id: people.id });
  expect(await call('tags.list', {})).toMatchObject([{ name: 'women', parentId: null, highlights: 2 }]);
  await call('trash.restore', { noun: 'tag', id: people.id });
  expect(await call('tags.list', {})).toMatchObject([
    { name: 'people', highlights: 1 },
    { name: 'women', parentId: null },
  ]);
});

test('highlights: who made them', async () => {
  const { call, importText } = await startApp();
  const { id: sourceId } = await importText(TEXT);
  expect(await call('highlights.authors', {})).toEqual([]);
  await call('highlights.create', { sourceId, start: 0, end: 3 });
  expect(await call('highlights.authors', {})).toEqual(['']);
});

expectAllCalled('highlights');
