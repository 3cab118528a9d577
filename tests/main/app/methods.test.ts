import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type MethodName, newId, readingPlaceKey, USUAL_LIMITS } from '../../../main/contract/index.ts';
import { METHODS } from '../../../main/contract/methods.ts';
import { zip } from '../interchange/documents/zip.ts';
import { called, find, paragraph, startApp } from './desk.ts';

const TEXT = 'Ада Лавлейс wrote to Charles Babbage.\n\nBabbage’s engine was never built 🜚 in his life.\n';

test('sources: list, text, metadata, trash', async () => {
  const { call, importText, refused } = await startApp();
  const source = await importText(TEXT, 'letters.txt');
  expect(source).toMatchObject({ title: 'letters', blocks: 2, words: 14, mediaType: 'text/plain', highlights: 0 });
  const { text, blocks } = await call('sources.text', { id: source.id });
  expect(text).toBe('Ада Лавлейс wrote to Charles Babbage.\nBabbage’s engine was never built 🜚 in his life.\n');
  expect([...text]).toHaveLength(source.length);
  expect(blocks.map(({ number, start }) => [number, start])).toEqual([
    [1, 0],
    [2, 38],
  ]);
  expect(await call('sources.marks', { id: source.id })).toEqual([]);
  const changed = await call('sources.update', { id: source.id, title: 'Letters', authors: ['A. L.'], date: '1843' });
  expect(changed).toMatchObject({ title: 'Letters', authors: ['A. L.'], date: '1843', url: '' });
  expect((await call('sources.readCitations', { text: '@book{a, title={T}}' })).entries).toHaveLength(1);
  expect(await call('sources.encodings', { id: source.id, encoding: 'utf-8' })).toMatchObject({ encoding: 'utf-8' });
  expect(await call('sources.saveOriginal', { id: source.id })).toMatchObject({ fileName: 'letters.txt' });
  expect((await call('sources.originalText', { id: source.id })).text).toBe(TEXT);
  expect(await refused('sources.readAnew', { id: source.id, encoding: 'none' })).toMatchObject({
    code: 'unknown-encoding',
  });
  expect(await call('sources.list', {})).toEqual([changed]);
  expect(await call('sources.get', { id: source.id })).toEqual(changed);
  const pasted = await call('sources.create', { title: 'Pasted v1.2', text: '<html>as it stands</html>' });
  expect(pasted.title).toBe('Pasted v1.2');
  expect((await call('sources.text', { id: pasted.id })).text).toBe('<html>as it stands</html>\n');
  const html = '<h2>Letters</h2><ul><li>one <b>bold</b><script>alert(1)</script></ul>';
  const formed = await call('sources.create', { title: 'Formed', text: 'Letters one bold', html });
  expect(formed).toMatchObject({ title: 'Formed', mediaType: 'text/html', fileName: '' });
  const read = await call('sources.text', { id: formed.id });
  expect(read.blocks.map(({ kind, text: words }) => [kind, words])).toEqual([
    ['heading', 'Letters'],
    ['list-item', 'one bold'],
  ]);
  await call('sources.remove', { id: formed.id });
  expect(await refused('sources.create', { title: 'T', text: 'x', html: '<img>' })).toMatchObject({
    code: 'empty-file',
  });

  await call('sources.remove', { id: source.id });
  expect((await call('sources.list', {})).map(({ id }) => id)).toEqual([pasted.id]);
  expect(await refused('sources.get', { id: source.id })).toMatchObject({ code: 'not-found' });
  const [trashed] = await call('trash.list', {});
  expect(trashed).toMatchObject({ noun: 'source', id: source.id, title: 'Letters' });
  await call('trash.restore', { noun: 'source', id: source.id });
  expect(await call('trash.list', {})).toMatchObject([{ title: 'Formed' }]);
  expect(await call('sources.get', { id: source.id })).toEqual(changed);
});

test('imports: what became of their files, and a report saved as a text', async () => {
  const { call, importFile, downloads } = await startApp();
  await importFile('empty.txt', '');
  const [run] = await call('imports.list', {});
  expect(run).toMatchObject({ imported: 0, failed: 1 });
  const { id = '' } = run ?? {};
  await call('imports.keep', { run: id, files: [{ fileName: 'huge.txt', outcome: 'cancelled' }] });
  expect((await call('imports.get', { id })).files).toMatchObject([{ outcome: 'failed' }, { outcome: 'cancelled' }]);
  const { download } = await call('exports.text', { title: 'Report', text: 'None.\n' });
  expect(new TextDecoder().decode(downloads.get(download))).toBe('None.\n');
});

test('highlights: tags by colour', async () => {
  const { call, importText } = await startApp();
  const { id } = await importText('One.');
  await call('highlights.create', { sourceId: id, start: 0, end: 3 });
  expect(await call('highlights.colours', { sourceIds: [id] })).toEqual([{ colour: 'yellow', count: 1 }]);
  const tags = [{ colour: 'yellow' as const, tag: 'T' }];
  expect(await call('highlights.tagByColour', { sourceIds: [id], tags })).toEqual({ tagged: 1 });
});

