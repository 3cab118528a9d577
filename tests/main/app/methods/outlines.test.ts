import { expect, test } from 'vitest';
import { startApp } from '../desk.ts';
import { expectAllCalled } from './called.ts';

const TEXT = 'Ада Лавлейс wrote to Charles Babbage.\n\nBabbage’s engine was never built 🜚 in his life.\n';

test('outlines: every kind of item, moved and taken out', async () => {
  const { call, importText, refused } = await startApp();
  const source = await importText(TEXT);
  const highlight = await call('highlights.create', { sourceId: source.id, start: 0, end: 11, tags: ['t'] });
  const note = await call('notes.create', { title: 'N', markdown: 'Four words in it.' });
  const entity = await call('entities.create', { type: 'person', name: 'Ada' });
  const { id: outlineId } = await call('outlines.create', { title: 'Plan' });
  const add = (kind: 'heading' | 'text' | 'quotation' | 'note' | 'entity', more: object) =>
    call('outlines.add', { outlineId, kind, ...more });
  const heading = await add('heading', { text: 'First' });
  const quotation = await add('quotation', { refId: highlight.id, parentId: heading.id });
  await add('note', { refId: note.id });
  await add('entity', { refId: entity.id, position: 0 });
  const text = await add('text', { text: 'In between', parentId: heading.id, position: 0 });
  expect(quotation).toMatchObject({
    text: 'Ада Лавлейс',
    locator: '¶ 1',
    tags: ['t'],
    resolved: true,
    sourceId: source.id,
  });
  expect(await refused('outlines.add', { outlineId, kind: 'quotation' })).toMatchObject({ code: 'bad-input' });
  const outline = await call('outlines.get', { id: outlineId });
  expect(outline.tree.map(({ text, position }) => [text, position])).toEqual([
    ['Ada', 0],
    ['First', 1],
    ['In between', 0],
    ['Ада Лавлейс', 1],
    ['N', 2],
  ]);
  expect(outline).toMatchObject({ items: 5, quotations: 1, words: 10 });
  expect(await refused('outlines.move', { id: heading.id, parentId: text.id })).toMatchObject({
    code: 'would-make-a-cycle',
  });
  const moved = await call('outlines.move', { id: quotation.id, parentId: null, position: 0 });
  expect(moved.tree[0]).toMatchObject({ id: quotation.id, position: 0, parentId: null });
  expect(await call('outlines.updateItem', { id: text.id, text: 'Now three words' })).toMatchObject({ words: 3 });
  expect(await refused('outlines.updateItem', { id: quotation.id, text: 'x' })).toMatchObject({ code: 'not-allowed' });
  expect(await refused('outlines.updateItem', { id: text.id, status: 'done' })).toMatchObject({ code: 'not-allowed' });
  for (const bad of [{ gist: 'two\nlines' }, { target: 0 }, { status: 'later' }]) {
    expect(await refused('outlines.updateItem', { id: heading.id, ...bad })).toMatchObject({ code: 'bad-input' });
  }
  const plan = { gist: 'What comes first', status: 'draft', target: 1200 } as const;
  expect(await call('outlines.updateItem', { id: heading.id, ...plan })).toMatchObject({ ...plan, text: 'First' });
  expect(await call('outlines.updateItem', { id: quotation.id, gist: 'A name' })).toMatchObject({ gist: 'A name' });
  const { hits } = await call('search.query', { query: 'comes first', kinds: ['outline'] });
  expect(hits).toMatchObject([{ id: outlineId, snippet: 'First – What comes first' }]);
  await call('history.undo', {});
  await call('history.undo', {});
  expect((await call('outlines.get', { id: outlineId })).tree.filter(({ gist, target }) => gist || target)).toEqual([]);

  await call('highlights.remove', { id: highlight.id });
  expect((await call('outlines.get', { id: outlineId })).tree[0]).toMatchObject({
    resolved: false,
    text: 'Ада Лавлейс',
  });
  const left = await call('outlines.removeItem', { id: heading.id });
  expect(left.tree.map(({ text }) => text)).toEqual(['Ада Лавлейс', 'Ada', 'N']);
  await call('outlines.update', { id: outlineId, title: 'New plan' });
  expect(await call('outlines.list', {})).toMatchObject([{ title: 'New plan', items: 3 }]);
  await call('outlines.remove', { id: outlineId });
  expect(await call('outlines.list', {})).toEqual([]);
});

test('outlines: made of OPML and of Markdown, as one deed', async () => {
  const { call } = await startApp();
  const { outline, remarks } = await call('outlines.import', {
    text: '<opml><head><title>Plan</title></head><body><outline text="A" _note="Gist"><outline text="B"/><outline text="C"/></outline><outline text="D" complete="true"/><outline type="include" url="x"/></body></opml>',
    title: 'Untitled',
  });
  expect(outline).toMatchObject({ title: 'Plan', items: 4, words: 4 });
  expect(remarks).toEqual([{ code: 'includes', count: 1 }]);
  const { tree } = await call('outlines.get', { id: outline.id });
  expect(tree.map(({ kind, text, position, gist, status }) => [kind, text, position, gist, status])).toEqual([
    ['heading', 'A', 0, 'Gist', null],
    ['text', 'B', 0, '', null],
    ['text', 'C', 1, '', null],
    ['heading', 'D', 1, '', 'done'],
  ]);
  expect(tree[1]?.parentId).toBe(tree[0]?.id);
  expect(await call('history.undo', {})).toMatchObject({ deed: 'import-outline', subject: 'Plan' });
  expect(await call('outlines.list', {})).toEqual([]);
  expect(await call('outlines.import', { text: '- a\n  - b', title: 'Untitled' })).toMatchObject({
    outline: { title: 'Untitled', items: 2 },
  });
});

test('exports and citations', async () => {
  const { call, importText, downloads } = await startApp();
  const source = await importText(TEXT, 'a/b: “c”?.txt');
  const made = await call('exports.create', { kind: 'source', id: source.id, format: 'markdown' });
  expect(made.fileName).toBe('b “c”.md');
  expect(downloads.get(made.download)).toHaveLength(made.size);
  const citation = await call('exports.citation', { sourceId: source.id, start: 0, end: 3, language: 'nb' });
  expect(citation.text).toBe('«Ада»\nb: “c”?, ¶ 1');
});

test('exports: a text of the window’s own making', async () => {
  const { call, downloads } = await startApp();
  const { download } = await call('exports.text', { title: 'Report', text: 'None.\n' });
  expect(new TextDecoder().decode(downloads.get(download))).toBe('None.\n');
});

expectAllCalled('outlines');
