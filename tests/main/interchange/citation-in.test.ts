import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCitations } from '../../../main/interchange/index.ts';

const BIBTEX = String.raw`% The library of a reader
@string{cup = "Cambridge University Press"}
@comment{nothing {of} this}

@book{overy2004,
  author = {Overy, Richard and {Royal Society of X and Y} and Ludwig van der Rohe and others},
  editor = "S{\o}ren K{\"o}nig",
  title = {The {Dictators}: 50\% of \'Etat, \v{C}apek \& {\AA}s},
  publisher = cup # { \& Sons},
  address = {London}, year = 2004, month = may,
  pages = {12--34}, isbn = {0-393-02030-4}, url = {https://example.org/~a_b\%20c},
}

@article{broken,
  title = {Never closed,
  author = "x"

@article(cohen,
  title = "A {"}quoted{"} word", journal = {Past \& Present}, number = 3, doi = {https://doi.org/10.1/x}
)

@misc{untitled, author = {A}}
Write to me@example.org.
`;

test('BibTeX: good entries come in, a bad one is named with its line, and reading goes on behind it', () => {
  const { entries, problems } = readCitations(BIBTEX);
  expect(entries).toMatchObject([
    {
      title: 'The Dictators: 50% of État, Čapek & Ås',
      authors: ['Overy, Richard', 'Royal Society of X and Y', 'van der Rohe, Ludwig'],
      date: '2004-05',
      url: 'https://example.org/~a_b%20c',
      publisher: 'Cambridge University Press & Sons',
      identifiers: [{ kind: 'isbn', value: '0-393-02030-4' }],
      citation: {
        type: 'book',
        editors: ['König, Søren'],
        place: 'London',
        pages: '12–34',
      },
    },
    {
      title: 'A "quoted" word',
      citation: { type: 'article-journal', container: 'Past & Present', issue: '3' },
      identifiers: [{ kind: 'doi', value: '10.1/x' }],
    },
  ]);
  expect(problems).toEqual([
    { line: 14, problem: 'not-closed', near: '@article{broken,' },
    { line: 22, problem: 'no-title', near: 'untitled' },
  ]);
});

const RIS = `TY  - CHAP
AU  - Hansen, Ole
AU  - Королёв, С. П.
ED  - Berg, Kari
TI  - Styret i 1923:
  en gjennomgang
T2  - Samlede arbeider
PB  - Forlaget
CY  - Oslo
PY  - 1974/05//
SP  - 12
EP  - 34
SN  - 82-00-00000-0
DO  - https://doi.org/10.1/y
ER  -

stray words
TY  - JOUR
JO  - Past & Present
ER  - \r
TY  - BOOK
TI  - Never ended
`;

test('RIS: records from TY to ER, lines that go on, records without a title or an end', () => {
  const { entries, problems } = readCitations(RIS);
  expect(entries).toMatchObject([
    {
      title: 'Styret i 1923: en gjennomgang',
      authors: ['Hansen, Ole', 'Королёв, С. П.'],
      date: '1974-05',
      publisher: 'Forlaget',
      identifiers: [
        { kind: 'doi', value: '10.1/y' },
        { kind: 'isbn', value: '82-00-00000-0' },
      ],
      citation: {
        type: 'chapter',
        editors: ['Berg, Kari'],
        container: 'Samlede arbeider',
        place: 'Oslo',
        pages: '12–34',
      },
    },
    { title: 'Never ended', citation: { type: 'book' } },
  ]);
  expect(problems).toEqual([
    { line: 17, problem: 'not-an-entry', near: 'stray words' },
    { line: 18, problem: 'no-title', near: '' },
    { line: 21, problem: 'not-closed', near: 'Never ended' },
  ]);
});

test('CSL-JSON: names, dates, kinds of works', () => {
  const items = [
    {
      id: 'a',
      type: 'paper-conference',
      title: 'On <i>Nature</i>',
      author: [{ family: 'Rohe', given: 'Ludwig', 'non-dropping-particle': 'van der' }, { literal: 'The Court' }],
      issued: { 'date-parts': [[1884, 9, 3]] },
      volume: 4,
      'container-title': 'Proceedings',
    },
    { id: 'b', type: 'book' },
    'nonsense',
    { id: 'c', type: 'book', title: 'Old', issued: { literal: 'around 1900' } },
  ];
  const { entries, problems } = readCitations(JSON.stringify(items, null, 1));
  expect(entries).toMatchObject([
    {
      title: 'On Nature',
      authors: ['van der Rohe, Ludwig', 'The Court'],
      date: '1884-09-03',
      citation: { type: 'chapter', container: 'Proceedings', volume: '4' },
    },
    { title: 'Old', date: 'around 1900', citation: { type: 'book' } },
  ]);
  expect(problems.map(({ problem }) => problem)).toEqual(['no-title', 'not-an-entry']);
});

test('JSON that is none is named with the line of the fault', () => {
  expect(readCitations('[\n {"title": "A"},\n {"title" "B"}\n]')).toEqual({
    entries: [],
    problems: [{ line: 3, problem: 'not-json', near: '' }],
  });
});

test('what is no citation at all is said to be none', () => {
  expect(readCitations('Dear reader').problems).toEqual([{ line: 1, problem: 'unknown-format', near: 'Dear reader' }]);
});

const pieces = fc.array(
  fc.constantFrom(
    '@book{',
    '@',
    '{',
    '}',
    '"',
    ',',
    '=',
    '#',
    'title',
    'author',
    ' and ',
    '\\',
    "\\'",
    'e',
    '\n',
    'TY  - BOOK\n',
    'TI  - ',
    'ER  -\n',
    '(',
    ')',
    'æ',
    '漢',
    '%',
    '\\{',
  ),
  { maxLength: 60 },
);

test('any text at all is read to its end', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const { entries, problems } = readCitations(parts.join(''));
      for (const { title } of entries) expect(title).not.toBe('');
      for (const { line } of problems) expect(line).toBeGreaterThan(0);
    }),
    { numRuns: 2000 },
  );
});