test('imports: an archive becomes uploads, which are imported or thrown away', async () => {
  const { call, refused, upload } = await startApp();
  const entries = ['one.txt', 'two.txt', '../three.txt'].map((name) => ({ name, bytes: Buffer.from(name) }));
  const archive = () => ({ upload: upload('papers.zip', zip(entries)), name: 'papers.zip' });
  const [one, two, three] = (await call('imports.unpack', archive())).files;
  expect(three).toMatchObject({ path: 'papers.zip/../three.txt', failure: { code: 'not-allowed' } });
  if (!one || !two || !('upload' in one) || !('upload' in two)) throw new Error('they were not unpacked');
  const { files } = await call('sources.import', { files: [{ upload: one.upload, name: one.path }] });
  expect(files).toMatchObject([{ fileName: 'papers.zip/one.txt', source: { fileName: 'one.txt', title: 'one' } }]);
  const page = `<nav>Menu</nav><article>${'<p>The keeper counted the ships, and wrote their names into the book.</p>'.repeat(12)}</article>`;
  const preview = await call('imports.previewPage', { upload: upload('a.html', page), name: 'a.html' });
  expect(preview.whole.words).toBe((preview.article?.words ?? 0) + 1);
  expect(preview.whole.blocks[0]).toEqual({ kind: 'paragraph', level: 0, text: 'Menu' });
  const bare = await call('imports.previewPage', { upload: upload('b.html', '<p>One.</p>'), name: 'b.html' });
  expect(bare).toMatchObject({ whole: { words: 1 } });
  expect(await call('imports.discard', { uploads: [one.upload, two.upload] })).toEqual({ discarded: 2 });
  const again = await call('imports.unpack', { ...archive(), only: ['papers.zip/two.txt'] });
  expect(again.files).toMatchObject([{ path: 'papers.zip/two.txt' }]);
  const none = { upload: upload('none.zip', zip([])), name: 'none.zip' };
  expect(await refused('imports.unpack', none)).toMatchObject({ code: 'empty-file' });
});

test('sources: what is marked in one comes over to another', async () => {
  const { call, importText } = await startApp();
  const [from, to] = [await importText(TEXT, 'one.txt'), await importText(`A preface.\n${TEXT}`, 'two.txt')];
  const { text } = await call('sources.text', { id: from.id });
  const { id } = await call('highlights.create', { sourceId: from.id, ...find(text, 'never built 🜚') });
  const over = await call('sources.carryOver', { from: from.id, to: to.id });
  expect(over).toMatchObject({ carried: 1, moved: 0, mentions: 0, left: [] });
  const place = find((await call('sources.text', { id: to.id })).text, 'in his life');
  const placed = await call('sources.carryOne', { highlightId: id, to: to.id, ...place });
  expect(placed).toMatchObject({ sourceId: to.id, quote: 'in his life' });
});

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
  expect(await call('highlights.authors', {})).toEqual(['']);

  await call('sources.remove', { id: sourceId });
  for (const [method, input] of [
    ['reader.step', { ...caret, forward: true }],
    ['reader.overview', { id: sourceId, stretches: 2 }],
    ['reader.tally', { sourceId, start: 0, end: 43 }],
  ] as const) {
    expect(await refused(method, input)).toMatchObject({ code: 'not-found' });
  }
});

test('highlights: under an id of the caller’s making, once however often it is asked for', async () => {
  const { call, importText, refused } = await startApp();
  const { id: sourceId } = await importText(TEXT);
  const id = newId(Date.now(), randomBytes);
  const made = await call('highlights.create', { id, sourceId, start: 0, end: 11 });
  expect(made.id).toBe(id);
  expect(await call('highlights.create', { id, sourceId, start: 0, end: 11 })).toEqual(made);
  expect(await call('highlights.list', {})).toEqual([made]);
  expect(await call('history.list', {})).toHaveLength(2);
  expect(await refused('highlights.create', { id, sourceId, start: 0, end: 12 })).toMatchObject({ code: 'conflict' });
  await call('highlights.remove', { id });
  expect(await refused('highlights.create', { id, sourceId, start: 0, end: 11 })).toMatchObject({ code: 'conflict' });
  const odd = { id: 'one', sourceId, start: 0, end: 11 };
  expect(await refused('highlights.create', odd)).toMatchObject({ code: 'bad-input', details: { field: 'id' } });
});

test('highlights: made longer and shorter, with a name of its own in the history', async () => {
  const { call, importText, refused } = await startApp();
  const { id: sourceId, length } = await importText(TEXT);
  const { id } = await call('highlights.create', { sourceId, start: 0, end: 3, tags: ['people'], comment: 'Ada' });
  const longer = await call('highlights.update', { id, start: 0, end: 11 });
  expect(longer).toMatchObject({ quote: 'Ада Лавлейс', tags: ['people'], comment: 'Ada' });
  expect((await call('history.list', {}))[0]).toMatchObject({ deed: 'resize-highlight', subject: 'Ада' });
  expect(await refused('highlights.update', { id, end: length + 1 })).toMatchObject({ code: 'outside-the-text' });
  expect(await refused('highlights.update', { id, start: 11 })).toMatchObject({ code: 'outside-the-text' });
  await call('history.undo', {});
  expect(await call('highlights.get', { id })).toMatchObject({ quote: 'Ада', tags: ['people'], comment: 'Ada' });
});

