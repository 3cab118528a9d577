import { expect, test } from 'vitest';
import { book } from '../interchange/documents/book.ts';
import { letterOdt } from '../interchange/documents/letter-odt.ts';
import { column, pdf } from '../interchange/documents/pdf.ts';
import { startApp } from './desk.ts';

test('a book comes in with its facts, labels and marks, and leaves none of them when it is cancelled', async () => {
  const { call, importFile } = await startApp();
  const abort = new AbortController();
  const stopped = importFile('lamp.epub', book(3), {
    signal: abort.signal,
    onProgress: ({ done }) => done > 10 && abort.abort(),
  });
  await expect(stopped).resolves.toMatchObject({ outcome: 'cancelled' });
  expect((await call('notebook.check', {})).defects).toEqual([]);

  const { source, remarks } = await importFile('lamp.epub', book(3));
  const id = source?.id ?? '';
  expect(source).toMatchObject({
    title: 'The Lamp at Skagen',
    authors: ['Ingrid Bø', 'Yusuf Amin'],
    publisher: 'Fyr & Co.',
    identifiers: [
      { kind: 'isbn', value: '9788200000013' },
      { kind: 'doi', value: '10.1000/182' },
    ],
    citation: { type: 'book', editors: ['Ada Berg'] },
    mediaType: 'application/epub+zip',
  });
  expect(remarks.map(({ code }) => code)).toEqual(['hidden-left-out', 'images-left-out', 'parts-missing']);

  const { text, blocks } = await call('sources.text', { id });
  const marks = await call('sources.marks', { id });
  const marked = marks.map(({ kind, start, end, value }) => [kind, [...text].slice(start, end).join(''), value]);
  expect(marked).toContainEqual(['em', 'lamp', '']);
  expect(marked).toContainEqual(['language', 'fyrvokteren', 'nb']);
  const call2 = marked.find(([kind, words]) => kind === 'note-call' && words === '*');
  expect(blocks[Number(call2?.[2]) - 1]).toMatchObject({ kind: 'footnote', text: 'So the pilots said.' });
  const highlight = await call('highlights.create', {
    sourceId: id,
    start: text.indexOf('Count it'),
    end: text.indexOf('Count it') + 8,
  });
  expect(highlight.locator).toBe('p. 41, ¶ 11');
  expect((await call('notebook.check', {})).defects).toEqual([]);
});

test('what colours meant is said as tags, for all documents at once and as one step', async () => {
  const { call, importFile } = await startApp();
  const { source } = await importFile('letter.odt', letterOdt());
  const sourceIds = [source?.id ?? ''];
  expect(await call('highlights.colours', { sourceIds })).toEqual([
    { colour: 'yellow', count: 2 },
    { colour: 'green', count: 1 },
  ]);
  const [first] = await call('highlights.list', {});
  await call('highlights.update', { id: first?.id ?? '', tags: ['kept'] });
  const tags = [
    { colour: 'yellow', tag: 'asked' },
    { colour: 'green', tag: 'the lamp' },
  ] as const;
  expect(await call('highlights.tagByColour', { sourceIds, tags: [...tags] })).toEqual({ tagged: 3 });
  const tagged = async () =>
    (await call('highlights.list', {})).map(({ colour, tags: names }) => [colour, names.toSorted()]);
  expect(await tagged()).toEqual([
    ['green', ['kept', 'the lamp']],
    ['yellow', ['asked']],
    ['yellow', ['asked']],
  ]);
  expect(await call('history.undo', {})).toMatchObject({ deed: 'tag-passage', subject: 'asked, the lamp' });
  expect(await tagged()).toEqual([
    ['green', ['kept']],
    ['yellow', []],
    ['yellow', []],
  ]);
});

test('a word divided at the end of a line is found whole, and stands as the page has it', async () => {
  const { call, importFile } = await startApp();
  const page = ['They wrote that the office had con-', 'gratulated the keeper on his wick.'];
  const { source } = await importFile('fox.pdf', pdf([column(60, 700, page)]));
  const { text } = await call('sources.text', { id: source?.id ?? '' });
  expect(text).toContain('con\u00ADgratulated');
  for (const query of ['congratulated', '"had congratulated"', 'congrat']) {
    expect((await call('search.query', { query })).totals.block, query).toBe(1);
  }
  const { occurrences } = await call('highlights.occurrences', { words: 'congratulated' });
  expect(occurrences).toHaveLength(1);
});

test('a file with pictures of pages is kept as a source without text', async () => {
  const { call, importFile } = await startApp();
  const { source, remarks } = await importFile('scan.pdf', pdf([[], []]));
  expect(source).toMatchObject({ title: 'scan', blocks: 0, words: 0, length: 0 });
  expect(remarks).toEqual([{ code: 'no-text-layer' }]);
  const id = source?.id ?? '';
  expect(await call('sources.text', { id })).toEqual({ text: '', blocks: [] });
  expect(await call('reader.open', { id })).toMatchObject({ lengths: [], blocks: [] });
  expect(await call('exports.create', { kind: 'source', id, format: 'html' })).toMatchObject({ fileName: 'scan.html' });
  expect((await call('notebook.check', {})).defects).toEqual([]);
  expect(await importFile('scan.pdf', pdf([[], []]))).toMatchObject({ outcome: 'duplicate' });
});

test('publisher and identifiers are corrected like every fact', async () => {
  const { call, importText } = await startApp();
  const { id } = await importText('words');
  const changed = await call('sources.update', {
    id,
    publisher: 'Fyr',
    identifiers: [{ kind: 'doi', value: '10.1/2' }],
  });
  expect(changed).toMatchObject({ publisher: 'Fyr', identifiers: [{ kind: 'doi', value: '10.1/2' }], date: '' });
  await call('history.undo', {});
  expect(await call('sources.get', { id })).toMatchObject({ publisher: '', identifiers: [] });
});

test('highlights and comments of a document come with it, and go and return with it', async () => {
  const { call, importFile } = await startApp();
  const { source, remarks } = await importFile('letter.odt', letterOdt());
  const sourceId = source?.id ?? '';
  expect(remarks.find(({ code }) => code === 'comments-taken')).toMatchObject({ count: 2 });
  const highlights = await call('highlights.list', { sourceId });
  expect(highlights.map(({ quote, comment, author, colour }) => [quote, comment, author, colour])).toEqual([
    ['the lamp was out', '', '', 'green'],
    ['Said presten to us.[2]', 'A point.', 'Ola', 'yellow'],
    ['Said presten', 'Is it so?\nAsk.', 'Kari', 'yellow'],
  ]);
  expect((await call('search.query', { query: '"lamp was"' })).hits.some(({ kind }) => kind === 'highlight')).toBe(
    true,
  );
  expect((await call('notebook.check', {})).defects).toEqual([]);
  await call('history.undo', {});
  expect(await call('highlights.list', {})).toEqual([]);
  await call('history.redo', {});
  expect(await call('highlights.list', { sourceId })).toHaveLength(3);
  expect((await call('notebook.check', {})).defects).toEqual([]);
});
