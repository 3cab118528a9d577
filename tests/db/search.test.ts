import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNotebook, type Notebook, openNotebook, searchNames, searchNotebook } from '../../db/index.ts';
import { HIT_KINDS, type Hit, sliceCodePoints, sourceText } from '../../db/model/index.ts';
import { parseQuery } from '../../db/search/query.ts';
import { testFolder } from './support/folder.ts';
import { addEntity, addHighlight, addNote, addOutline, addSource, addTag } from './support/rows.ts';

const LINES = [
  'Sosso (georgisk: იოსებ 𝕊 იოსები) møtte Grigorij Sinovjev i Москва.',
  'De søkte etter koøperasjon. Сталин kom senere, i ёлка-tiden.',
  'Krigen og freden, Krieg und Frieden, 戦争と平和.',
];

interface Fixture {
  readonly notebook: Notebook;
  readonly source: string;
  readonly outline: string;
  readonly entity: string;
  readonly highlight: string;
}

function fixture(): Fixture {
  const notebook = createNotebook(join(testFolder(), 'war.lectern'));
  const ids = notebook.write({ deed: 'import-source', subject: '' }, (c) => {
    const source = addSource(c, 'Krigens år', LINES);
    addTag(c, 'Krig');
    addNote(c, 'Om freden', 'En note om krigen og Grigorij.');
    return {
      source,
      highlight: addHighlight(c, source, 0, 'Sosso'),
      entity: addEntity(c, 'Josef Stalin', ['Иосиф Сталин', 'იოსებ სტალინი']),
      outline: addOutline(c, 'Disposisjon', ['Innledning', 'Krigen begynner']),
    };
  });
  return { notebook, ...ids };
}

function search(notebook: Notebook, query: string): readonly Hit[] {
  return notebook.read((c) => searchNotebook(c, query)).hits;
}

/** The blocks found, by number. */
function blocks(notebook: Notebook, query: string): unknown[] {
  return search(notebook, query).flatMap(({ kind, block }) => (kind === 'block' ? [block] : []));
}

test.each([
  ['grigorij', [1]],
  ['sinovjev', [1]],
  ['МОСКВА', [1]],
  ['იოსებ', [1]],
  ['sok', [2]],
  ['Сталин', [2]],
  ['елка', [2]],
  ['kooperasjon', [2]],
  ['平和', [3]],
  ['krigen freden', [3]],
  ['"og freden"', [3]],
  ['"freden og"', []],
  ['kri* -grigorij', [3]],
  ['de -сталин', []],
  ['kri', [3]],
  ['kri og', []],
  ['krig ', []],
  ['-krigen', []],
  ['""', []],
])('%s finds the blocks %j', (query, expected) => {
  const { notebook } = fixture();
  expect(blocks(notebook, query)).toEqual(expected);
  notebook.close();
});

test('a hit in a text says where it stands, in code points of the source’s text', () => {
  const { notebook, source } = fixture();
  const text = sourceText(LINES.map((line) => ({ text: line })));
  for (const [query, words] of [
    ['иосиф OR', undefined],
    ['იოსები', 'იოსები'],
    ['sinovjev', 'Sinovjev'],
    ['kooperasjon', 'koøperasjon'],
    ['сталин', 'Сталин'],
  ] as const) {
    const hit = search(notebook, query).find(({ kind }) => kind === 'block');
    if (words === undefined) expect(hit).toBeUndefined();
    else {
      expect(hit).toMatchObject({ kind: 'block', id: source, sourceId: source, title: 'Krigens år' });
      expect(sliceCodePoints(text, hit?.start ?? 0, hit?.end ?? 0)).toBe(words);
      expect(hit?.marks.map(([start, end]) => hit.snippet.slice(start, end))).toEqual([words]);
      expect(hit?.locator).toBe(`¶ ${hit?.block}`);
    }
  }
  notebook.close();
});