test('highlights: split and joined, each one named step of the history', async () => {
  const { call, importText, refused } = await startApp();
  const { id: sourceId } = await importText(TEXT);
  const { id } = await call('highlights.create', { sourceId, start: 0, end: 11, tags: ['people'], comment: 'Ada' });
  const secondId = newId(Date.now(), randomBytes);
  const { first, second } = await call('highlights.split', { id, at: 4, secondId });
  expect(first).toMatchObject({ id, quote: 'Ада', tags: ['people'], comment: 'Ada' });
  expect(second).toMatchObject({ id: secondId, quote: 'Лавлейс', tags: ['people'], comment: '' });
  expect((await call('history.list', {}))[0]).toMatchObject({ deed: 'split-highlight', subject: 'Ада Лавлейс' });
  expect(await refused('highlights.split', { id, at: 3 })).toMatchObject({
    code: 'bad-input',
    details: { field: 'at' },
  });
  await call('highlights.update', { id: secondId, tags: ['names'], comment: 'Lovelace' });
  expect(await call('highlights.join', { id: secondId, otherId: id })).toMatchObject({
    id: secondId,
    quote: 'Ада Лавлейс',
    tags: ['people', 'names'],
    comment: 'Ada\n\nLovelace',
  });
  expect(await refused('highlights.join', { id: secondId, otherId: secondId })).toMatchObject({ code: 'not-allowed' });
  expect(await call('highlights.list', {})).toHaveLength(1);
  expect((await call('history.undo', {})).deed).toBe('join-highlights');
  expect((await call('highlights.list', {})).map(({ quote }) => quote)).toEqual(['Ада', 'Лавлейс']);
});

test('highlights: words found everywhere, and marked in one step', async () => {
  const { call, importText, refused } = await startApp();
  const { id: sourceId } = await importText(TEXT, 'letters.txt');
  const other = await importText('No babbage here, or BABBAGE there.', 'other.txt');
  const { total, occurrences } = await call('highlights.occurrences', { words: 'babbage' });
  expect(total).toBe(4);
  expect(occurrences.map(({ quote, sourceTitle, locator }) => `${quote}, ${sourceTitle}, ${locator}`)).toEqual([
    'Babbage, letters, ¶ 1',
    'Babbage, letters, ¶ 2',
    'babbage, other, ¶ 1',
    'BABBAGE, other, ¶ 1',
  ]);
  expect(await call('highlights.occurrences', { words: 'babbage', sourceId, limit: 1 })).toEqual({
    total: 2,
    occurrences: occurrences.slice(0, 1),
  });
  expect((await call('highlights.occurrences', { words: 'babbage', exact: true, wholeWords: true })).total).toBe(1);
  expect(await refused('highlights.occurrences', { words: 'x', sourceId: 'none' })).toMatchObject({
    code: 'not-found',
  });
  const passages = occurrences.slice(1).map(({ sourceId: id, start, end }) => ({ sourceId: id, start, end }));
  const made = await call('highlights.markAll', { passages, colour: 'blue', tags: ['people'] });
  expect(made.map(({ quote, colour, tags }) => [quote, colour, ...tags])).toEqual(
    ['Babbage', 'babbage', 'BABBAGE'].map((quote) => [quote, 'blue', 'people']),
  );
  expect((await call('highlights.occurrences', { words: 'babbage' })).occurrences.map(({ marked }) => marked)).toEqual([
    false,
    true,
    true,
    true,
  ]);
  expect((await call('history.list', {}))[0]).toMatchObject({ deed: 'mark-occurrences', subject: 'Babbage' });
  const outside = { passages: [...passages, { sourceId: other.id, start: 0, end: 999 }] };
  expect(await refused('highlights.markAll', outside)).toMatchObject({ code: 'outside-the-text' });
  await call('history.undo', {});
  expect(await call('highlights.list', {})).toEqual([]);
  expect(await call('tags.list', {})).toEqual([]);
});

test('highlights: make, list by every filter, change, remove', async () => {
  const { call, importText } = await startApp();
  const { id: sourceId } = await importText(TEXT);
  const { text } = await call('sources.text', { id: sourceId });
  const ada = await call('highlights.create', { sourceId, ...find(text, 'Ада Лавлейс'), tags: ['people'] });
  expect(ada).toMatchObject({ quote: 'Ада Лавлейс', locator: '¶ 1', tags: ['people'], sourceTitle: 'text', block: 1 });
  const across = await call('highlights.create', { sourceId, ...find(text, 'Babbage.\nBabbage’s'), colour: 'red' });
  expect(across).toMatchObject({ quote: 'Babbage.\nBabbage’s', locator: '¶ 1–2', colour: 'red', tags: [] });
  const babbage = await call('entities.create', { type: 'person', name: 'Charles Babbage' });
  await call('mentions.create', { sourceId, ...find(text, 'Charles Babbage'), entityId: babbage.id });
  const parent = await call('tags.create', { name: 'everything' });
  const [people] = ada.tagIds;
  await call('tags.move', { id: people ?? '', parentId: parent.id });
  const outline = await call('outlines.create', { title: 'O' });
  await call('outlines.add', { outlineId: outline.id, kind: 'quotation', refId: ada.id });

  const ids = async (filter: object) => (await call('highlights.list', filter)).map(({ id }) => id);
  expect(await ids({})).toEqual([ada.id, across.id]);
  expect(await ids({ sourceId })).toEqual([ada.id, across.id]);
  expect(await ids({ tagId: parent.id })).toEqual([ada.id]);
  expect(await ids({ entityId: babbage.id })).toEqual([across.id]);
  expect(await ids({ unusedIn: outline.id })).toEqual([across.id]);
  expect(await ids({ limit: 1 })).toEqual([ada.id]);
  expect((await call('highlights.get', { id: across.id })).entities).toEqual(['Charles Babbage']);

  const moved = await call('highlights.update', { id: ada.id, end: ada.end - 1, comment: 'Who?', tags: ['a', 'b'] });
  expect(moved).toMatchObject({ quote: 'Ада Лавлей', comment: 'Who?', tags: ['a', 'b'] });
  await call('highlights.remove', { id: ada.id });
  expect(await ids({})).toEqual([across.id]);
});

