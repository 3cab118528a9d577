import { expect, test } from 'vitest';
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
      { name: 'Countess', language: '', kind: '' },
      { name: 'A.', language: 'en', kind: 'abbreviation' },
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
  expect((await call('entities.list', {})).map(({ name, aliases, dates }) => [name, aliases, dates])).toEqual([
    ['Ada Berg', ['Countess', 'A.', 'Ada'], '1815/1852'],
    ['Ås', [], ''],
    ['Ås', ['Ås igjen'], '1900'],
  ]);
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