test('everything with words is found, grouped by kind', () => {
  const { notebook, source, outline, entity, highlight } = fixture();
  const kinds = (query: string) => search(notebook, query).map(({ kind }) => kind);
  expect(kinds('krig*')).toEqual(['source', 'block', 'note', 'tag', 'outline']);
  expect(search(notebook, 'begynner')).toMatchObject([{ kind: 'outline', id: outline, snippet: 'Krigen begynner' }]);
  expect(search(notebook, 'иосиф')).toMatchObject([
    { kind: 'entity', id: entity, title: 'Josef Stalin', sign: 'person' },
  ]);
  expect(search(notebook, 'sosso').map(({ id }) => id)).toEqual([source, highlight]);
  const only = notebook.read((c) => searchNotebook(c, 'krig*', { kinds: ['note', 'tag'], limit: 1 }));
  expect(only.hits.map(({ kind }) => kind)).toEqual(['note']);
  expect(only.totals).toMatchObject({ note: 1, tag: 1, block: 0 });
  notebook.close();
});

test('a limit lets no kind crowd out another, and totals count what is beyond it', () => {
  const { notebook } = fixture();
  notebook.write({ deed: 'create-tag', subject: '' }, (c) => {
    for (let at = 0; at < 30; at++) addTag(c, `Krig ${at}`);
  });
  const { hits, totals } = notebook.read((c) => searchNotebook(c, 'krig*', { limit: 6 }));
  expect(hits.map(({ kind }) => kind)).toEqual(['source', 'block', 'note', 'tag', 'tag', 'outline']);
  expect(totals.tag).toBe(31);
  notebook.close();
});

test('what is in the trash, or in a source that is, is not found until it is back', () => {
  const { notebook, source, outline, entity } = fixture();
  const trash = (table: string, id: string) =>
    notebook.write({ deed: 'restore', subject: '' }, (c) =>
      c.run(`UPDATE ${table} SET trashed_at = 1 WHERE id = ?`, id),
    );
  trash('sources', source);
  expect(search(notebook, 'sosso')).toEqual([]);
  expect(notebook.read((c) => searchNotebook(c, 'sosso')).totals.block).toBe(0);
  trash('outlines', outline);
  expect(search(notebook, 'begynner')).toEqual([]);
  trash('entities', entity);
  expect(search(notebook, 'иосиф')).toEqual([]);
  for (let times = 0; times < 3; times++) notebook.undo();
  expect(search(notebook, 'sosso')).toHaveLength(2);
  expect(search(notebook, 'begynner')).toHaveLength(1);
  expect(search(notebook, 'иосиф')).toHaveLength(1);
  notebook.close();
});

test('names are found by their beginnings, likest first; nothing typed gives what was changed last', () => {
  const { notebook, entity } = fixture();
  notebook.write({ deed: 'create-entity', subject: '' }, (c) => {
    addEntity(c, 'Stalingrad');
    addEntity(c, 'Jakov Stalin');
    addEntity(c, 'Stalin');
  });
  const titles = (query: string) => notebook.read((c) => searchNames(c, query)).map(({ title }) => title);
  expect(titles('stalin')).toEqual(['Stalin', 'Stalingrad', expect.anything(), expect.anything()]);
  expect(titles('sta jos')).toEqual(['Josef Stalin']);
  expect(titles('იოს')).toEqual(['Josef Stalin']);
  expect(titles('begynner')).toEqual([]);
  notebook.write({ deed: 'edit-entity', subject: '' }, (c) =>
    c.run('UPDATE entities SET updated_at = 9 WHERE id = ?', entity),
  );
  expect(titles(' ')[0]).toBe('Josef Stalin');
  notebook.close();
});

test('a match far into a book-long block is found and shown', () => {
  const notebook = createNotebook(join(testFolder(), 'war.lectern'));
  const line = `${'ord 𝕊 '.repeat(50_000)}nålen i høystakken`;
  notebook.write({ deed: 'import-source', subject: '' }, (c) => addSource(c, 'Bok', [line]));
  const [hit] = search(notebook, 'nalen');
  expect(sliceCodePoints(line, hit?.start ?? 0, hit?.end ?? 0)).toBe('nålen');
  expect(hit?.snippet.length).toBeLessThan(300);
  notebook.close();
});

