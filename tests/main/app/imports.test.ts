import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrivals, openNotebook, sha256Stream, textPiece } from '../../../db/index.ts';
import { type Parsers, parseHere } from '../../../main/app/index.ts';
import type { Progress } from '../../../main/contract/index.ts';
import { cut, find, startApp, type TestApp } from './desk.ts';

const REAL_TEXT = resolve(import.meta.dirname, '../../../../shared/texts/stalin-nb.txt');

test.skipIf(!existsSync(REAL_TEXT))(
  'the real text keeps every character (skipped where it is not at hand)',
  async () => {
    const { call, importFile } = await startApp();
    const bytes = readFileSync(REAL_TEXT);
    const { source } = await importFile('stalin-nb.txt', bytes);
    const { text, blocks } = await call('sources.text', { id: source?.id ?? '' });
    const lines = bytes
      .toString('utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
    expect(blocks.map((block) => block.text)).toEqual(lines);
    expect(text).toBe(lines.map((line) => `${line}\n`).join(''));
    const highlight = await call('highlights.create', { sourceId: source?.id ?? '', ...find(text, 'იოსებ სტალინი') });
    expect(highlight.quote).toBe('იოსებ სტალინი');
    expect(await call('notebook.check', {})).toMatchObject({ ok: true });
  },
);

/** Lines with what is hard to count: astral, combining, right-to-left, joined emoji, lone spaces. */
const line = fc
  .array(fc.constantFrom('a', 'é', 'e\u0301', 'ø', 'Ж', 'ც', 'ש', 'ب', '𝔘', '🜚', '👩‍🚀', ' ', '«', '–', '\t'), {
    maxLength: 12,
  })
  .map((characters) => characters.join(''));

test('any text keeps its lines, and any passage its words', async () => {
  const { call, importText } = await startApp();
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 6 }).filter((lines) => lines.some((each) => each.trim() !== '')),
      fc.nat(),
      fc.nat(),
      fc.uuid(),
      async (lines, from, length, unique) => {
        // The first line makes every text another one.
        const source = await importText([unique, ...lines].join('\n'));
        const { text } = await call('sources.text', { id: source.id });
        const kept = [unique, ...lines].filter((each) => /\S/.test(each));
        expect(text).toBe(kept.map((each) => `${each}\n`).join(''));
        const total = [...text].length;
        expect(source.length).toBe(total);
        const start = from % total;
        const end = start + 1 + (length % (total - start));
        const highlight = await call('highlights.create', { sourceId: source.id, start, end });
        expect(highlight.quote).toBe(cut(text, start, end));
        const { blocks } = await call('sources.text', { id: source.id });
        const first = blocks.findLast((block) => block.start <= start)?.number;
        const last = blocks.findLast((block) => block.start < end)?.number;
        expect(highlight.locator).toBe(first === last ? `¶ ${first}` : `¶ ${first}–${last}`);
      },
    ),
    { numRuns: 60 },
  );
  expect((await call('notebook.check', {})).defects).toEqual([]);
});

test('a line of three million characters is one block with exact offsets at its end', async () => {
  const { call, importText } = await startApp();
  const long = `${'слово '.repeat(499_998)}🜚 the end`;
  const source = await importText(long);
  expect(source).toMatchObject({ blocks: 1, length: [...long].length + 1 });
  const highlight = await call('highlights.create', {
    sourceId: source.id,
    start: source.length - 10,
    end: source.length - 1,
  });
  expect(highlight.quote).toBe('🜚 the end');
});

test('each file succeeds or fails on its own', async () => {
  const { importFile, call, logged } = await startApp();
  expect(await importFile('empty.txt', '')).toMatchObject({ outcome: 'failed', failure: { code: 'empty-file' } });
  expect(await importFile('blank.txt', ' \n\n')).toMatchObject({ outcome: 'failed', failure: { code: 'empty-file' } });
  expect(await importFile('binary.txt', new Uint8Array([0, 1, 2, 255, 0, 7]))).toMatchObject({
    outcome: 'failed',
    failure: { code: 'unsupported-format' },
  });
  const replaced = await importFile('broken.txt', new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0x80, 0x62]));
  expect(replaced).toMatchObject({ outcome: 'imported', remarks: [{ code: 'replaced-bytes', count: 1 }] });
  expect(await call('sources.list', {})).toHaveLength(1);
  expect(logged).toEqual([]);
});

