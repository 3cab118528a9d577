import { expect, test } from 'vitest';
import { startApp } from './desk.ts';

/** A note, and one thing of each kind that it can be attached to. */
async function about() {
  const desk = await startApp();
  const { call } = desk;
  const source = await desk.importText('Bread was dear.\n');
  const highlight = await call('highlights.create', { sourceId: source.id, start: 0, end: 5 });
  const tag = await call('tags.create', { name: 'Prices' });
  const entity = await call('entities.create', { type: 'place', name: 'Bergen' });
  const other = await call('notes.create', { title: 'Other' });
  const note = await call('notes.create', { title: 'On bread', attachedTo: { kind: 'source', id: source.id } });
  const things = [
    { kind: 'entity', id: entity.id },
    { kind: 'highlight', id: highlight.id },
    { kind: 'note', id: other.id },
    { kind: 'source', id: source.id },
    { kind: 'tag', id: tag.id },
  ] as const;
  const attachedTo = async () => (await call('notes.get', { id: note.id })).attachedTo;
  return { ...desk, source, tag, entity, other, note, things, attachedTo };
}

test('a note is attached to several things and detached again, without being another text', async () => {
  const { call, refused, note, things, source, attachedTo } = await about();
  expect(note.attachedTo).toEqual([{ kind: 'source', id: source.id }]);
  expect(await call('notes.update', { id: note.id, attachedTo: [...things] })).toMatchObject({
    attachedTo: things,
    revision: 1,
    updatedAt: note.updatedAt,
  });
  for (const thing of things) {
    expect((await call('notes.list', { attachedTo: thing })).map(({ id }) => id)).toEqual([note.id]);
    expect((await call('notes.backlinks', { reference: thing })).map(({ id }) => id)).toEqual([note.id]);
  }
  await call('notes.update', { id: note.id, attachedTo: [] });
  expect(await attachedTo()).toEqual([]);
  expect(await call('history.undo', {})).toMatchObject({ deed: 'attach-note' });
  expect(await attachedTo()).toEqual(things);
  const wrong = (kind: 'note' | 'tag', id: string) =>
    refused('notes.update', { id: note.id, attachedTo: [...things, { kind, id }] });
  expect(await wrong('note', note.id)).toMatchObject({ code: 'bad-input' });
  expect(await wrong('tag', 'none')).toMatchObject({ code: 'not-found' });
  expect(await attachedTo()).toEqual(things);
});

test('a thing in the trash stays what the note is about; it is kept from being deleted for good', async () => {
  const { call, note, things, tag, attachedTo } = await about();
  await call('notes.update', { id: note.id, attachedTo: [...things] });
  await call('tags.remove', { id: tag.id });
  await call('notes.update', { id: note.id, attachedTo: (await attachedTo()).slice(1) });
  expect(await attachedTo()).toEqual(things.slice(1));
  await call('trash.empty', {});
  await call('trash.restore', { noun: 'tag', id: tag.id });
  expect(await attachedTo()).toEqual(things.slice(1));
  await call('notes.remove', { id: note.id });
  await call('trash.empty', {});
  expect(await call('notebook.check', {})).toMatchObject({ defects: [] });
});

test('what becomes one is what the note is about once', async () => {
  const { call, note, tag, entity, other, attachedTo } = await about();
  const costs = await call('tags.create', { name: 'Costs' });
  await call('notes.update', {
    id: note.id,
    attachedTo: [
      { kind: 'tag', id: tag.id },
      { kind: 'tag', id: costs.id },
      { kind: 'note', id: other.id },
    ],
  });
  await call('notes.update', {
    id: other.id,
    attachedTo: [
      { kind: 'entity', id: entity.id },
      { kind: 'note', id: note.id },
    ],
  });
  await call('tags.merge', { id: costs.id, intoId: tag.id });
  expect(await attachedTo()).toEqual([
    { kind: 'note', id: other.id },
    { kind: 'tag', id: tag.id },
  ]);
  expect((await call('notes.merge', { id: other.id, intoId: note.id })).attachedTo).toEqual([
    { kind: 'entity', id: entity.id },
    { kind: 'tag', id: tag.id },
  ]);
  await call('history.undo', {});
  await call('history.undo', {});
  expect(await attachedTo()).toHaveLength(3);
  expect(await call('notebook.check', {})).toMatchObject({ defects: [] });
});