test('whatever is typed, nothing is wrong with it', () => {
  const { notebook } = fixture();
  const pieces = fc.constantFrom(
    '"',
    '-',
    '*',
    'AND',
    'OR',
    'NOT',
    'NEAR(',
    ')',
    '{title}:',
    '^',
    '+',
    "'",
    '\0',
    'krig',
    ' ',
    '戦',
  );
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(typed, (query) => {
      const { hits, totals } = notebook.read((c) => searchNotebook(c, query, { limit: 5 }));
      expect(hits.length).toBeLessThanOrEqual(
        Math.min(
          5,
          HIT_KINDS.reduce((sum, kind) => sum + totals[kind], 0),
        ),
      );
      notebook.read((c) => searchNames(c, query));
    }),
    { numRuns: 300 },
  );
  expect(search(notebook, 'krig '.repeat(2000))).toMatchObject([{ kind: 'tag', title: 'Krig' }]);
  notebook.close();
});

test('a query is read as people write it', () => {
  expect(parseQuery('Fred -krig "to ord" «tre ord»')).toEqual([
    { words: ['fred'], prefix: false, excluded: false },
    { words: ['krig'], prefix: false, excluded: true },
    { words: ['to', 'ord'], prefix: false, excluded: false },
    { words: ['tre', 'ord'], prefix: false, excluded: false },
  ]);
  expect(parseQuery("l'homme jean-pa")).toEqual([
    { words: ['l', 'homme'], prefix: false, excluded: false },
    { words: ['jean', 'pa'], prefix: true, excluded: false },
  ]);
});

/** Whether changes wait for a search. */
function isBehind(notebook: Notebook): boolean {
  return notebook.read((c) => c.get("SELECT 1 FROM settings WHERE key = 'search.behind'")) !== undefined;
}

test('what waited for a search when the program died is found after the next opening', () => {
  const { notebook, source } = fixture();
  notebook.write({ deed: 'create-highlight', subject: '' }, (c) => addHighlight(c, source, 6, 'georgisk'));
  expect(isBehind(notebook)).toBe(true);
  const left = join(testFolder(), 'left.lectern');
  copyFileSync(notebook.path, left);
  // Only to be looked at it cannot be taken in; that is no defect of the notebook.
  const seen = openNotebook(left, { readOnly: true });
  expect(seen.check().defects.map(({ code }) => code)).not.toContain('index-stale');
  seen.close();
  const found = openNotebook(left);
  expect(search(found, 'georgisk').map(({ kind }) => kind)).toContain('highlight');
  expect(found.check().defects.map(({ code }) => code)).not.toContain('index-stale');
  expect(isBehind(found)).toBe(false);
  found.close();
});

test('a search takes in what waited, in a deed too, and is no change of the notebook', () => {
  const { notebook } = fixture();
  const add = (name: string) => notebook.write({ deed: 'create-tag', subject: name }, (c) => addTag(c, name));
  add('Uvær');
  const commits = notebook.commits();
  expect(search(notebook, 'uvær').map(({ title }) => title)).toEqual(['Uvær']);
  expect(isBehind(notebook)).toBe(false);
  expect(notebook.commits()).toBe(commits);
  add('Storm');
  const names = notebook.write({ deed: 'create-tag', subject: '' }, (c) => {
    addTag(c, 'Stormflod');
    return searchNames(c, 'storm').map(({ title }) => title);
  });
  expect(names).toEqual(['Storm', 'Stormflod']);
});

test('many changes do not wait, and a notebook that was closed has nothing that waits', () => {
  const { notebook } = fixture();
  search(notebook, 'krig');
  notebook.write({ deed: 'create-tag', subject: '' }, (c) => {
    for (let at = 0; at <= 100; at++) addTag(c, `Merke ${at}`);
  });
  expect(isBehind(notebook)).toBe(false);
  notebook.write({ deed: 'create-tag', subject: '' }, (c) => addTag(c, 'Ett til'));
  expect(isBehind(notebook)).toBe(true);
  notebook.close();
  const again = openNotebook(notebook.path, { readOnly: true });
  expect(isBehind(again)).toBe(false);
  expect(search(again, 'ett til').map(({ title }) => title)).toEqual(['Ett til']);
  again.close();
});
