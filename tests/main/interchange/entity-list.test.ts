import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entity, EntityList } from '../../../db/model/index.ts';
import { readEntityList, writeEntityJson, writeEntityTable } from '../../../main/interchange/index.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, said = {}) => readEntityList(bytes(text), 'list', { said });
const names = ({ rows }: EntityList) => rows.map(({ draft }) => draft.name);

describe('tables', () => {
  test('semicolons, a byte-order mark, Norwegian heads, quotation marks, several in a cell', () => {
    const list = read(
      '\uFEFFNavn;Kategori;Andre navn;Dato;Breddegrad;Lengdegrad;Wikidata;Hylle\r\n' +
        '"Berg; Ada ""den eldre""";person;Ада Берг | A. B.;1878~;59,9;10.7;https://www.wikidata.org/wiki/Q1;12\r\n' +
        '\r\n' +
        'Ås;place\r\n',
    );
    expect(list.faults).toEqual([]);
    expect(list.columns.map(({ field }) => field)).toEqual([
      'name',
      'type',
      'aliases',
      'dates',
      'latitude',
      'longitude',
      'wikidata',
      null,
    ]);
    expect(list.rows).toEqual([
      {
        row: 2,
        draft: {
          name: 'Berg; Ada "den eldre"',
          type: 'person',
          names: [
            { name: 'Ада Берг', language: '', kind: '' },
            { name: 'A. B.', language: '', kind: '' },
          ],
          dates: '1878~',
          coordinates: { latitude: 59.9, longitude: 10.7 },
          identifiers: [{ kind: 'wikidata', value: 'Q1' }],
        },
      },
      { row: 4, draft: { name: 'Ås', type: 'place', names: [], identifiers: [] } },
    ]);
  });

  test('columns go where somebody says', () => {
    const list = read('a,name,c\nAda,x,1815\n', { a: 'name', c: 'dates' });
    expect(list.columns.map(({ field }) => field)).toEqual(['name', null, 'dates']);
    expect(list.rows[0]?.draft).toMatchObject({ name: 'Ada', dates: '1815' });
    expect(read('a,name\nAda,x\n', { name: null }).rows).toEqual([]);
  });

  test.each([
    ['name,dates\n,1878\n', 'no-name', ''],
    ['name,dates\nAda,1878-13\n', 'dates', '1878-13'],
    ['name,wikidata\nAda,855\n', 'identifier', 'wikidata 855'],
    ['name,orcid\nAda,0000-0002-1825-0098\n', 'identifier', 'orcid 0000-0002-1825-0098'],
    ['name,lat,lon\nAda,91,0\n', 'coordinates', '91, 0'],
    ['name,lat\nAda,50\n', 'coordinates', '50, '],
    ['name,coordinates\nAda,north\n', 'coordinates', 'north'],
    ['name\nAda,Berg\n', 'cells', '2 > 1'],
    [`name\n${'x'.repeat(501)}\n`, 'too-long', `${'x'.repeat(40)}…`],
    ['name,dates\n"Ada,1878\n', 'quotes', '"Ada,1878'],
  ])('%j: the row is named', (text, reason, detail) => {
    expect(read(text)).toMatchObject({ rows: [], faults: [{ row: 2, reason, detail }] });
  });

  test('a quotation mark that does not close takes no other row along', () => {
    const list = read('name,dates\nA,1\nB,"2\nC,1903\n"D,"4\nE,1905\n"F ""x""",1906\nG,"1907"\n');
    expect(names(list)).toEqual(['C', 'E', 'F "x"', 'G']);
    expect(list.faults.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'dates'],
      [3, 'quotes'],
      [5, 'quotes'],
    ]);
  });

  test('nothing, heads alone, and what is no table at all', () => {
    expect(read('')).toEqual({ columns: [], rows: [], faults: [] });
    expect(read('name,type')).toMatchObject({ rows: [], faults: [] });
    expect(read('{"a": 1}').rows).toEqual([]);
  });
});

test('a column goes to a field of one’s own: where it is said, where its head says so, where there is one of that name', () => {
  const { columns, rows } = readEntityList(
    bytes('Name,Tonnage,field: dates,rigged as,flag\nFram,402,1892–1914,barque,NO\n'),
    'list',
    {
      own: ['tonnage'],
      said: { 'rigged as': 'field:rig' },
    },
  );
  expect(columns.map(({ field }) => field)).toEqual(['name', 'field:tonnage', 'field:dates', 'field:rig', null]);
  expect(rows).toMatchObject([{ draft: { fields: { tonnage: '402', dates: '1892–1914', rig: 'barque' } } }]);
});

