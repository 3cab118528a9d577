import { expect, test } from 'vitest';
import { startApp } from './desk.ts';

/** A source, and two tags of one name under different parents beside a third. */
async function twins() {
  const desk = await startApp();
  const { call } = desk;
  const { id: sourceId } = await desk.importText('Bread was dear and the harvest had failed.\n');
  const tag = async (name: string, parent: string | null = null) => (await call('tags.create', { name, parent })).id;
  const war = await tag('War');
  const peace = await tag('Peace');
  const ofWar = await tag('Causes', war);
  const ofPeace = await tag('Causes', peace);
  const tagged = (tagIds: string[]) => call('highlights.create', { sourceId, start: 0, end: 5, tagIds });
  return { ...desk, sourceId, war, peace, ofWar, ofPeace, tagged };
}

test('a highlight is given exactly the tags whose ids are said, also where another one has the name', async () => {
  const { call, war, ofWar, ofPeace, tagged } = await twins();
  const highlight = await tagged([ofPeace]);
  expect(highlight).toMatchObject({ tags: ['Causes'], tagIds: [ofPeace] });
  const { id } = highlight;
  expect((await call('highlights.update', { id, tagIds: [ofPeace, war] })).tagIds).toEqual([war, ofPeace]);
  expect((await call('highlights.update', { id, tagIds: [ofPeace, ofWar] })).tagIds).toEqual([ofWar, ofPeace]);
  expect((await call('highlights.update', { id, tagIds: [ofPeace] })).tagIds).toEqual([ofPeace]);
  expect((await call('highlights.update', { id, colour: 'red' })).tagIds).toEqual([ofPeace]);
  expect((await call('highlights.update', { id, tagIds: [] })).tagIds).toEqual([]);
});

test('ids and names said together count together, and a new name makes a tag', async () => {
  const { call, sourceId, ofWar, ofPeace, tagged } = await twins();
  const { id } = await tagged([ofPeace]);
  const both = await call('highlights.update', { id, tagIds: [ofPeace], tags: ['Prices'] });
  expect(both.tags).toEqual(['Causes', 'Prices']);
  expect(both.tagIds[0]).toBe(ofPeace);
  const made = await call('highlights.create', { sourceId, start: 6, end: 9, tagIds: [ofWar], tags: ['Hunger'] });
  expect(made.tags).toEqual(['Causes', 'Hunger']);
  expect((await call('history.list', {})).find(({ undone }) => !undone)).toMatchObject({
    deed: 'tag-passage',
    subject: 'Causes, Hunger',
  });
});

test('by name a highlight keeps the tags it has of that name', async () => {
  const { call, war, ofWar, ofPeace, tagged } = await twins();
  const { id } = await tagged([ofPeace, war]);
  expect((await call('highlights.update', { id, tags: ['Causes'] })).tagIds).toEqual([ofPeace]);
  await call('highlights.update', { id, tagIds: [ofWar, ofPeace, war] });
  expect((await call('highlights.update', { id, tags: ['Causes', 'Causes'] })).tagIds).toEqual([ofWar, ofPeace]);
});

test('a tag that is not there, or is in the trash, is refused by id and nothing is changed', async () => {
  const { call, refused, ofWar, ofPeace, tagged } = await twins();
  const { id } = await tagged([ofPeace]);
  await call('tags.remove', { id: ofWar });
  for (const missing of ['none', ofWar]) {
    const failure = await refused('highlights.update', { id, colour: 'red', tagIds: [ofPeace, missing] });
    expect(failure).toMatchObject({ code: 'not-found' });
  }
  expect(await call('highlights.get', { id })).toMatchObject({ colour: 'yellow', tagIds: [ofPeace] });
});
