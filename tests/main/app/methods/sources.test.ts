import { expect, test } from 'vitest';
import { zip } from '../../interchange/documents/zip.ts';
import { find, startApp } from '../desk.ts';
import { expectAllCalled } from './called.ts';

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

test('imports: what became of their files', async () => {
  const { call, importFile } = await startApp();
  await importFile('empty.txt', '');
  const [run] = await call('imports.list', {});
  expect(run).toMatchObject({ imported: 0, failed: 1 });
  const { id = '' } = run ?? {};
  await call('imports.keep', { run: id, files: [{ fileName: 'huge.txt', outcome: 'cancelled' }] });
  expect((await call('imports.get', { id })).files).toMatchObject([{ outcome: 'failed' }, { outcome: 'cancelled' }]);
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
  expect(await call('sources.readAllAnew', { ids, encoding: 'windows-1252' })).toMatchObject({ left: 0 });
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

test('collections like folders are one step, which uses again what is there', async () => {
  const { call, importText, refused } = await startApp();
  const ids: string[] = [];
  for (const each of ['one', 'two', 'three', 'four']) ids.push((await importText(`${each}.`, `${each}.txt`)).id);
  const [one, two, three, four] = ids as [string, string, string, string];
  const letters = await call('collections.create', { name: 'letters' });
  // Of the same name elsewhere: not the one that is meant.
  await call('collections.create', { name: '1911' });
  const before = await call('history.list', {});
  const files = [
    { sourceId: one, path: 'letters/1911/a.txt' },
    { sourceId: two, path: 'letters/1911/b.txt' },
    // The same file twice.
    { sourceId: one, path: 'letters/1912/a.txt' },
    { sourceId: three, path: 'letters/./../A\u030as.ZIP//papers/c.txt' },
    { sourceId: four, path: 'loose.txt' },
  ];
  const made = await call('collections.fromFolders', { files });
  expect(made).toMatchObject({ made: 4, put: 3 });
  const paths = async () => {
    const list = await call('collections.list', {});
    const path = (id: string | null): string => {
      const found = list.find((each) => each.id === id);
      return found ? `${path(found.parentId)}/${found.name}` : '';
    };
    return list.map(({ id, sources }) => `${path(id)} ${sources}`).toSorted();
  };
  const after = [
    '/1911 0',
    '/letters 0',
    '/letters/1911 2',
    '/letters/1912 1',
    '/letters/\u00c5s 0',
    '/letters/\u00c5s/papers 1',
  ];
  expect(await paths()).toEqual(after);
  expect(made.collections.map(({ name }) => name).toSorted()).toEqual(['1911', '1912', 'letters', 'papers', '\u00c5s']);
  expect((await call('history.list', {}))[0]).toMatchObject({ deed: 'collect-sources', subject: 'one (+2)' });
  expect(await call('history.list', {})).toHaveLength(before.length + 1);

  // A second time there is nothing to do, and so no step.
  expect(await call('collections.fromFolders', { files })).toMatchObject({ made: 0, put: 0 });
  expect(await call('history.list', {})).toHaveLength(before.length + 1);
  await call('history.undo', {});
  expect(await paths()).toEqual(['/1911 0', '/letters 0']);
  await call('history.redo', {});
  expect(await paths()).toEqual(after);

  // Below another one, and nothing of it where one of the sources is gone.
  const inside = [files[0], files[4]].filter((file) => file !== undefined);
  expect(await call('collections.fromFolders', { files: inside, into: letters.id })).toMatchObject({ made: 2, put: 2 });
  expect(await paths()).toEqual(expect.arrayContaining(['/letters 1', '/letters/letters/1911 1']));
  const now = await paths();
  const gone = [
    { sourceId: one, path: 'new/a.txt' },
    { sourceId: 'nobody', path: 'new/b.txt' },
  ];
  expect(await refused('collections.fromFolders', { files: gone })).toMatchObject({ code: 'not-found' });
  expect(await refused('collections.fromFolders', { files: [], into: 'nobody' })).toMatchObject({ code: 'not-found' });
  expect(await paths()).toEqual(now);
});

expectAllCalled('sources');