test('tags: a tree, with what is marked counted once', async () => {
  const { call, importText, refused } = await startApp();
  const { id: sourceId } = await importText(TEXT);
  const people = await call('tags.create', { name: 'people', memo: 'Who speaks' });
  const women = await call('tags.create', { name: 'women', parent: 'people' });
  const men = await call('tags.create', { name: 'men', parent: people.id, colour: 'violet' });
  await call('highlights.create', { sourceId, start: 0, end: 5, tags: ['women', 'people', 'men'] });
  await call('highlights.create', { sourceId, start: 2, end: 9, tags: ['women'] });
  const list = await call('tags.list', {});
  expect(
    list.map(({ name, position, highlights, highlightsBelow }) => [name, position, highlights, highlightsBelow]),
  ).toEqual([
    ['people', 0, 1, 2],
    ['women', 0, 2, 2],
    ['men', 1, 1, 1],
  ]);
  expect(await call('tags.move', { id: men.id, parentId: people.id, position: 0 })).toMatchObject({ position: 0 });
  expect(await refused('tags.move', { id: people.id, parentId: men.id })).toMatchObject({ code: 'would-make-a-cycle' });
  expect(await refused('tags.create', { name: 'men', parent: 'people' })).toMatchObject({ code: 'name-taken' });
  expect(await refused('tags.update', { id: men.id, name: 'women' })).toMatchObject({ code: 'name-taken' });
  expect(await call('tags.update', { id: men.id, name: 'gentlemen', memo: 'm' })).toMatchObject({ name: 'gentlemen' });
  const merged = await call('tags.merge', { id: men.id, intoId: women.id });
  expect(merged).toMatchObject({ name: 'women', highlights: 2, memo: 'm' });
  expect((await call('tags.list', {})).map(({ name }) => name)).toEqual(['people', 'women']);
  await call('tags.remove', { id: people.id });
  expect(await call('tags.list', {})).toMatchObject([{ name: 'women', parentId: null, highlights: 2 }]);
  await call('trash.restore', { noun: 'tag', id: people.id });
  expect(await call('tags.list', {})).toMatchObject([
    { name: 'people', highlights: 1 },
    { name: 'women', parentId: null },
  ]);
});

