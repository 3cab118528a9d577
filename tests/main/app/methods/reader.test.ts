import { expect, test } from 'vitest';
import { readingPlaceKey } from '../../../../main/contract/index.ts';
import { find, startApp } from '../desk.ts';
import { expectAllCalled } from './called.ts';

const TEXT = 'Ада Лавлейс wrote to Charles Babbage.\n\nBabbage’s engine was never built 🜚 in his life.\n';

test('reader: what it needs for a screen', async () => {
  const { call, importText } = await startApp();
  const { id: sourceId } = await importText(TEXT);
  const { text } = await call('sources.text', { id: sourceId });
  const highlight = await call('highlights.create', { sourceId, ...find(text, 'engine was never built 🜚') });
  const { sourceId: _, sourceTitle, block, quote, locator, ...brief } = highlight;
  const opened = await call('reader.open', { id: sourceId });
  expect(opened).toMatchObject({ lengths: [37, 47], at: 0, from: 1, highlights: [] });
  expect(opened.blocks.map(({ number }) => number)).toEqual([1]);
  await call('settings.set', { key: readingPlaceKey(sourceId), value: 40 });
  expect(await call('reader.open', { id: sourceId })).toMatchObject({ at: 40, from: 2, highlights: [brief] });
  const both = await call('reader.open', { id: sourceId, count: 2, at: 50 });
  expect(both).toMatchObject({ at: 50, from: 1, highlights: [brief] });
  expect(both.blocks.map(({ number }) => number)).toEqual([1, 2]);
  await call('settings.set', { key: readingPlaceKey(sourceId), value: 'somewhere' });
  expect(await call('reader.open', { id: sourceId })).toMatchObject({ at: 0, from: 1 });
  const first = await call('reader.blocks', { sourceId, from: 1, count: 1 });
  expect(first.blocks.map(({ number }) => number)).toEqual([1]);
  expect(first.highlights).toEqual([]);
  const second = await call('reader.blocks', { sourceId, from: 2, count: 500 });
  expect(second.highlights).toEqual([brief]);
  expect(await call('reader.text', { sourceId, from: 1, count: 10_000 })).toEqual({ text: text.slice(0, -1) });
  expect(await call('reader.text', { sourceId, from: 2, count: 1 })).toEqual({ text: second.blocks[0]?.text });
});

test('reader: steps, the map and what is where, for all highlights and for those that pass a filter', async () => {
  const { call, importText, refused } = await startApp();
  const { id: sourceId } = await importText(TEXT);
  const { text } = await call('sources.text', { id: sourceId });
  const first = await call('highlights.create', { sourceId, ...find(text, 'wrote'), tags: ['writing'] });
  const last = await call('highlights.create', {
    sourceId,
    ...find(text, 'engine'),
    colour: 'violet',
    comment: 'Which?',
  });
  const caret = { sourceId, start: 0, end: 0, id: '' };
  const commented = { tagIds: [], entityIds: [], colours: [], authors: [''], commented: true };
  expect(await call('reader.step', { ...caret, forward: true })).toEqual({ highlight: first });
  expect(await call('reader.step', { ...caret, forward: true, filter: commented })).toEqual({ highlight: last });
  expect(await call('reader.step', { ...caret, forward: false })).toEqual({ highlight: null });
  const { start, end, id } = last;
  expect(await call('reader.step', { sourceId, start, end, id, forward: false })).toEqual({ highlight: first });

  const { stretches } = await call('reader.overview', { id: sourceId, stretches: 2, filter: commented });
  expect(stretches).toEqual([
    { start: 0, end: 43, all: [1, 0, 0, 0, 0], passing: [0, 0, 0, 0, 0] },
    { start: 43, end: 86, all: [0, 0, 0, 0, 1], passing: [0, 0, 0, 0, 1] },
  ]);
  const tally = await call('reader.tally', { sourceId, start: 0, end: 43 });
  expect(tally).toEqual({ highlights: 1, tags: [{ id: first.tagIds[0], name: 'writing', highlights: 1 }] });

  await call('sources.remove', { id: sourceId });
  for (const [method, input] of [
    ['reader.step', { ...caret, forward: true }],
    ['reader.overview', { id: sourceId, stretches: 2 }],
    ['reader.tally', { sourceId, start: 0, end: 43 }],
  ] as const) {
    expect(await refused(method, input)).toMatchObject({ code: 'not-found' });
  }
});

test('reader: from the call of a note to the note, and from any paragraph of it back to its first call', async () => {
  const { call, importFile } = await startApp();
  const rtf = String.raw`{\rtf1 One.{\footnote The first.\par Goes on.} Two.{\footnote\ftnalt The second.}\par Three.\par}`;
  const { source } = await importFile('notes.rtf', Buffer.from(rtf));
  const sourceId = source?.id ?? '';
  const { text } = await call('sources.text', { id: sourceId });
  const across = async (words: string, beyond = 0) => {
    const { passage } = await call('reader.acrossNote', { sourceId, offset: text.indexOf(words) + beyond });
    return passage && text.slice(passage.start, passage.end);
  };
  expect(text).toBe('One.[1] Two.[2]\n[1] The first.\nGoes on.\nThree.\n[2] The second.\n');
  expect(await across('[1]')).toBe('[1] The first.');
  // A caret behind the call is at it as well.
  expect(await across('[2]', 3)).toBe('[2] The second.');
  expect(await across('The first')).toBe('[1]');
  expect(await across('Goes on')).toBe('[1]');
  expect(await across('second')).toBe('[2]');
  expect(await across('One')).toBeNull();
  const side = await importFile(
    'side.html',
    Buffer.from(
      '<p>Ab<a href="#x">1</a><a href="#y">2</a></p><aside role="doc-footnote" id="x">First</aside><aside role="doc-footnote" id="y">Second</aside>',
    ),
  );
  const starts = [];
  for (const offset of [2, 3, 4]) {
    const { passage } = await call('reader.acrossNote', { sourceId: side.source?.id ?? '', offset });
    starts.push(passage?.start);
  }
  // The place between two calls is at the one that begins there.
  expect(starts).toEqual([5, 11, 11]);
  expect(await across('Three')).toBeNull();
});

test('reader: blocks come with what the original marks in them, and with nothing of their neighbours', async () => {
  const { call, importFile } = await startApp();
  const html =
    '<p>🜚 <em>One</em></p><p>Two, <a href="https://lectern.test/">and <b>more</b></a></p><p><i lang="ka">სამი</i></p>';
  const { source } = await importFile('marks.html', Buffer.from(html));
  const sourceId = source?.id ?? '';
  const marks = async (from: number, count: number) => {
    const { textMarks } = await call('reader.blocks', { sourceId, from, count });
    return textMarks.map(({ kind, start, end, value }) => [kind, start, end, value]);
  };
  expect(await marks(1, 1)).toEqual([['em', 2, 5, '']]);
  const second = [
    ['link', 11, 19, 'https://lectern.test/'],
    ['strong', 15, 19, ''],
  ];
  expect(await marks(2, 1)).toEqual(second);
  expect(await marks(2, 9)).toEqual([...second, ['em', 20, 24, ''], ['language', 20, 24, 'ka']]);
  const opened = await call('reader.open', { id: sourceId, count: 1 });
  expect(opened.textMarks).toHaveLength(1);
});

expectAllCalled('reader');