describe('JSON', () => {
  test('good entries are taken, others named', () => {
    const list = read(
      '[{"name":"Ada","aliases":["A"],"type":"person","extra":1},{"name":1},7,{"name":"B","dates":"1x"}]',
    );
    expect(names(list)).toEqual(['Ada']);
    expect(list.faults).toEqual([
      { row: 2, reason: 'form', detail: 'name' },
      { row: 3, reason: 'form', detail: '' },
      { row: 4, reason: 'dates', detail: '1x' },
    ]);
  });
});

const SHIP: Entity = {
  id: '',
  type: 'ship',
  name: 'Fram',
  names: [],
  aliases: [],
  description: '',
  descriptionDocument: null,
  dates: '',
  coordinates: null,
  identifiers: [],
  fields: {},
  mentions: 0,
  sources: 0,
  createdAt: '',
  updatedAt: '',
};

const word = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text && text !== '');
const cellWord = word.filter((text) => !/[|;\n\r:]/.test(text) && text.isWellFormed());
const entity = fc.record({
  id: fc.uuid({ version: 7 }),
  type: cellWord,
  name: fc.oneof(cellWord, fc.constantFrom('"', '""', 'a;b', 'a,b', 'a\nb', '=1+1', '[', 'a\t|x')),
  aliases: fc.uniqueArray(cellWord, { maxLength: 3 }),
  description: fc.oneof(cellWord, fc.constantFrom('', 'two\nlines', '"quoted", he said; so')),
  dates: fc.constantFrom('', '1878~', '1932/1933', 'shortly after'),
  fields: fc.dictionary(cellWord, cellWord, { maxKeys: 2 }),
  coordinates: fc.option(fc.record({ latitude: fc.integer({ min: -90, max: 90 }), longitude: fc.constant(10.25) })),
  identifiers: fc.constantFrom(
    [],
    [{ kind: 'wikidata', value: 'Q1' }],
    [
      { kind: 'wikidata', value: 'Q1' },
      { kind: 'wikidata', value: 'Q2' },
      { kind: 'box', value: '12' },
    ],
  ),
});

test('a field is empty for whom it says nothing, whatever it is called', () => {
  const ships = [{ ...SHIP, fields: { constructor: 'Berg & Co.' } }, SHIP];
  const { rows } = readEntityList(bytes(writeEntityTable(ships)), 'list', { own: ['constructor'] });
  expect(rows.map(({ draft }) => draft.fields)).toEqual([{ constructor: 'Berg & Co.' }, undefined]);
});

test('what is written is read again, to the letter, from a table and from JSON', () => {
  fc.assert(
    fc.property(fc.array(entity, { maxLength: 5 }), (made) => {
      const entities = made.map(
        (each): Entity => ({
          ...each,
          names: each.aliases.map((name) => ({ name, language: 'nb', kind: 'pseudonym' })),
          descriptionDocument: null,
          mentions: 0,
          sources: 0,
          createdAt: '',
          updatedAt: '',
        }),
      );
      for (const text of [writeEntityTable(entities), writeEntityJson(entities)]) {
        const own = entities.flatMap(({ fields }) => Object.keys(fields));
        const { rows, faults } = readEntityList(bytes(text), 'list', { own });
        expect(faults).toEqual([]);
        expect(
          rows.map(({ draft }) => ({
            ...draft,
            names: draft.names.map(({ name }) => name),
            dates: draft.dates ?? '',
            description: draft.description ?? '',
            coordinates: draft.coordinates ?? null,
            fields: draft.fields ?? {},
          })),
        ).toEqual(
          entities.map(({ id, type, name, aliases, description, dates, coordinates, identifiers, fields }) => ({
            id,
            type,
            name,
            names: aliases,
            description,
            dates,
            coordinates,
            identifiers,
            fields,
          })),
        );
      }
    }),
  );
});

test('any bytes are rows and faults, and every record with something in it is one of the two', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', '""', ',', '\n', ' ', 'é'), maxLength: 20 });
  fc.assert(
    fc.property(cell, (text) => {
      const list = read(`name,dates\n${text}`);
      const lines = text.split('\n').filter((line) => line.replace(/[\s,"]/g, '') !== '').length;
      if (!text.includes('"')) expect(list.rows.length + list.faults.length).toBeGreaterThanOrEqual(lines);
    }),
  );
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => void readEntityList(noise, 'list')));
});