test('the same bytes are not imported twice; from the trash they come back with what was marked', async () => {
  const { call, importFile } = await startApp();
  const { source } = await importFile('one.txt', 'The same text');
  const id = source?.id ?? '';
  await call('highlights.create', { sourceId: id, start: 0, end: 3 });
  expect(await importFile('two.txt', 'The same text')).toMatchObject({
    outcome: 'duplicate',
    source: { id, title: 'one' },
  });
  await call('sources.remove', { id });
  expect(await importFile('two.txt', 'The same text')).toMatchObject({
    outcome: 'imported',
    source: { id, highlights: 1 },
  });
});

test('undoing an import puts the source into the trash, doing it again brings it back', async () => {
  const { call, importText } = await startApp();
  const source = await importText('A text.');
  expect(await call('history.undo', {})).toMatchObject({ deed: 'import-source', subject: 'text' });
  expect(await call('sources.list', {})).toEqual([]);
  expect(await call('trash.list', {})).toMatchObject([{ noun: 'source', id: source.id }]);
  await call('history.redo', {});
  expect(await call('sources.list', {})).toEqual([source]);
  expect(await call('search.query', { query: 'text' })).toMatchObject({ totals: { block: 1 } });
});

test('a cancelled import leaves nothing, and others get their turn in the middle of one', async () => {
  const { call, importFile } = await startApp();
  const big = Array.from({ length: 9_000 }, (_, index) => `Line ${index}`).join('\n');
  const controller = new AbortController();
  const progress: Progress[] = [];
  let between: Promise<unknown> = Promise.resolve();
  const file = await importFile('big.txt', big, {
    signal: controller.signal,
    onProgress(step) {
      progress.push(step);
      if (step.done > 0 && !controller.signal.aborted) {
        between = call('tags.create', { name: 'meanwhile' });
        controller.abort();
      }
    },
  });
  await between;
  expect(file).toMatchObject({ outcome: 'cancelled' });
  expect(progress.some(({ done, total, item }) => done > 0 && done < total && item === 'big.txt')).toBe(true);
  expect(await call('sources.list', {})).toEqual([]);
  expect(await call('trash.list', {})).toEqual([]);
  expect(await call('tags.list', {})).toMatchObject([{ name: 'meanwhile' }]);
  expect(await call('notebook.check', {})).toMatchObject({ ok: true, checked: { sources: 0, blocks: 0 } });
  // Nothing is remembered of it either: the same file comes in as a new one.
  expect(await importFile('big.txt', big)).toMatchObject({ outcome: 'imported', source: { blocks: 9_000 } });
});

test('whoever asks something during a long import is answered between its pieces', async () => {
  const { call, importFile, events } = await startApp();
  // Short lines, and original bytes enough for several pieces.
  const big = Array.from({ length: 30_000 }, (_, index) => `Line ${index} ${'and more '.repeat(9)}`).join('\n');
  let over = false;
  const importing = importFile('big.txt', big).finally(() => {
    over = true;
  });
  let answered = 0;
  while (!over) {
    const listed = await call('sources.list', {});
    if (answered === 3) await call('tags.create', { name: 'meanwhile' });
    if (listed.length === 0) answered++;
    await nextTurn();
  }
  const { source } = await importing;
  expect(answered).toBeGreaterThan(30);
  expect(source).toMatchObject({ blocks: 30_000, size: big.length });
  // The source is heard of once, when it is there.
  expect(events.filter(({ event }) => event === 'changed')).toMatchObject([
    { data: { changes: [{ noun: 'tag' }] } },
    { data: { changes: [{ noun: 'source', deed: 'created', id: source?.id }] } },
  ]);
  expect(await call('history.list', {})).toMatchObject([{ deed: 'import-source' }, { deed: 'create-tag' }]);
  expect((await call('notebook.check', {})).defects).toEqual([]);
});

test('the text of a long source is read between other answers too', async () => {
  const { call, importText } = await startApp();
  const lines = Array.from({ length: 9_000 }, (_, index) => `Line ${index}`);
  const { id } = await importText(lines.join('\n'));
  let over = false;
  const reading = call('sources.text', { id }).finally(() => {
    over = true;
  });
  let answered = 0;
  while (!over) {
    await call('sources.list', {});
    answered++;
    await nextTurn();
  }
  expect(answered).toBeGreaterThan(3);
  expect((await reading).text).toBe(lines.map((each) => `${each}\n`).join(''));
});

test('closing the notebook in the middle of an import waits for it to stop', async () => {
  const { call, importFile } = await startApp();
  const { path } = await call('notebook.status', {});
  const big = Array.from({ length: 9_000 }, (_, index) => `Line ${index}`).join('\n');
  let closed: Promise<unknown> | undefined;
  const file = await importFile('big.txt', big, {
    onProgress: ({ done }) => {
      if (done > 0) closed ??= call('notebook.close', {});
    },
  });
  await closed;
  expect(file).toMatchObject({ outcome: 'cancelled' });
  await call('notebook.open', { path });
  expect(await call('notebook.check', {})).toMatchObject({ ok: true, checked: { sources: 0, blocks: 0 } });
});

