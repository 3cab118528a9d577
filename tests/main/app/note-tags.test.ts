import { expect, test } from 'vitest';
import { startApp } from './desk.ts';

/** Two tags, one below the other, and a note that has the lower one. */
async function tagged() {
  const desk = await startApp();
  const { call } = desk;
  const war = await call('tags.create', { name: 'War' });
  const causes = await call('tags.create', { name: 'Causes', parent: war.id });
  const note = await call('notes.create', { title: 'On causes', markdown: 'Words.', tagIds: [causes.id] });
  const withTag = async (tagId: string) => (await call('notes.list', { tagId })).map(({ id }) => id);
  const tagsOf = async (id: string) => (await call('notes.get', { id })).tags;
  const undo = async () => (await call('history.undo', {}))?.deed;
  return { ...desk, war, causes, note, withTag, tagsOf, undo };
}

test('a note is given tags by id and by name, is found by them and by those above, and is no other text for it', async () => {
  const { call, refused, war, causes, note, withTag, tagsOf, undo } = await tagged();
  expect(note).toMatchObject({ tags: ['Causes'], tagIds: [causes.id], revision: 1 });
  expect(await withTag(war.id)).toEqual([note.id]);
  expect(await refused('notes.update', { id: note.id, tagIds: ['none'] })).toMatchObject({ code: 'not-found' });
  const more = await call('notes.update', { id: note.id, tags: ['Hunger', 'War'], tagIds: [causes.id], revision: 1 });
  expect(more).toMatchObject({ tags: ['War', 'Causes', 'Hunger'], revision: 1, updatedAt: note.updatedAt });
  expect((await call('notes.list', {}))[0]?.tags).toEqual(more.tags);
  expect((await call('notes.update', { id: note.id, tags: [] })).tags).toEqual([]);
  expect(await undo()).toBe('tag-note');
  expect(await tagsOf(note.id)).toEqual(more.tags);
  // What is written and tagged at once is a step of writing, and a text that did not change keeps its tags.
  await call('notes.update', { id: note.id, title: 'Other', tags: ['War'] });
  expect(await call('notes.update', { id: note.id, markdown: 'More.' })).toMatchObject({ tags: ['War'], revision: 3 });
  expect(await undo()).toBe('edit-note');
  expect(await tagsOf(note.id)).toEqual(more.tags);
});

test('tags that become one, move and go take notes along as they take passages', async () => {
  const { call, war, causes, note, withTag, tagsOf, undo } = await tagged();
  const reasons = await call('tags.create', { name: 'Reasons' });
  await call('tags.merge', { id: causes.id, intoId: reasons.id });
  expect(await tagsOf(note.id)).toEqual(['Reasons']);
  expect([await withTag(war.id), await withTag(reasons.id)]).toEqual([[], [note.id]]);
  await undo();
  expect(await tagsOf(note.id)).toEqual(['Causes']);
  await call('tags.move', { id: causes.id, parentId: reasons.id });
  expect([await withTag(war.id), await withTag(reasons.id)]).toEqual([[], [note.id]]);

  // In the trash a tag keeps its notes, also where these get others meanwhile; deleted for good it goes from them.
  await call('tags.remove', { id: causes.id });
  expect(await tagsOf(note.id)).toEqual([]);
  await call('notes.update', { id: note.id, tags: ['War'] });
  await call('trash.restore', { noun: 'tag', id: causes.id });
  expect(await tagsOf(note.id)).toEqual(['War', 'Causes']);
  await call('tags.remove', { id: causes.id });
  await call('trash.empty', {});
  expect(await tagsOf(note.id)).toEqual(['War']);
  expect(await call('notebook.check', {})).toMatchObject({ defects: [] });
});

test('notes that become one have the tags of both; a note that goes for good leaves its tags', async () => {
  const { call, war, causes, note, tagsOf, undo } = await tagged();
  const other = await call('notes.create', { title: 'Other', tags: ['War'] });
  expect((await call('notes.merge', { id: other.id, intoId: note.id })).tags).toEqual(['War', 'Causes']);
  await undo();
  expect([await tagsOf(note.id), await tagsOf(other.id)]).toEqual([['Causes'], ['War']]);
  await call('notes.remove', { id: other.id });
  await call('trash.empty', {});
  expect(await call('notebook.check', {})).toMatchObject({ defects: [] });
  expect((await call('tags.list', {})).map(({ id }) => id)).toEqual([war.id, causes.id]);
});
