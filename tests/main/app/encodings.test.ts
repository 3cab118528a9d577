import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { placesOfSameBytes } from '../../../main/app/carrying/index.ts';
import { type Parsers, parseHere } from '../../../main/app/index.ts';
import { characterLength } from '../../../main/interchange/index.ts';
import { cut, find, startApp } from './desk.ts';

const FRENCH =
  'L’année suivante, les élèves reçurent l’ordre d’évacuer l’école.\nÀ midi, tout était terminé ; où étaient-ils passés ?\n';
const RUSSIAN = 'В тот год зима пришла рано.\nЛюди запасали дрова и молчали.\n';

test('a text that may be in two encodings says so, and is asked for in its right one', async () => {
  const { call, importFile } = await startApp();
  // In DOS Latin 1 the typographic apostrophe is lost; the detector takes the rest for DOS Latin US as readily.
  const { source, remarks } = await importFile('ecole.txt', iconv.encode(FRENCH, 'cp850'));
  expect(remarks.map(({ code }) => code)).toContain('unsure-encoding');
  const { encoding, readings } = await call('sources.encodings', { id: source?.id ?? '' });
  expect(encoding).toBe(source?.encoding);
  expect(readings.map((each) => each.encoding)).toContain('cp850');
  expect(readings.find((each) => each.encoding === 'cp850')?.sample).toContain('les élèves reçurent');
  const [asked] = (await call('sources.encodings', { id: source?.id ?? '', encoding: 'KOI8-R' })).readings;
  expect(asked).toMatchObject({ encoding: 'KOI8-R' });
});

test('an encoding that is named is the one a file is read in, whatever it looks like', async () => {
  const { call, upload, refused } = await startApp();
  const files = [{ upload: upload('a.txt', iconv.encode(RUSSIAN, 'koi8-r')), name: 'a.txt', encoding: 'windows-1251' }];
  const [file] = (await call('sources.import', { files })).files;
  expect(file).toMatchObject({ source: { encoding: 'windows-1251' }, remarks: [] });
  // Also of a file that is here already and would not be read.
  const again = upload('a.txt', iconv.encode(RUSSIAN, 'koi8-r'));
  const wrong = ['windows-1251', 'klingon'].map((encoding) => ({ upload: again, name: 'a.txt', encoding }));
  expect(await refused('sources.import', { files: wrong })).toMatchObject({ code: 'unknown-encoding' });
  expect(await refused('sources.readAnew', { id: file?.source?.id, encoding: 'base64' })).toMatchObject({
    code: 'unknown-encoding',
  });
  expect(await call('sources.list', {})).toHaveLength(1);
});

test('of a page of which the article was taken, the article is read anew', async () => {
  const { call, upload } = await startApp();
  const page = `<nav>Meny</nav><article>${`<p>${RUSSIAN.replace('\n', ' ')}</p>`.repeat(9)}</article>`;
  const bytes = iconv.encode(page, 'koi8-r');
  const file = { upload: upload('a.html', bytes), name: 'a.html', encoding: 'windows-1251', page: 'article' as const };
  const old = (await call('sources.import', { files: [file] })).files[0]?.source;
  const { source, left } = await call('sources.readAnew', { id: old?.id ?? '', encoding: 'koi8-r' });
  expect([left, source.blocks]).toEqual([0, old?.blocks]);
  expect((await call('sources.text', { id: source.id })).text).not.toContain('Meny');
});

test('read anew, a text takes highlights, tags, links, notes, details and collections along, in one step', async () => {
  const { call, upload } = await startApp();
  const page = `<!doctype html><title>Зима</title><p>${RUSSIAN.replace('\n', '<p>')} A &eacute;nd.`;
  const files = [{ upload: upload('a.html', iconv.encode(page, 'koi8-r')), name: 'a.html', encoding: 'windows-1251' }];
  const id = (await call('sources.import', { files })).files[0]?.source?.id ?? '';
  const { text } = await call('sources.text', { id });
  const garbled = (words: string) => iconv.decode(iconv.encode(words, 'koi8-r'), 'windows-1251');
  const winter = find(text, garbled('зима пришла'));
  const across = { start: find(text, garbled('рано')).start, end: find(text, garbled('Люди')).end };
  const made = await call('highlights.create', { sourceId: id, ...winter, tags: ['weather'], comment: 'Which?' });
  await call('highlights.create', { sourceId: id, ...across });
  const person = await call('entities.create', { type: 'person', name: 'People' });
  await call('mentions.create', { sourceId: id, ...find(text, garbled('Люди')), entityId: person.id });
  await call('notes.create', { title: 'On it', markdown: 'x', attachedTo: { kind: 'source', id } });
  const shelf = await call('collections.create', { name: 'Winter' });
  await call('collections.arrange', { sourceIds: [id], into: [shelf.id] });
  await call('sources.update', { id, authors: ['Somebody'], status: 'reading' });

  const { source, left } = await call('sources.readAnew', { id, encoding: 'koi8-r' });
  expect(left).toBe(0);
  expect(source).toMatchObject({
    title: 'Зима',
    authors: ['Somebody'],
    encoding: 'koi8-r',
    status: 'reading',
    collectionIds: [shelf.id],
    highlights: 2,
    entities: 1,
  });
  const [first, second] = await call('highlights.list', { sourceId: source.id });
  expect(first).toMatchObject({ id: made.id, quote: 'зима пришла', tags: ['weather'], comment: 'Which?' });
  expect(second?.quote).toBe('рано.\nЛюди');
  expect(await call('mentions.list', { sourceId: source.id })).toMatchObject([{ quote: 'Люди' }]);
  expect((await call('notes.list', {}))[0]?.attachedTo).toEqual([{ kind: 'source', id: source.id }]);
  expect((await call('sources.list', {})).map((each) => each.id)).toEqual([source.id]);
  expect(await call('notebook.check', {})).toMatchObject({ ok: true });

  await call('history.undo', {});
  expect((await call('sources.list', {})).map((each) => each.id)).toEqual([id]);
  expect((await call('highlights.get', { id: made.id })).quote).toBe(garbled('зима пришла'));
  await call('history.redo', {});
  expect((await call('highlights.get', { id: made.id })).quote).toBe('зима пришла');
});