test('an import never ends up in a notebook opened meanwhile', async () => {
  let opening: Promise<unknown> | undefined;
  const { call, importFile, folder } = await startApp({
    async beforeTake() {
      opening = call('notebook.create', { path: join(folder, 'second.lectern') });
      for (let turn = 0; turn < 20; turn++) await nextTurn();
    },
  });
  expect(await importFile('a.txt', 'For the first notebook')).toMatchObject({ outcome: 'cancelled' });
  expect(await opening).toMatchObject({ name: 'second' });
  expect(await call('sources.list', {})).toEqual([]);
});

test('what an import left that was cut off is gone after the next opening', async () => {
  const { call } = await startApp();
  const { path } = await call('notebook.status', {});
  await call('notebook.close', {});
  const notebook = openNotebook(path);
  notebook.write({ deed: 'import-source', subject: '' }, (connection) => {
    const arrival = arrivals.begin(connection, { sha256: 'a'.repeat(64), size: 1 });
    arrivals.keep(connection, arrival, new Uint8Array([1]));
    arrivals.append(connection, arrival, textPiece([{ kind: 'paragraph', text: 'Half of it' }], sha256Stream()));
  });
  expect(notebook.check().checked).toMatchObject({ sources: 1, blocks: 1 });
  notebook.close();
  await call('notebook.open', { path });
  expect(await call('trash.list', {})).toEqual([]);
  expect(await call('notebook.check', {})).toMatchObject({ ok: true, checked: { sources: 0, blocks: 0 } });
  expect(await call('history.list', {})).toEqual([]);
});

/** The parsers of this thread, which wait before they read: until something of the file is stored. */
function waitingParsers(stored: () => Promise<boolean>, then: () => void = () => {}): Parsers {
  return {
    ...parseHere,
    async readFile(bytes, name, cancelled, choices, onUnderway) {
      onUnderway?.();
      while (!(await stored())) await nextTurn();
      then();
      for (let turn = 0; turn < 20; turn++) await nextTurn();
      return parseHere.readFile(bytes, name, cancelled, choices);
    },
  };
}

const LARGE = 'Isen kom tidlig den høsten.\n'.repeat(60_000);

/** What the notebook holds, hidden sources among it. */
async function sourcesIn({ call }: Pick<TestApp, 'call'>): Promise<number> {
  return (await call('notebook.check', {})).checked['sources'] ?? 0;
}

test('the original is stored while the file is read, and byte for byte', async () => {
  const app: TestApp = await startApp({ parsers: waitingParsers(async () => (await sourcesIn(app)) === 1) });
  expect(await app.importFile('large.txt', LARGE)).toMatchObject({
    outcome: 'imported',
    source: { title: 'large', blocks: 60_000, mediaType: 'text/plain' },
  });
  expect(await app.call('notebook.check', {})).toMatchObject({ ok: true, checked: { sources: 1, blocks: 60_000 } });
});

test('of an original stored while its file could not be read nothing is left', async () => {
  const app: TestApp = await startApp({ parsers: waitingParsers(async () => (await sourcesIn(app)) === 1) });
  const binary = new Uint8Array(3_000_000).map((_, at) => (at * 7919) % 256);
  expect(await app.importFile('a.bin', binary)).toMatchObject({
    outcome: 'failed',
    failure: { code: 'unsupported-format' },
  });
  expect(await app.call('notebook.check', {})).toMatchObject({ ok: true, checked: { sources: 0 } });
  expect(await app.call('history.list', {})).toEqual([]);
});

test('given up while its original is stored, an import leaves nothing and its reading ends', async () => {
  const patience = new AbortController();
  const { promise: ended, resolve: end } = Promise.withResolvers<boolean>();
  const waiting = waitingParsers(
    async () => (await sourcesIn(app)) === 1,
    () => patience.abort(),
  );
  const parsers: Parsers = {
    ...waiting,
    async readFile(bytes, name, cancelled, ...rest) {
      const reading = await waiting.readFile(bytes, name, cancelled, ...rest);
      end(cancelled());
      return reading;
    },
  };
  const app: TestApp = await startApp({ parsers });
  expect(await app.importFile('large.txt', LARGE, { signal: patience.signal })).toMatchObject({ outcome: 'cancelled' });
  expect(await app.call('notebook.check', {})).toMatchObject({ ok: true, checked: { sources: 0, blocks: 0 } });
  expect(await ended).toBe(true);
});
