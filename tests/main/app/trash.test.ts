import { expect, test } from 'vitest';
import { startApp } from './desk.ts';

test('everything put into the trash comes back as it was', async () => {
  const { call, importText, refused } = await startApp();
  const source = await importText('Some words.');
  const highlight = await call('highlights.create', { sourceId: source.id, start: 0, end: 4, tags: ['t'] });
  const [tagId = ''] = highlight.tagIds;
  const entity = await call('entities.create', { type: 'person', name: 'Ada', aliases: ['A'] });
  await call('mentions.create', { sourceId: source.id, start: 5, end: 10, entityId: entity.id });
  const note = await call('notes.create', { title: 'N', markdown: 'Text' });
  const { id: outlineId } = await call('outlines.create', { title: 'O' });
  await call('outlines.add', { outlineId, kind: 'quotation', refId: highlight.id });
  const state = async () => ({
    sources: await call('sources.list', {}),
    highlights: await call('highlights.list', {}),
    tags: await call('tags.list', {}),
    entities: await call('entities.list', {}),
    mentions: await call('mentions.list', {}),
    notes: await call('notes.list', {}),
    outline: await call('outlines.get', { id: outlineId }),
  });
  const before = await state();

  const things = [
    ['highlight', highlight.id, 'highlights.remove'],
    ['tag', tagId, 'tags.remove'],
    ['entity', entity.id, 'entities.remove'],
    ['note', note.id, 'notes.remove'],
    ['source', source.id, 'sources.remove'],
    ['outline', outlineId, 'outlines.remove'],
  ] as const;
  for (const [, id, method] of things) await call(method, { id });
  expect((await call('trash.list', {})).map(({ noun }) => noun).sort()).toEqual(things.map(([noun]) => noun).sort());
  for (const [noun, id, method] of things) {
    expect(await refused(method, { id })).toMatchObject({ code: 'not-found' });
    expect(await call('trash.restore', { noun, id })).toMatchObject({ noun, id });
    expect(await refused('trash.restore', { noun, id })).toMatchObject({ code: 'not-found' });
  }
  expect(await call('trash.list', {})).toEqual([]);
  const withoutTimes = (value: unknown) => JSON.stringify(value).replaceAll(/"updatedAt":"[^"]*"/g, '');
  expect(withoutTimes(await state())).toBe(withoutTimes(before));
});

test('what stands in a source that is in the trash is hidden with it', async () => {
  const { call, importText } = await startApp();
  const source = await importText('Some words.');
  const highlight = await call('highlights.create', { sourceId: source.id, start: 0, end: 4, tags: ['t'] });
  const entity = await call('entities.create', { type: 'person', name: 'words' });
  await call('mentions.create', { sourceId: source.id, start: 5, end: 10, entityId: entity.id });
  const outline = await call('outlines.create', { title: 'O' });
  await call('outlines.add', { outlineId: outline.id, kind: 'quotation', refId: highlight.id });
  await call('sources.remove', { id: source.id });
  expect(await call('highlights.list', {})).toEqual([]);
  expect(await call('mentions.list', {})).toEqual([]);
  expect(await call('mentions.find', { entityId: entity.id })).toEqual([]);
  expect(await call('tags.list', {})).toMatchObject([{ highlights: 0, highlightsBelow: 0 }]);
  expect(await call('entities.get', { id: entity.id })).toMatchObject({ mentions: 0, sources: 0 });
  expect((await call('outlines.get', { id: outline.id })).tree).toMatchObject([
    { resolved: false, text: 'Some', sourceTitle: 'text', locator: '¶ 1' },
  ]);
  await call('history.undo', {});
  expect(await call('highlights.list', {})).toEqual([highlight]);
});