test('entities, mentions and relations', async () => {
  const { call, importText, refused } = await startApp();
  const { id: sourceId } = await importText(TEXT);
  const { text } = await call('sources.text', { id: sourceId });
  const ada = await call('entities.create', {
    type: 'person',
    name: 'Ada Lovelace',
    aliases: ['Ада Лавлейс', 'Ada Lovelace', 'Countess'],
    identifiers: [{ kind: 'wikidata', value: 'Q7259' }],
  });
  expect(ada).toMatchObject({ aliases: ['Ада Лавлейс', 'Countess'], mentions: 0 });
  const babbage = await call('entities.create', { type: 'person', name: 'Charles Babbage', aliases: ['Babbage'] });
  const engine = await call('entities.create', { type: 'machine', name: 'Engine' });
  expect((await call('entityTypes.list', {})).at(-1)).toMatchObject({ name: 'machine', entities: 1 });
  expect((await call('entities.list', { type: 'person' })).map(({ name }) => name)).toEqual([
    'Ada Lovelace',
    'Charles Babbage',
  ]);
  expect(await call('entities.guessType', { name: 'Henry Babbage' })).toEqual({ type: 'person' });
  expect(await call('entities.guessType', { name: 'x' })).toEqual({ type: null });
  expect((await call('entities.search', { query: 'ада' })).map(({ id }) => id)).toEqual([ada.id]);

  expect(await call('entities.suggest', { sourceId, limit: 1 })).not.toContainEqual(
    expect.objectContaining({ name: 'Babbage' }),
  );
  const found = await call('mentions.find', { entityId: babbage.id });
  expect(found.map(({ quote, name, locator }) => [quote, name, locator])).toEqual([
    ['Charles Babbage', 'Charles Babbage', '¶ 1'],
    ['Babbage’s', 'Babbage', '¶ 2'],
  ]);
  const passages = found.map(({ start, end }) => ({ sourceId, start, end }));
  await call('mentions.accept', { entityId: babbage.id, passages: passages.slice(0, 1) });
  expect(await call('mentions.reject', { entityId: babbage.id, passages: passages.slice(1) })).toEqual({ rejected: 1 });
  expect(await call('mentions.find', { entityId: babbage.id })).toEqual([]);
  const mention = await call('mentions.create', { sourceId, ...find(text, 'Ада Лавлейс'), entityId: ada.id });
  expect(await call('mentions.create', { sourceId, ...find(text, 'Ада Лавлейс'), entityId: ada.id })).toEqual(mention);
  expect(await call('mentions.list', { sourceId })).toHaveLength(2);
  expect(await call('entities.together', { id: ada.id })).toMatchObject([{ name: 'Charles Babbage', blocks: 1 }]);

  const highlight = await call('highlights.create', { sourceId, ...find(text, 'wrote to'), tags: ['letters'] });
  expect(await call('analysis.tagsBySource', {})).toEqual([{ tagId: highlight.tagIds[0], sourceId, highlights: 1 }]);
  const relation = await call('relations.create', {
    fromId: ada.id,
    toId: babbage.id,
    type: 'wrote to',
    evidence: [highlight.id],
  });
  expect(relation).toMatchObject({ fromName: 'Ada Lovelace', toName: 'Charles Babbage', evidence: [highlight.id] });
  expect(await refused('relations.create', { fromId: ada.id, toId: ada.id, type: 'x' })).toMatchObject({
    code: 'not-allowed',
  });
  expect(await call('relations.update', { id: relation.id, dates: '1843' })).toMatchObject({
    dates: '1843',
    type: 'wrote to',
  });
  expect(await call('relations.list', { entityId: babbage.id })).toHaveLength(1);
  // How a type reads from the other end is said once: of one relation, for all of its type.
  const second = await call('relations.create', {
    fromId: engine.id,
    toId: ada.id,
    type: 'wrote to',
    inverse: 'heard from',
  });
  expect(await call('relations.list', { entityId: babbage.id })).toMatchObject([{ inverse: 'heard from' }]);
  const third = await call('relations.create', { fromId: ada.id, toId: engine.id, type: 'heard from' });
  expect(third.inverse).toBe('wrote to');
  expect(await call('relations.types', {})).toEqual([
    { type: 'wrote to', inverse: 'heard from', relations: 2 },
    { type: 'heard from', inverse: 'wrote to', relations: 1 },
  ]);
  for (const { id } of [second, third]) await call('relations.remove', { id });
  await call('relations.remove', { id: relation.id });
  expect(await call('relations.list', {})).toEqual([]);

  expect(await call('entities.update', { id: engine.id, type: 'work', aliases: ['Machine'] })).toMatchObject({
    type: 'work',
    aliases: ['Machine'],
  });
  const merged = await call('entities.merge', { id: ada.id, intoId: babbage.id });
  expect(merged).toMatchObject({ aliases: ['Babbage', 'Ada Lovelace', 'Ада Лавлейс', 'Countess'], mentions: 2 });
  expect(await refused('entities.get', { id: ada.id })).toMatchObject({ code: 'not-found' });
  expect(await call('entities.get', { id: babbage.id })).toEqual(merged);
  expect(await call('entities.duplicates', { id: merged.id })).toEqual([]);
  const twin = await call('entities.create', { type: 'person', name: 'Babbage, Charles' });
  expect(await call('entities.duplicates', {})).toMatchObject([{ reason: 'name', entities: [{}, {}] }]);
  await call('entities.remove', { id: twin.id });
  const other = await call('entities.split', { id: merged.id, mentionIds: [mention.id], name: 'The other Ada' });
  expect(other).toMatchObject({ type: 'person', name: 'The other Ada', mentions: 1 });
  expect(await call('mentions.list', { entityId: other.id })).toMatchObject([{ id: mention.id }]);
  await call('history.undo', {});
  await call('mentions.remove', { id: mention.id });
  await call('entities.remove', { id: engine.id });
  expect(await call('entities.list', {})).toHaveLength(1);
});

test('facts of an entity: names with what is known of them, dates, identifiers, a place', async () => {
  const { call, refused, upload, downloads } = await startApp();
  const facts = { type: 'person', name: 'Iosif Dzhugashvili' };
  const made = await call('entities.create', {
    ...facts,
    aliases: ['Koba', { name: 'Иосиф Сталин', language: 'ru', kind: 'pseudonym' }],
    dates: '1878-12-18/1953-03-05',
    identifiers: [{ kind: 'wikidata', value: 'https://www.wikidata.org/wiki/Q855' }],
    coordinates: { latitude: 41.98, longitude: 44.11 },
  });
  expect(made).toMatchObject({
    aliases: ['Koba', 'Иосиф Сталин'],
    names: [
      { name: 'Koba', language: '', kind: '' },
      { name: 'Иосиф Сталин', language: 'ru', kind: 'pseudonym' },
    ],
    identifiers: [{ kind: 'wikidata', value: 'Q855' }],
    coordinates: { latitude: 41.98, longitude: 44.11 },
  });
  // A plain string keeps what is known of that name.
  const { id } = made;
  expect((await call('entities.update', { id, aliases: ['Иосиф Сталин'] })).names).toEqual([made.names[1]]);
  expect(await refused('entities.update', { id, dates: '1953/1878' })).toMatchObject({
    code: 'bad-dates',
    details: { reason: 'order', part: '1953/1878' },
  });
  expect(await refused('entities.create', { ...facts, identifiers: [{ kind: 'orcid', value: '1' }] })).toMatchObject({
    code: 'bad-identifier',
    details: { kind: 'orcid', value: '1' },
  });
  expect(await refused('entities.create', { ...facts, dates: '1878-13' })).toMatchObject({ code: 'bad-dates' });
  const town = await call('entities.create', { type: 'place', name: 'Gori' });
  expect(town).toMatchObject({ names: [], coordinates: null });
  expect(
    await refused('relations.create', { fromId: id, toId: town.id, type: 'born in', dates: '1x78' }),
  ).toMatchObject({
    code: 'bad-dates',
  });
  expect(await call('entities.list', {})).toHaveLength(2);
  // Merged, every name keeps what is known of it, and what one does not say is taken from the other.
  const twin = await call('entities.create', { type: 'person', name: 'Stalin' });
  expect(await call('entities.merge', { id, intoId: twin.id })).toMatchObject({
    names: [{ name: 'Iosif Dzhugashvili' }, made.names[1]],
    dates: made.dates,
    identifiers: made.identifiers,
    coordinates: made.coordinates,
  });
  expect(await call('entities.update', { id: twin.id, coordinates: null })).toMatchObject({ coordinates: null });
  const { download } = await call('entities.export', { format: 'json' });
  const list = upload('entities.json', downloads.get(download) ?? '');
  expect(await call('entities.import', { upload: list, name: 'entities.json' })).toMatchObject({
    updated: 2,
    created: 0,
  });
});

