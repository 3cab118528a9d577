import { join } from 'node:path';
import { expect, test } from 'vitest';
import { METHODS } from '../../../main/contract/methods.ts';
import { startApp } from './desk.ts';

test.each([
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  '',
  'sources',
  'sources.',
  'Sources.list',
  'sources.list ',
  'sources.list\0',
])('there is no method %j', async (method) => {
  const { refused } = await startApp();
  expect(await refused(method, {})).toMatchObject({ code: 'unknown-method' });
});

const NOTHING_LIKE_IT: readonly unknown[] = [
  undefined,
  null,
  0,
  'text',
  true,
  [],
  [{}],
  Number.NaN,
  new Date(0),
  { unknown: 1 },
  JSON.parse('{"__proto__": {"id": "x"}}'),
  { id: { toString: 'x' } },
  { id: '' },
  { id: 'x'.repeat(100) },
];

test('no method takes what is nothing like its input, and nothing is changed or logged', async () => {
  const { refused, call, logged, events } = await startApp();
  const before = events.length;
  for (const [method, { input: schema }] of Object.entries(METHODS)) {
    for (const input of NOTHING_LIKE_IT) {
      if (schema.safeParse(input).success) continue;
      const failure = await refused(method, input);
      expect(failure).toMatchObject({ code: 'bad-input', details: { method } });
      expect(failure.message).toMatch(/^[^\n]{1,300}\.$/);
    }
  }
  expect(logged).toEqual([]);
  expect(events).toHaveLength(before);
  expect(await call('history.list', {})).toEqual([]);
});

test.each([
  ['tags.create', { name: 5 }, 'name', '“name” is not right: expected string, received number.'],
  ['tags.create', { name: ' ' }, 'name', undefined],
  ['tags.create', { name: 'a', parent: 3 }, 'parent', undefined],
  ['tags.create', { name: 'a', nickname: 'b' }, 'nickname', undefined],
  ['tags.create', { name: 'a', colour: 'pink' }, 'colour', undefined],
  ['highlights.create', { sourceId: 'x', start: -1, end: 2 }, 'start', undefined],
  ['highlights.create', { sourceId: 'x', start: 1.5, end: 2 }, 'start', undefined],
  ['highlights.create', { sourceId: 'x', start: 0, end: 1, tags: ['ok', 7] }, 'tags.1', undefined],
  ['search.query', { query: 'a', limit: 0 }, 'limit', undefined],
  ['sources.import', { files: [] }, 'files', undefined],
  ['sources.import', { files: [{ upload: 'x' }] }, 'files.0.name', undefined],
  ['exports.create', { kind: 'outline', id: 'x', format: 'wav' }, 'format', undefined],
])('%s %j names the field %s', async (method, input, field, message) => {
  const { refused } = await startApp();
  const failure = await refused(method, input);
  expect(failure).toMatchObject({ code: 'bad-input', details: { field } });
  expect(failure.message).toContain(`“${field}”`);
  if (message !== undefined) expect(failure.message).toBe(message);
});

test.each([
  ['sources.get', { id: 'none' }],
  ['sources.text', { id: 'none' }],
  ['reader.open', { id: 'none' }],
  ['reader.blocks', { sourceId: 'none', from: 1, count: 1 }],
  ['reader.text', { sourceId: 'none', from: 1, count: 1 }],
  ['highlights.get', { id: 'none' }],
  ['highlights.create', { sourceId: 'none', start: 0, end: 1 }],
  ['highlights.update', { id: 'none', colour: 'red' }],
  ['highlights.split', { id: 'none', at: 1 }],
  ['highlights.join', { id: 'none', otherId: 'none' }],
  ['tags.move', { id: 'none', parentId: null }],
  ['tags.merge', { id: 'none', intoId: 'none' }],
  ['tags.create', { name: 'a', parent: 'none' }],
  ['entities.merge', { id: 'none', intoId: 'none' }],
  ['entities.together', { id: 'none' }],
  ['mentions.find', { entityId: 'none' }],
  ['mentions.remove', { id: 'none' }],
  ['relations.create', { fromId: 'none', toId: 'none', type: 't' }],
  ['notes.update', { id: 'none', title: 't' }],
  ['outlines.add', { outlineId: 'none', kind: 'heading', text: 'h' }],
  ['outlines.move', { id: 'none', parentId: null }],
  ['trash.restore', { noun: 'setting', id: 'none' }],
  ['exports.create', { kind: 'note', id: 'none', format: 'html' }],
])('%s says what is not there, in one sentence', async (method, input) => {
  const { refused, logged } = await startApp();
  const failure = await refused(method, input);
  expect(failure.code).toBe('not-found');
  expect(failure.message).toContain('none');
  expect(logged).toEqual([]);
});

test('a passage outside the text is refused with the limits', async () => {
  const { refused, importText } = await startApp();
  const { id: sourceId, length } = await importText('One 🜚 two.\nThree.');
  expect(length).toBe(18);
  for (const [start, end] of [
    [0, 19],
    [18, 19],
    [5, 5],
    [6, 5],
    [1e9, 2e9],
  ]) {
    const failure = await refused('highlights.create', { sourceId, start, end });
    expect(failure).toMatchObject({ code: 'outside-the-text', details: { start, end, length: 18 } });
    expect(failure.message).toContain('18');
  }
});

test('a tag that is not there is no parent, also for one that is moved', async () => {
  const { call, refused } = await startApp();
  const { id } = await call('tags.create', { name: 'season' });
  const gone = await call('tags.create', { name: 'gone' });
  await call('tags.remove', { id: gone.id });
  for (const parentId of ['none', gone.id]) {
    expect(await refused('tags.move', { id, parentId })).toMatchObject({ code: 'not-found' });
  }
});

test('a notebook cannot have a name that is too long for a file', async () => {
  const { call, refused, folder } = await startApp();
  const path = join(folder, `${'ø'.repeat(120)}.lectern`);
  const damaged = join(folder, 'damaged.lectern');
  await call('notebook.create', { path: damaged });
  await call('notebook.close', {});
  expect(await refused('notebook.create', { path })).toMatchObject({ code: 'name-too-long' });
  expect(await refused('recovery.salvage', { path: damaged, target: path })).toMatchObject({ code: 'name-too-long' });
  const longest = join(folder, `${'ø'.repeat(113)}.lectern`);
  await call('notebook.create', { path: longest });
  await call('tags.create', { name: 'kept' });
});

test('half a character in a name is the sign for what cannot be read, and taken when that is', async () => {
  const app = await startApp();
  expect(await app.call('entityTypes.create', { name: 'a \ud800' })).toMatchObject({ name: 'a \ufffd' });
  expect(await app.refused('entityTypes.create', { name: 'a \udfff' })).toMatchObject({ code: 'name-taken' });
  expect(await app.call('tags.create', { name: '\udfff' })).toMatchObject({ name: '\ufffd' });
  expect(await app.refused('tags.create', { name: '\ud800' })).toMatchObject({ code: 'name-taken' });
  expect(app.logged).toEqual([]);
});
