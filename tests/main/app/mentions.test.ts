import { expect, test } from 'vitest';
import type { Progress } from '../../../main/contract/index.ts';
import { cut, startApp } from './desk.ts';

const LINES = 2000;

test('mentions of all, of a type and in a source are found, and judged in one step that can be undone', async () => {
  const { call, importText, refused } = await startApp();
  const first = await importText('Koba went to Gori. Koba came back.', 'one.txt');
  const second = await importText('Nobody but Koba knew Gori.', 'two.txt');
  const koba = await call('entities.create', { type: 'person', name: 'Koba' });
  const gori = await call('entities.create', { type: 'place', name: 'Gori' });

  const all = await call('mentions.find', {});
  expect(all.map(({ sourceId, entityId, start }) => [sourceId, entityId, start])).toEqual([
    [first.id, koba.id, 0],
    [first.id, gori.id, 13],
    [first.id, koba.id, 19],
    [second.id, koba.id, 11],
    [second.id, gori.id, 21],
  ]);
  expect(await call('mentions.find', { type: 'place' })).toEqual(all.filter((each) => each.entityId === gori.id));
  expect(await call('mentions.find', { sourceId: second.id })).toEqual(all.slice(3));
  expect(await call('mentions.find', { limit: 2 })).toEqual(all.slice(0, 2));

  const passages = all.map(({ sourceId, start, end, entityId }) => ({ sourceId, start, end, entityId }));
  expect(await call('mentions.accept', { passages: passages.slice(0, 3) })).toHaveLength(3);
  expect(await call('mentions.reject', { passages: passages.slice(3) })).toEqual({ rejected: 2 });
  expect(await call('mentions.find', {})).toEqual([]);
  expect((await call('history.list', { limit: 2 })).map(({ deed, subject }) => [deed, subject])).toEqual([
    ['reject-mentions', ''],
    ['accept-mentions', ''],
  ]);
  await call('history.undo', {});
  await call('history.undo', {});
  expect(await call('mentions.find', {})).toEqual(all);

  const nobody = passages.map(({ entityId: _, ...passage }) => passage);
  expect(await refused('mentions.accept', { passages: nobody })).toMatchObject({ code: 'bad-input' });
});

test('names nobody has yet are suggested, ready to become entities', async () => {
  const { call, importText } = await startApp();
  const text =
    '🜚 In the end Ada Berg met Koba, and Koba met Berg. Ada Berg’s letters to Koba went to Gori and back to Gori.';
  const { id } = await importText(text);
  await call('entities.create', { type: 'person', name: 'Koba' });
  const found = await call('entities.suggest', { sourceId: id });
  expect(found.map(({ name, aliases, count, type }) => [name, aliases, count, type])).toEqual([
    ['Ada Berg', ['Berg'], 3, 'person'],
    ['Gori', [], 2, 'place'],
  ]);
  const [ada, gori] = found;
  expect(ada).toMatchObject({ quote: 'Ada Berg', locator: '¶ 1' });
  expect(cut(text, ada?.start ?? 0, ada?.end ?? 0)).toBe('Ada Berg');
  for (const { name, aliases, type } of [ada, gori].flatMap((each) => each ?? [])) {
    await call('entities.create', { name, aliases, type });
  }
  expect(await call('entities.suggest', {})).toEqual([]);
  expect(await call('mentions.find', { sourceId: id })).toHaveLength(3 + 3 + 2);
});

test('a search tells how far it is, lets others in between, and leaves nothing when it is cancelled', async () => {
  const { call, importText, refused } = await startApp();
  await importText(Array.from({ length: LINES }, (_, at) => `Koba ${at}`).join('\n'));
  await call('entities.create', { type: 'person', name: 'Koba' });

  const told: Progress[] = [];
  let others = 0;
  const found = call(
    'mentions.find',
    {},
    {
      onProgress: (progress) => {
        told.push(progress);
        void call('entityTypes.list', {}).then(() => others++);
      },
    },
  );
  expect(await found).toHaveLength(LINES);
  expect(told.at(-1)).toMatchObject({ done: LINES, total: LINES });
  expect(told.length).toBeGreaterThan(5);
  expect(others, 'calls made meanwhile were answered meanwhile').toBeGreaterThan(5);

  const before = await call('history.list', { limit: 10 });
  const cancelling = new AbortController();
  const onProgress = () => cancelling.abort();
  expect(await refused('mentions.find', {}, { signal: cancelling.signal, onProgress })).toMatchObject({
    code: 'cancelled',
  });
  expect(await call('history.list', { limit: 10 })).toEqual(before);
  expect(await call('mentions.list', {})).toEqual([]);
});
