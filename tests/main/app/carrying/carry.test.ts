import { expect, test } from 'vitest';
import type { TestApp } from '../desk.ts';
import { find, startApp } from '../desk.ts';

const OLDER = 'The keeper lit the great lamp.\nShips went by all night.\nOnly this names the fox.\n';
const NEWER = 'A preface.\nThe keeper lit the great lamp.\nMany ships went by all night.\nLast line.\n';

async function twoVersions({ call, importFile }: TestApp) {
  const { source: older } = await importFile('log.txt', OLDER);
  const from = older?.id ?? '';
  const { text } = await call('sources.text', { id: from });
  const mark = (words: string) => call('highlights.create', { sourceId: from, tags: ['light'], ...find(text, words) });
  const marks = { lamp: await mark('great lamp'), ships: await mark('Ships went by'), fox: await mark('the fox') };
  const entity = await call('entities.create', { type: 'person', name: 'The keeper' });
  await call('mentions.create', { sourceId: from, entityId: entity.id, ...find(text, 'keeper') });
  await call('mentions.reject', { entityId: entity.id, passages: [{ sourceId: from, ...find(text, 'night') }] });
  const note = await call('notes.create', { title: 'On the log', attachedTo: { kind: 'source', id: from } });
  const { source: newer, earlier } = await importFile('log.txt', NEWER);
  expect(earlier).toMatchObject({ id: from, highlights: 3 });
  return { from, to: newer?.id ?? '', marks, note, entity };
}

test('what is marked in an earlier version comes over to the same words, and undo takes it back', async () => {
  const app = await startApp();
  const { call } = app;
  const { from, to, marks, note, entity } = await twoVersions(app);
  const before = await call('highlights.list', {});

  const { carried, mentions, left } = await call('sources.carryOver', { from, to });
  expect({ carried, mentions }).toEqual({ carried: 1, mentions: 1 });
  const { text } = await call('sources.text', { id: to });
  expect(await call('highlights.get', { id: marks.lamp.id })).toMatchObject({
    sourceId: to,
    ...find(text, 'great lamp'),
    tags: ['light'],
    locator: '¶ 2',
  });
  expect(await call('mentions.list', { entityId: entity.id })).toMatchObject([{ sourceId: to, quote: 'keeper' }]);
  expect(await call('notes.get', { id: note.id })).toMatchObject({ attachedTo: [{ kind: 'source', id: to }] });
  expect(left.map(({ highlight, proposal }) => [highlight.quote, proposal?.quote])).toEqual([
    ['Ships went by', 'ships went by'],
    ['the fox', undefined],
  ]);
  expect((await call('highlights.list', { sourceId: from })).map(({ quote }) => quote)).toEqual([
    'Ships went by',
    'the fox',
  ]);

  const [ships] = left;
  const { start = 0, end = 0 } = ships?.proposal ?? {};
  const placed = await call('sources.carryOne', { highlightId: marks.ships.id, to, start, end });
  expect(placed).toMatchObject({ id: marks.ships.id, sourceId: to, quote: 'ships went by', tags: ['light'] });
  expect(await call('notebook.check', {})).toMatchObject({ ok: true });

  expect(await call('history.undo', {})).toMatchObject({ deed: 'carry-over' });
  expect(await call('history.undo', {})).toMatchObject({ deed: 'carry-over' });
  expect(await call('highlights.list', {})).toEqual(before);
  expect(await call('notes.get', { id: note.id })).toMatchObject({ attachedTo: [{ kind: 'source', id: from }] });
  expect(await call('notebook.check', {})).toMatchObject({ ok: true });
});

test('a source is no version of itself, and one in the trash takes nothing over', async () => {
  const app = await startApp();
  const { call, refused } = app;
  const { from, to, marks } = await twoVersions(app);
  expect(await refused('sources.carryOver', { from, to: from })).toMatchObject({ code: 'not-allowed' });
  const place = { highlightId: marks.fox.id, to, start: 0, end: 9_999 };
  expect(await refused('sources.carryOne', place)).toMatchObject({ code: 'outside-the-text' });
  await call('sources.remove', { id: to });
  expect(await refused('sources.carryOver', { from, to })).toMatchObject({ code: 'not-found' });
  expect(await call('highlights.list', { sourceId: from })).toHaveLength(3);
});

test('a link that is there already stays, and does not come twice', async () => {
  const app = await startApp();
  const { call } = app;
  const { from, to, entity } = await twoVersions(app);
  const { text } = await call('sources.text', { id: to });
  const there = await call('mentions.create', { sourceId: to, entityId: entity.id, ...find(text, 'keeper') });
  await call('sources.carryOver', { from, to });
  expect(await call('mentions.list', { entityId: entity.id })).toMatchObject([{ id: there.id }]);
  await call('history.undo', {});
  expect(await call('mentions.list', { entityId: entity.id })).toHaveLength(2);
});
