import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Collection, NO_CITATION, type Source } from '../../../main/contract/index.ts';
import { commonFields, someFactsOf } from '../../../renderer/dialogs/source/fields.ts';
import type { LibraryNode } from '../../../renderer/library/node.ts';
import { inOrder, type SourceSort, withWords } from '../../../renderer/library/sources/order.ts';
import {
  collectionPaths,
  gatheredInto,
  shelvedOf,
  shelves,
  sourcesOf,
  stepCollection,
} from '../../../renderer/library/sources/shelves.ts';

const source = (id: string, facts: Partial<Source> = {}): Source => ({
  id,
  title: id,
  authors: [],
  date: '',
  language: '',
  url: '',
  publisher: '',
  identifiers: [],
  citation: NO_CITATION,
  fileName: '',
  mediaType: 'text/plain',
  encoding: 'utf-8',
  sha256: '',
  size: 0,
  length: 0,
  words: 0,
  blocks: 0,
  highlights: 0,
  entities: 0,
  status: 'unread',
  collectionIds: [],
  lastReadAt: null,
  createdAt: '',
  updatedAt: '',
  ...facts,
});

const collection = (id: string, parentId: string | null = null, name = id): Collection => ({
  id,
  name,
  parentId,
  sources: 0,
  sourcesBelow: 0,
  createdAt: '',
  updatedAt: '',
});

const order = (sources: Source[], by: SourceSort, descending = false) =>
  inOrder(sources, { by, descending }, 'nb').map(({ id }) => id);

test('names are sorted as the language sorts them, numbers by their value, and what is not known comes last', () => {
  const all = [source('Ås'), source('Brev 10'), source('brev 9'), source('Ære'), source('Zagreb')];
  expect(order(all, 'title')).toEqual(['brev 9', 'Brev 10', 'Zagreb', 'Ære', 'Ås']);
  const dated = [source('a'), source('b', { date: '1914' }), source('c', { date: '1884' })];
  expect(order(dated, 'date')).toEqual(['c', 'b', 'a']);
  expect(order(dated, 'date', true)).toEqual(['b', 'c', 'a']);
  const read = [source('a', { lastReadAt: '2026-01-01' }), source('b'), source('c', { lastReadAt: '2026-02-01' })];
  expect(order(read, 'last-read', true)).toEqual(['c', 'a', 'b']);
  expect(order(read, 'added', true)).toEqual(['c', 'b', 'a']);
});

test('words are looked for in titles, authors and dates, each of them, accents aside', () => {
  const all = [source('Letters', { authors: ['Skłodowska, Maria'], date: '1903' }), source('Réponse')];
  const found = (words: string) => withWords(all, words).map(({ id }) => id);
  expect(found('SKŁODOWSKA 1903')).toEqual(['Letters']);
  expect(found('reponse')).toEqual(['Réponse']);
  expect(found('letters 1904')).toEqual([]);
  expect(found('  ')).toEqual(['Letters', 'Réponse']);
});

const SIGNS = { collection: null, source: () => null };
const outline = (nodes: readonly LibraryNode[]): unknown[] =>
  nodes.map(({ name, count, children }) => (children ? [name, count, outline(children)] : name));

test('a source stands in each of its collections, and counts once above them', () => {
  const all = [collection('10', 'Letters'), collection('Letters'), collection('9', 'Letters'), collection('Empty')];
  const sources = [
    source('a', { collectionIds: ['9', '10'] }),
    source('b', { collectionIds: ['Letters'] }),
    source('c'),
  ];
  const nodes = shelves(all, sources, 'en', true, SIGNS);
  expect(outline(nodes)).toEqual(['Empty', ['Letters', 2, [['9', 1, ['a']], ['10', 1, ['a']], 'b']], 'c']);
  // What is looked for leaves out the collections that have none of it.
  expect(outline(shelves(all, sources.slice(1), 'en', false, SIGNS))).toEqual([['Letters', 1, ['b']], 'c']);
  const keys = (list: readonly LibraryNode[]): string[] =>
    list.flatMap(({ key, children = [] }) => [key, ...keys(children)]);
  const every = keys(nodes);
  expect(new Set(every).size).toBe(every.length);
  expect(sourcesOf(every)).toEqual(['a', 'b', 'c']);
  expect(shelvedOf('9/a')).toEqual({ kind: 'source', id: 'a', collectionId: '9' });
  expect(shelvedOf('c')).toEqual({ kind: 'source', id: 'c', collectionId: null });
  expect(collectionPaths(all).get('9')).toBe('Letters');
});

test('no source is ever missing from the shelves, and none is twice in one place', () => {
  const ids = ['A', 'B', 'C', 'D'];
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.nat(2), { nil: null }), { minLength: 4, maxLength: 4 }),
      fc.array(fc.uniqueArray(fc.constantFrom(...ids)), { maxLength: 8 }),
      (parents, held) => {
        // A parent comes before what stands below it, so that there is no circle.
        const all = ids.map((id, at) => {
          const parent = parents[at];
          return collection(id, parent != null && parent < at ? (ids[parent] ?? null) : null);
        });
        const sources = held.map((collectionIds, at) => source(`s${at}`, { collectionIds }));
        const nodes = shelves(all, sources, 'en', true, SIGNS);
        const keys = (list: readonly LibraryNode[]): string[] =>
          list.flatMap(({ key, children = [] }) => [key, ...keys(children)]);
        const every = keys(nodes);
        expect(new Set(every).size).toBe(every.length);
        expect(sourcesOf(every).toSorted()).toEqual(sources.map(({ id }) => id).toSorted());
        expect(every.length).toBe(4 + held.reduce((sum, { length }) => sum + Math.max(1, length), 0));
      },
    ),
  );
});

test('a collection steps into the one above it and out of the one it is in', () => {
  const all = [collection('A'), collection('B'), collection('C', 'B')];
  expect(stepCollection(all, 'B', 'in', 'en')).toEqual({ parentId: 'A' });
  expect(stepCollection(all, 'A', 'in', 'en')).toBeUndefined();
  expect(stepCollection(all, 'C', 'out', 'en')).toEqual({ parentId: null });
  expect(stepCollection(all, 'A', 'out', 'en')).toBeUndefined();
  expect(stepCollection(all, 'A', 'up', 'en')).toBeUndefined();
});

test('of several sources only what was said is changed', () => {
  const sources = [
    source('a', { date: '1884', language: 'nb', citation: { ...NO_CITATION, place: 'Oslo' } }),
    source('b', { date: '1884', language: 'en', citation: { ...NO_CITATION, place: 'Oslo' } }),
  ];
  const common = commonFields(sources);
  expect(common).toMatchObject({ date: '1884', place: 'Oslo', authors: '' });
  expect(common).not.toHaveProperty('language');
  expect(someFactsOf({ authors: 'Dahl, H.\n', place: '', type: 'manuscript' })).toEqual({
    authors: ['Dahl, H.'],
    citation: { place: '', type: 'manuscript' },
  });
});

test('a drop takes each source out of the collections its own rows were dragged from, and of no others', () => {
  expect(gatheredInto('c', ['a/one', 'b/two', 'b/one', 'c/one', 'three', 'collection:d', 'collection:c'])).toEqual({
    id: 'c',
    sources: [
      { id: 'one', outOf: ['a', 'b'] },
      { id: 'two', outOf: ['b'] },
      { id: 'three', outOf: [] },
    ],
    collectionIds: ['d'],
  });
  expect(gatheredInto('c', ['collection:c'])).toBeUndefined();
});