test('types of the researcher’s own: made, changed, deleted, each a named step of the history', async () => {
  const { call, refused } = await startApp();
  const ship = await call('entityTypes.create', { name: 'ship', shape: 'drop', fields: ['tonnage'] });
  expect(ship).toMatchObject({ name: 'ship', shape: 'drop', fields: ['tonnage'], entities: 0 });
  const { id } = await call('entities.create', { type: 'ship', name: 'Fram', fields: { tonnage: '402' } });
  await call('entityTypes.update', { name: 'ship', newName: 'vessel', fields: [{ name: 'tons', was: 'tonnage' }] });
  expect(await call('entities.get', { id })).toMatchObject({ type: 'vessel', fields: { tons: '402' } });
  expect(await refused('entityTypes.update', { name: 'vessel', newName: 'Work' })).toMatchObject({
    code: 'name-taken',
    details: { name: 'work' },
  });
  expect(await call('entityTypes.remove', { name: 'vessel', into: 'work' })).toEqual({ name: 'vessel', removed: true });
  expect(await call('entities.get', { id })).toMatchObject({ type: 'work', fields: { tons: '402' } });
  expect((await call('history.list', {})).slice(0, 3).map(({ deed, subject }) => [deed, subject])).toEqual([
    ['remove-entity-type', 'vessel'],
    ['edit-entity-type', 'vessel'],
    ['create-entity', 'Fram'],
  ]);
  await call('history.undo', {});
  expect((await call('entityTypes.list', {})).at(-1)).toMatchObject({ name: 'vessel', entities: 1 });
});

test('notes: Markdown and documents, revisions, references', async () => {
  const { call, importText, refused } = await startApp();
  const { id: sourceId } = await importText(TEXT);
  const highlight = await call('highlights.create', { sourceId, start: 0, end: 11 });
  const entity = await call('entities.create', { type: 'person', name: 'Ada' });
  const note = await call('notes.create', {
    title: 'On letters',
    markdown: `# Letters\n\n[x](lectern:highlight/${highlight.id})\n\nBy [@A](lectern:entity/${entity.id}).\n`,
    attachedTo: { kind: 'source', id: sourceId },
  });
  expect(note).toMatchObject({ quotations: 1, revision: 1, text: 'Letters\nАда Лавлейс\nBy Ada.' });
  expect((await call('notes.update', { id: note.id, markdown: note.markdown })).document).toEqual(note.document);
  expect(await refused('notes.update', { id: note.id, title: 'x', revision: 1 })).toMatchObject({ code: 'conflict' });
  const saved = await call('notes.update', {
    id: note.id,
    document: paragraph({ type: 'text', text: 'Short.' }),
    revision: 2,
  });
  expect(saved).toMatchObject({ text: 'Short.', words: 1, quotations: 0, revision: 3, title: 'On letters' });
  expect(await refused('notes.update', { id: note.id, document: { type: 'doc' } })).toMatchObject({
    code: 'bad-input',
  });
  expect(await refused('notes.create', { title: 'x', attachedTo: { kind: 'tag', id: 'none' } })).toMatchObject({
    code: 'not-found',
  });
  // The saves of one sitting are one step: undoing it gives what the note was made with.
  expect(await call('history.undo', {})).toMatchObject({ deed: 'edit-note' });
  // It comes back as its next revision, and what was undone is kept as an earlier text.
  const back = await call('notes.get', { id: note.id });
  expect(back).toEqual({ ...note, revision: back.revision });
  const [kept] = await call('notes.revisions', { id: note.id });
  expect(kept).toMatchObject({ reason: 'undo' });
  const revision = { id: note.id, revision: kept?.revision ?? 0 };
  const { text } = await call('notes.revision', revision);
  expect(await call('notes.restore', revision)).toMatchObject({ text });
  expect(await call('history.undo', {})).toMatchObject({ deed: 'restore-revision' });
  expect(await call('notes.get', { id: note.id })).toMatchObject({ text: back.text });
  for (const reference of [
    { kind: 'highlight', id: highlight.id },
    { kind: 'entity', id: entity.id },
    { kind: 'source', id: sourceId },
  ] as const) {
    expect(await call('notes.backlinks', { reference })).toMatchObject([{ kind: 'note', id: note.id }]);
  }
  expect(await call('notes.list', { attachedTo: { kind: 'source', id: sourceId } })).toHaveLength(1);
  expect(await call('notes.fromMarkdown', { markdown: `[@?](lectern:entity/${entity.id})` })).toMatchObject({
    content: [{ content: [{ type: 'entity_mention', attrs: { name: entity.name } }] }],
  });
  const part = await call('notes.create', { title: 'Part', markdown: 'More.' });
  expect((await call('notes.merge', { id: part.id, intoId: note.id })).text).toContain('More.');
  await call('notes.remove', { id: note.id });
  expect(await call('notes.list', {})).toEqual([]);
});

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