test('the original is handed out byte for byte, and shown as the characters it is written in', async () => {
  const { call, importFile, downloads, refused } = await startApp();
  const bytes = iconv.encode('<p>Så <script>alert(1)</script> kom\r\nhan', 'windows-1252');
  const { source } = await importFile('page.html', bytes);
  const saved = await call('sources.saveOriginal', { id: source?.id ?? '' });
  expect(saved).toMatchObject({ fileName: 'page.html', mediaType: 'application/octet-stream', size: bytes.length });
  expect(Buffer.from(downloads.get(saved.download) ?? []).equals(bytes)).toBe(true);
  const shown = await call('sources.originalText', { id: source?.id ?? '' });
  expect(shown).toEqual({ text: '<p>Så <script>alert(1)</script> kom\r\nhan', total: 40 });
  expect((await call('sources.originalText', { id: source?.id ?? '', from: 3, length: 2 })).text).toBe('Så');
  expect(await refused('sources.originalText', { id: 'gone' })).toMatchObject({ code: 'not-found' });
});

test('what a page writes as entities, and is the same in both readings, does not move what stands behind it', () => {
  // Of “&eacute;&eacute; øre &eacute;” in UTF-8.
  const find = placesOfSameBytes('éé Ã¸re é', 'éé øre é', characterLength('windows-1252'), characterLength('utf-8'));
  expect(find({ start: 3, end: 7 })).toEqual({ start: 3, end: 6 });
  expect(find({ start: 1, end: 2 })).toEqual({ start: 1, end: 2 });
  expect(find({ start: 8, end: 9 })).toEqual({ start: 7, end: 8 });
});

test.each([
  ['windows-1251', 'koi8-r', 'год зима ёж год-2 winter x'],
  ['utf-8', 'windows-1252', 'så été naïve Ås winter ice x'],
  ['utf-8', 'koi8-r', 'год ёж så été winter x'],
  ['shift_jis', 'koi8-r', 'その年の 冬は 早く来て 表 winter x'],
])('any words of %s that were read as %s are found again, to the letter', (right, wrong, words) => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...words.split(' ')), { minLength: 3, maxLength: 12 }),
      fc.nat(),
      fc.nat(),
      (list, one, two) => {
        const bytes = iconv.encode(list.join(' '), right);
        const truth = iconv.decode(bytes, right);
        const garbled = iconv.decode(bytes, wrong);
        fc.pre(!garbled.includes('\uFFFD') && !truth.includes('?'));
        const kept = truth.split(' ');
        const shown = garbled.split(' ');
        fc.pre(kept.length === shown.length);
        const from = one % kept.length;
        const to = from + 1 + (two % (kept.length - from));
        const start = [
          ...shown
            .slice(0, from)
            .map((word) => `${word} `)
            .join(''),
        ].length;
        const passage = { start, end: start + [...shown.slice(from, to).join(' ')].length };
        const found = placesOfSameBytes(garbled, truth, characterLength(wrong), characterLength(right))(passage);
        expect(cut(truth, found.start, found.end)).toBe(kept.slice(from, to).join(' '));
      },
    ),
  );
});

test('a link that cannot be brought along keeps the earlier source, as a highlight does', async () => {
  const { call, upload } = await startApp();
  const files = [{ upload: upload('a.txt', 'Ada was here.\nAda wrote.\nAda left.\n'), name: 'a.txt' }];
  const id = (await call('sources.import', { files })).files[0]?.source?.id ?? '';
  const ada = await call('entities.create', { type: 'person', name: 'Ada' });
  await call('mentions.create', { sourceId: id, start: 0, end: 3, entityId: ada.id });
  // No line ends there where it does here.
  const { left } = await call('sources.readAnew', { id, encoding: 'utf-16le' });
  expect(left).toBe(1);
  expect(await call('mentions.list', { entityId: ada.id })).toMatchObject([{ sourceId: id, quote: 'Ada' }]);
  expect(await call('sources.list', {})).toHaveLength(2);
});

