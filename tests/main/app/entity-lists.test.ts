import { expect, test } from 'vitest';
import type { Progress } from '../../../main/contract/index.ts';
import { startApp, type TestApp } from './desk.ts';

type Said = { dryRun?: boolean; type?: string };

/** Takes a list in. */
const take = ({ call, upload }: TestApp, text: string | Uint8Array, said: Said = {}) =>
  call('entities.import', { upload: upload('list.csv', text), name: 'list.csv', ...said });

test('a row with a known identifier changes that entity and loses nothing of it; others are new; one undo', async () => {
  const app = await startApp();
  const { call } = app;
  const ada = await call('entities.create', {
    type: 'person',
    name: 'Ada',
    aliases: [{ name: 'A.', language: 'en', kind: 'abbreviation' }],
    description: 'Wrote.',
    identifiers: [
      { kind: 'wikidata', value: 'Q1' },
      { kind: 'own', value: 'box 1' },
    ],
  });
  const list =
    'name;dates;wikidata;viaf;aliases\nAda Berg;1815/1852;Q1;5;Countess\nÅs;;;;\nÅs igjen;1900;;7;\nÅs;;;7;\n';
  const before = await call('entities.list', {});
  const tried = await take(app, list, { dryRun: true, type: 'place' });
  expect(tried).toMatchObject({
    created: 2,
    updated: 2,
    faulty: 0,
    preview: [
      { row: 2, name: 'Ada Berg', type: 'person', updates: true },
      { row: 3, name: 'Ås', type: 'place', updates: false },
      { row: 4, name: 'Ås igjen', updates: false },
      { row: 5, name: 'Ås', updates: true },
    ],
  });
  expect(await call('entities.list', {})).toEqual(before);
  expect(await take(app, list, { type: 'place' })).toEqual(tried);
  expect(await call('entities.get', { id: ada.id })).toMatchObject({
    name: 'Ada Berg',
    type: 'person',
    names: [
      { name: 'A.', language: 'en', kind: 'abbreviation' },
      { name: 'Countess', language: '', kind: '' },
      { name: 'Ada', language: '', kind: '' },
    ],
    description: 'Wrote.',
    dates: '1815/1852',
    identifiers: [
      { kind: 'own', value: 'box 1' },
      { kind: 'viaf', value: '5' },
      { kind: 'wikidata', value: 'Q1' },
    ],
  });
  // Which of two of one name comes first nobody can tell.
  const all = (await call('entities.list', {})).map(({ name, aliases, dates }) => [name, aliases, dates]);
  expect(all).toHaveLength(3);
  expect(all).toEqual(
    expect.arrayContaining([
      ['Ada Berg', ['A.', 'Countess', 'Ada'], '1815/1852'],
      ['Ås', [], ''],
      ['Ås', ['Ås igjen'], '1900'],
    ]),
  );
  await call('history.undo', {});
  expect(await call('entities.list', {})).toEqual(before);
});

test('a row whose identifiers are of two entities is named, and neither is changed', async () => {
  const app = await startApp();
  for (const value of ['Q1', 'Q2']) {
    await app.call('entities.create', { type: 'person', name: value, identifiers: [{ kind: 'wikidata', value }] });
  }
  const before = await app.call('entities.list', {});
  expect(await take(app, 'name,identifiers\nBoth,wikidata:Q1|wikidata:Q2\n')).toMatchObject({
    created: 0,
    updated: 0,
    faults: [{ row: 2, reason: 'ambiguous', detail: 'Both' }],
  });
  expect(await app.call('entities.list', {})).toEqual(before);
});

test('50,000 rows with a byte-order mark, semicolons, quotation marks and bad rows: each is in or named', async () => {
  const app = await startApp();
  const ROWS = 50_000;
  const isBad = (at: number) => at % 997 === 0;
  const bad = ['"aldri lukket;person;;', ';person;;', 'Feil;person;1878-13;', 'Feil;person;;Q', 'a;b;c;;;for mange'];
  let told = 0;
  const rows = Array.from({ length: ROWS }, (_, at) =>
    isBad(at) ? (bad[told++ % bad.length] ?? '') : `"Navn; ""nr."" ${at}";person;${1000 + (at % 900)}~;Q${at + 1}`,
  );
  const report = await take(app, `\uFEFFnavn;type;dato;wikidata\r\n${rows.join('\r\n')}\r\n`);
  const expected = rows.flatMap((_, at) => (isBad(at) ? [at + 2] : []));
  expect(report.faults.map(({ row }) => row)).toEqual(expected);
  expect(report).toMatchObject({ created: ROWS - expected.length, updated: 0, faulty: expected.length });
  const all = await app.call('entities.list', {});
  expect(all).toHaveLength(ROWS - expected.length);
  expect(all.find(({ name }) => name === 'Navn; "nr." 12345')).toMatchObject({
    dates: '1645~',
    identifiers: [{ kind: 'wikidata', value: 'Q12346' }],
  });
  await app.call('history.undo', {});
  expect(await app.call('entities.list', {})).toEqual([]);
}, 120_000);

test('a long list tells how far it is and lets others read; deeds wait; cancelled it leaves nothing', async () => {
  const app = await startApp();
  const { call, refused } = app;
  const before = await call('history.list', { limit: 10 });
  const list = `name,aliases,tonnage\n${Array.from({ length: 2000 }, (_, at) => `Fram ${at},F${at},${at}`).join('\n')}\n`;
  const input = () => ({
    upload: app.upload('list.csv', list),
    name: 'list.csv',
    type: 'ship',
    columns: { tonnage: 'field:tonnage' as const },
  });
  const told: Progress[] = [];
  const cancelling = new AbortController();
  let made: Promise<unknown> | undefined;
  let isMade = false;
  let readMeanwhile = 0;
  const onProgress = (progress: Progress) => {
    told.push(progress);
    made ??= call('tags.create', { name: 'meanwhile' }).then(() => {
      isMade = true;
    });
    expect(isMade).toBe(false);
    void call('entityTypes.list', {}).then(() => readMeanwhile++);
    if (told.length === 5) cancelling.abort();
  };
  const cancelled = refused('entities.import', input(), { signal: cancelling.signal, onProgress });
  expect(await cancelled).toMatchObject({ code: 'cancelled' });
  await made;
  expect(told.length).toBe(5);
  expect(told.at(-1)?.done).toBeGreaterThan(0);
  expect(told.at(-1)?.done).toBeLessThan(2000);
  expect(readMeanwhile).toBeGreaterThan(0);
  expect(await call('entities.list', {})).toEqual([]);
  expect((await call('entityTypes.list', {})).map(({ name }) => name)).not.toContain('ship');
  expect((await call('history.list', { limit: 10 })).slice(1)).toEqual(before);
  expect((await call('search.query', { query: 'Fram' })).hits).toEqual([]);

  expect(await call('entities.import', input())).toMatchObject({ created: 2000, faulty: 0 });
  expect((await call('entityTypes.list', {})).at(-1)).toMatchObject({
    name: 'ship',
    fields: ['tonnage'],
    entities: 2000,
  });
  const [hit] = (await call('search.query', { query: '"F1234"' })).hits;
  expect(await call('entities.get', { id: hit?.id ?? '' })).toMatchObject({ fields: { tonnage: '1234' } });
  expect((await call('history.list', { limit: 1 }))[0]).toMatchObject({ deed: 'import-entities', subject: 'list.csv' });
  await call('history.undo', {});
  expect(await call('entities.list', {})).toEqual([]);
});