test('searching, history, settings', async () => {
  const { call, importText, events } = await startApp();
  const source = await importText(TEXT);
  const { hits, totals } = await call('search.query', { query: 'engine', kinds: ['block'] });
  expect(hits).toMatchObject([{ kind: 'block', id: source.id, block: 2 }]);
  expect(totals.block).toBe(1);
  expect(await call('search.names', { query: 'tex' })).toMatchObject([{ kind: 'source', id: source.id }]);

  await call('settings.set', { key: 'reader.width', value: { ch: 66 } });
  expect(await call('settings.get', { key: 'reader.width' })).toEqual({ key: 'reader.width', value: { ch: 66 } });
  expect(await call('settings.get', { key: 'unknown' })).toEqual({ key: 'unknown', value: null });

  await call('tags.create', { name: 'one' });
  expect((await call('history.list', {})).map(({ deed, subject }) => [deed, subject])).toEqual([
    ['create-tag', 'one'],
    ['import-source', 'text'],
  ]);
  await call('history.undo', {});
  expect(events.at(-1)).toMatchObject({
    event: 'changed',
    data: { undo: { deed: 'import-source' }, redo: { deed: 'create-tag', subject: 'one' } },
  });
  await call('history.redo', {});
  expect(await call('tags.list', {})).toMatchObject([{ name: 'one' }]);
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

test('notebooks: make, close, open, copy the sample, check, back up', async () => {
  const made = await startApp();
  await made.importText(TEXT);
  const sample = join(made.folder, 'Sample.lectern');
  await made.call('notebook.backup', { path: sample });

  const { call, refused, folder, events } = await startApp({ notebook: false, sample });
  expect(await call('notebook.status', {})).toMatchObject({ open: false });
  expect(await refused('sources.list', {})).toMatchObject({ code: 'no-notebook' });
  const bare = await call('notebook.create', { path: 'My work' });
  expect(bare).toMatchObject({ open: true, name: 'My work', path: join(folder, 'notebooks', 'My work.lectern') });
  expect(events.at(-1)).toMatchObject({ event: 'notebook', data: { name: 'My work' } });
  expect(await call('notebook.open', { path: bare.path })).toMatchObject({ path: bare.path });
  expect(await refused('notebook.create', { path: bare.path })).toMatchObject({ code: 'file-exists' });
  expect(await refused('notebook.open', { path: join(folder, 'none.lectern') })).toMatchObject({
    code: 'file-missing',
  });
  expect(await call('notebook.status', {})).toMatchObject({ open: true, name: 'My work' });

  chmodSync(sample, 0o444);
  const before = readFileSync(sample);
  const opened = await call('notebook.openSample', {});
  expect(opened).toMatchObject({ name: 'The loss of the Sankt Nikolaj', readOnly: false });
  expect(await call('sources.list', {})).toHaveLength(1);
  await call('tags.create', { name: 'only in the copy' });
  await call('notebook.close', {});
  expect(readFileSync(sample)).toEqual(before);
  expect(await call('notebook.openSample', {})).toMatchObject({ name: 'The loss of the Sankt Nikolaj 2' });
  expect(await call('notebook.check', {})).toMatchObject({ ok: true });
  expect(await call('notebook.check', { repair: true })).toMatchObject({ ok: true });
  const backup = await call('notebook.backup', {});
  expect(existsSync(backup.path)).toBe(true);
  expect(events.at(-1)).toMatchObject({ event: 'notebook', data: { lastBackupAt: backup.at } });
  expect(await call('notebook.status', {})).toMatchObject({ lastBackupAt: backup.at });
  const [kept] = (await call('backups.list', {})).backups;
  expect(kept).toMatchObject({ kind: 'manual', flawed: false, id: basename(backup.path) });
  expect(await call('backups.verify', { id: kept?.id ?? '' })).toEqual({ ok: true, flaws: [] });
  expect(await call('backups.restore', { id: kept?.id ?? '', as: 'notebook' })).toMatchObject({ aside: [] });
  const saved = join(folder, 'saved.lectern');
  expect(await call('recovery.salvage', { path: sample, target: saved })).toMatchObject({ lostRows: 0, texts: [] });
  expect(existsSync(saved)).toBe(true);
  const { notebooks } = await call('notebook.recent', {});
  expect(notebooks.map(({ name }) => name)).toEqual([
    'The loss of the Sankt Nikolaj 2',
    'The loss of the Sankt Nikolaj',
    'My work',
  ]);

  const usual = { language: 'system', theme: 'system', backupFolder: '', limits: USUAL_LIMITS };
  expect(await call('preferences.get', {})).toEqual(usual);
  expect(await call('preferences.set', { theme: 'dark' })).toMatchObject({ language: 'system', theme: 'dark' });
  expect((await call('notebook.recent', {})).notebooks).toHaveLength(3);
});

test('what only looks like a notebook is not offered, and keeps none of the others from it', async () => {
  const { call } = await startApp({ notebook: false });
  const { path } = await call('notebook.create', { path: 'Real' });
  const folder = dirname(path);
  symlinkSync(join(folder, 'nowhere'), join(folder, 'link.lectern'));
  mkdirSync(join(folder, 'folder.lectern'));
  const { notebooks } = await call('notebook.recent', {});
  expect(notebooks.map(({ name }) => name)).toEqual(['Real']);
});

test('going to a step of the history, and emptying the trash for good', async () => {
  const { call, refused } = await startApp();
  const { id } = await call('tags.create', { name: 'A' });
  await call('tags.create', { name: 'B' });
  const [, first] = await call('history.list', {});
  expect(await call('history.goTo', { id: first?.id ?? 0 })).toEqual({ undone: 1, redone: 0 });
  expect(await call('tags.list', {})).toMatchObject([{ name: 'A' }]);
  expect(await refused('history.goTo', { id: 99 })).toMatchObject({ code: 'not-found' });
  await call('tags.remove', { id });
  expect(await call('trash.list', {})).toMatchObject([{ id, needed: false }]);
  expect(await call('trash.empty', {})).toEqual({ left: 0 });
  expect(await refused('trash.restore', { noun: 'tag', id })).toMatchObject({ code: 'not-found' });
  expect((await call('history.list', {})).map(({ kept }) => kept)).toEqual(['none', 'none']);
});

test('collections, and several sources at once: each is one step of the history', async () => {
  const { call, importText, refused } = await startApp();
  const ids = [(await importText('One.', 'one.txt')).id, (await importText('Two.', 'two.txt')).id];
  const letters = await call('collections.create', { name: 'Letters' });
  const early = await call('collections.create', { name: 'Early', parent: 'Letters' });
  expect(early).toMatchObject({ parentId: letters.id, sources: 0 });
  const put = await call('collections.arrange', { sourceIds: ids, into: [early.id] });
  expect(put.map(({ collectionIds }) => collectionIds)).toEqual([[early.id], [early.id]]);
  expect((await call('collections.list', {})).map(({ sourcesBelow }) => sourcesBelow)).toEqual([2, 2]);
  expect(await call('collections.update', { id: early.id, name: '1884' })).toMatchObject({ name: '1884' });
  expect(await call('collections.move', { id: early.id, parentId: null })).toMatchObject({ parentId: null });
  expect(await refused('collections.move', { id: early.id, parentId: 'gone' })).toMatchObject({ code: 'not-found' });

  const said = await call('sources.updateAll', { ids, language: 'nb', authors: ['A. L.'] });
  expect(said.map(({ title, language }) => [title, language])).toEqual([
    ['one', 'nb'],
    ['two', 'nb'],
  ]);
  expect(await call('sources.readAnew', { id: ids[0] ?? '', encoding: 'windows-1252' })).toMatchObject({ left: 0 });
  await call('history.undo', {});
  await call('sources.updateAll', { ids, status: 'read' });
  expect(await call('sources.list', { statuses: ['read'], collectionId: early.id })).toHaveLength(2);
  expect(await call('sources.removeAll', { ids: [...ids, ...ids] })).toEqual({ removed: 2 });
  expect((await call('history.list', {})).slice(0, 3)).toMatchObject([
    { deed: 'trash-source', subject: 'one (+1)' },
    { deed: 'set-status', subject: 'one (+1)' },
    { deed: 'edit-source', subject: 'one (+1)' },
  ]);
  await call('history.undo', {});
  await call('history.undo', {});
  expect((await call('sources.list', {})).map(({ status }) => status)).toEqual(['unread', 'unread']);
  expect(await call('collections.remove', { id: early.id })).toEqual({ id: early.id, removed: true });
  expect((await call('sources.list', {})).map(({ collectionIds }) => collectionIds)).toEqual([[], []]);
});

test('rows gathered into a collection are one step: each source leaves its own collections alone', async () => {
  const { call, importText, refused } = await startApp();
  const one = (await importText('One.', 'one.txt')).id;
  const two = (await importText('Two.', 'two.txt')).id;
  const [a, b, c] = [
    await call('collections.create', { name: 'A' }),
    await call('collections.create', { name: 'B' }),
    await call('collections.create', { name: 'C' }),
  ].map(({ id }) => id) as [string, string, string];
  await call('collections.arrange', { sourceIds: [one, two], into: [a, b] });
  const before = await call('history.list', {});
  const sources = [
    { id: one, outOf: [a] },
    { id: two, outOf: [b] },
  ];
  expect(await call('collections.gather', { id: c, sources, collectionIds: [b] })).toMatchObject({ sources: 2 });
  const held = async () => {
    const list = await call('sources.list', {});
    return [one, two].map((id) => list.find((source) => source.id === id)?.collectionIds.toSorted());
  };
  expect(await held()).toEqual([[b, c].toSorted(), [a, c].toSorted()]);
  expect(await call('history.list', {})).toHaveLength(before.length + 1);
  expect((await call('history.list', {}))[0]).toMatchObject({ deed: 'collect-sources', subject: 'one (+1)' });
  await call('history.undo', {});
  expect(await held()).toEqual([[a, b].toSorted(), [a, b].toSorted()]);

  await call('collections.gather', { id: c, sources: [], collectionIds: [a, b] });
  expect((await call('history.list', {}))[0]).toMatchObject({ deed: 'move-collection', subject: 'A, B' });
  const circle = { id: a, sources, collectionIds: [c] };
  expect(await refused('collections.gather', circle)).toMatchObject({ code: 'would-make-a-cycle' });
  expect(await held()).toEqual([[a, b].toSorted(), [a, b].toSorted()]);
});

test('every method of the contract was called and answered', () => {
  const all = Object.keys(METHODS) as MethodName[];
  expect(all.filter((method) => !called.has(method))).toEqual([]);
});