test('what is said of a source and marked in it while it is read anew counts', async () => {
  let meanwhile = async () => {};
  const parsers: Parsers = {
    ...parseHere,
    async readFile(...asked) {
      await meanwhile();
      return parseHere.readFile(...asked);
    },
  };
  const { call, upload, refused } = await startApp({ parsers });
  const files = [{ upload: upload('a.txt', iconv.encode(RUSSIAN, 'koi8-r')), name: 'a.txt', encoding: 'windows-1251' }];
  const id = (await call('sources.import', { files })).files[0]?.source?.id ?? '';
  meanwhile = async () => {
    meanwhile = async () => {};
    await call('sources.update', { id, title: 'Winter', status: 'read' });
    await call('highlights.create', { sourceId: id, start: 2, end: 5 });
  };
  const { source, left } = await call('sources.readAnew', { id, encoding: 'koi8-r' });
  expect({ ...source, left }).toMatchObject({ title: 'Winter', status: 'read', highlights: 1, left: 0 });

  meanwhile = async () => {
    meanwhile = async () => {};
    await call('sources.remove', { id: source.id });
  };
  const trashed = (await call('trash.list', {})).length;
  expect(await refused('sources.readAnew', { id: source.id, encoding: 'windows-1251' })).toMatchObject({
    code: 'not-found',
  });
  expect(await call('trash.list', {})).toHaveLength(trashed + 1);
  expect(await call('notebook.check', {})).toMatchObject({ ok: true, defects: [] });
});

test('of a page of which the article was taken the article is read anew', async () => {
  const { call, upload } = await startApp();
  const article = `<h1>Winter</h1>${'<p>The winter came early, and people gathered wood in the harbour all day long, été.</p>'.repeat(12)}`;
  const html = `<!doctype html><title>W</title><body><nav><a href="/">Menu of the page</a></nav><article>${article}</article>`;
  const page = 'article' as const;
  const files = [{ upload: upload('a.html', iconv.encode(html, 'windows-1252')), name: 'a.html', page }];
  const { source } = (await call('sources.import', { files })).files[0] ?? {};
  expect(source).toBeDefined();
  const { text } = await call('sources.text', { id: source?.id ?? '' });
  expect(text).not.toContain('Menu of the page');
  await call('highlights.create', { sourceId: source?.id ?? '', ...find(text, 'people gathered wood') });
  const { source: fresh, left } = await call('sources.readAnew', { id: source?.id ?? '', encoding: 'windows-1250' });
  expect(left).toBe(0);
  expect((await call('sources.text', { id: fresh.id })).text).not.toContain('Menu of the page');
});

test('several are read anew as one step, each with what is marked in it; where storing fails none is', async () => {
  const { call, upload, refused } = await startApp();
  const ids: string[] = [];
  for (const name of ['a.txt', 'b.txt', 'c.txt']) {
    const bytes = iconv.encode(`${name} ${RUSSIAN}`, 'koi8-r');
    const files = [{ upload: upload(name, bytes), name, encoding: 'windows-1251' }];
    const id = (await call('sources.import', { files })).files[0]?.source?.id ?? '';
    ids.push(id);
    await call('highlights.create', { sourceId: id, start: 0, end: 7, tags: ['x'] });
  }
  const before = await call('highlights.list', {});
  expect(await refused('sources.readAllAnew', { ids, encoding: 'klingon' })).toMatchObject({
    code: 'unknown-encoding',
  });
  expect(await call('sources.list', {})).toHaveLength(3);

  const { done, left, failure } = await call('sources.readAllAnew', { ids: [...ids, ...ids], encoding: 'koi8-r' });
  expect([done.map(({ id }) => id), left, failure]).toEqual([ids, 0, undefined]);
  expect((await call('sources.list', {})).map(({ encoding }) => encoding)).toEqual(['koi8-r', 'koi8-r', 'koi8-r']);
  const marked = await call('highlights.list', {});
  expect(marked.map(({ sourceId }) => sourceId).toSorted()).toEqual(done.map(({ source }) => source.id).toSorted());
  expect(new Set(marked.map(({ quote }) => quote))).toEqual(new Set(['a.txt В', 'b.txt В', 'c.txt В']));
  expect(await call('history.undo', {})).toMatchObject({ deed: 'read-anew', subject: 'a (+2)' });
  expect(await call('highlights.list', {})).toEqual(before);
  await call('history.redo', {});
  expect((await call('highlights.list', {})).map(({ id }) => id).toSorted()).toEqual(
    marked.map(({ id }) => id).toSorted(),
  );
});
