import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collections, highlights, searchNames, searchNotebook, settings, sources, tags } from '../../../db/index.ts';
import { LecternError, lastReadKey } from '../../../db/model/index.ts';
import { addSource, deed, everything, newNotebook } from './shelf.ts';

test('a source may be in several collections; what stands below counts once; undo brings all of it back', () => {
  const notebook = newNotebook();
  const [letter, diary] = [addSource(notebook, 'Letter'), addSource(notebook, 'Diary')];
  const empty = everything(notebook);
  const { letters, early } = deed(notebook, (connection) => {
    const letters = collections.create(connection, 'Letters', null);
    const early = collections.create(connection, '1884', letters.id);
    collections.arrange(connection, [letter, diary], [early.id, letters.id], []);
    collections.arrange(connection, [diary], [], [letters.id]);
    return { letters, early };
  });
  const list = () => notebook.read(collections.list);
  expect(list().map(({ name, sources: own, sourcesBelow }) => [name, own, sourcesBelow])).toEqual([
    ['1884', 2, 2],
    ['Letters', 1, 2],
  ]);
  expect(notebook.read((c) => sources.get(c, letter).collectionIds)).toEqual([letters.id, early.id].toSorted());
  const ids = (collectionId: string | null) =>
    notebook.read((c) => sources.list(c, { collectionId }).map(({ title }) => title));
  expect(ids(letters.id)).toEqual(['Letter', 'Diary']);
  expect(ids(null)).toEqual([]);
  deed(notebook, (connection) => sources.remove(connection, diary));
  expect(list()[0]).toMatchObject({ sources: 1, sourcesBelow: 1 });
  notebook.undo();
  notebook.undo();
  expect(everything(notebook)).toBe(empty);
});

test('what stands in a collection that is taken away moves up, also where a collection in it has its name', () => {
  const notebook = newNotebook();
  const letter = addSource(notebook, 'Letter');
  const made = deed(notebook, (connection) => {
    const top = collections.create(connection, 'Archive', null);
    const middle = collections.create(connection, 'Box', top.id);
    const low = collections.create(connection, 'Box', middle.id);
    collections.arrange(connection, [letter], [middle.id], []);
    return { top, middle, low };
  });
  const before = everything(notebook);
  deed(notebook, (connection) => collections.remove(connection, made.middle.id));
  expect(notebook.read((c) => collections.get(c, made.low.id))).toMatchObject({ name: 'Box', parentId: made.top.id });
  expect(notebook.read((c) => sources.get(c, letter).collectionIds)).toEqual([made.top.id]);
  notebook.undo();
  expect(everything(notebook)).toBe(before);
});

test('names are taken once in a place, and nothing comes below itself', () => {
  const notebook = newNotebook();
  const { a, b } = deed(notebook, (connection) => {
    const a = collections.create(connection, 'A', null);
    return { a, b: collections.create(connection, 'A', a.id) };
  });
  const code = (work: Parameters<typeof deed>[1]) => {
    try {
      deed(notebook, work);
    } catch (error) {
      return error instanceof LecternError ? error.code : error;
    }
    return 'nothing was refused';
  };
  expect(code((c) => collections.create(c, 'A', null))).toBe('name-taken');
  expect(code((c) => collections.move(c, b.id, null))).toBe('name-taken');
  expect(code((c) => collections.move(c, a.id, b.id))).toBe('would-make-a-cycle');
  expect(code((c) => collections.move(c, a.id, a.id))).toBe('would-make-a-cycle');
  expect(code((c) => collections.arrange(c, ['nobody'], [a.id], []))).toBe('not-found');
});

test('collections are found by their names, also after another one, and not when they are gone', () => {
  const notebook = newNotebook();
  const { box, id } = deed(notebook, (connection) => {
    const box = collections.create(connection, 'Archive', null);
    return { box, id: collections.create(connection, 'Brevsamling fra Ås', box.id).id };
  });
  const found = (query: string) => notebook.read((c) => searchNotebook(c, query).hits.map((hit) => [hit.kind, hit.id]));
  expect(found('as brev*')).toEqual([['collection', id]]);
  expect(notebook.read((c) => searchNames(c, 'brev'))).toMatchObject([
    { kind: 'collection', id, title: 'Brevsamling fra Ås', snippet: 'Archive › Brevsamling fra Ås' },
  ]);
  deed(notebook, (connection) => collections.rename(connection, id, 'Letters'));
  expect(found('brevsamling')).toEqual([]);
  deed(notebook, (connection) => collections.remove(connection, box.id));
  expect(found('archive')).toEqual([]);
  notebook.undo();
  expect(found('archive')).toEqual([['collection', box.id]]);
});

test('a filter asks for status, language, form and tags at once', () => {
  const notebook = newNotebook();
  const [one, two] = [addSource(notebook, 'One two'), addSource(notebook, 'Three four')];
  const tagId = deed(notebook, (connection) => {
    const tag = tags.create(connection, { name: 'War' });
    const below = tags.create(connection, { name: 'Causes', parentId: tag.id });
    highlights.create(connection, { sourceId: two, start: 0, end: 5, tagIds: [below.id] });
    sources.update(connection, two, { status: 'reading', language: 'nb' });
    settings.set(connection, lastReadKey(one), '2026-01-02T03:04:05.000Z');
    return tag.id;
  });
  const ids = (filter: Parameters<typeof sources.list>[1]) =>
    notebook.read((c) => sources.list(c, filter).map(({ id }) => id));
  expect(ids({ tagIds: [tagId], statuses: ['reading', 'read'], languages: ['nb'] })).toEqual([two]);
  expect(ids({ statuses: ['unread'], mediaTypes: ['text/plain'], languages: [''] })).toEqual([one]);
  expect(ids({ mediaTypes: ['text/html'] })).toEqual([]);
  expect(ids({ statuses: [] })).toEqual([one, two]);
  expect(notebook.read((c) => sources.list(c).map(({ lastReadAt }) => lastReadAt))).toEqual([
    '2026-01-02T03:04:05.000Z',
    null,
  ]);
});

/** Any row of moves leaves a tree: every collection hangs at the top in the end, and siblings have names of their own. */
test('collections stay a tree whatever is moved, renamed and removed', () => {
  const step = fc.record({
    what: fc.constantFrom('create', 'move', 'rename', 'remove'),
    one: fc.nat(9),
    two: fc.nat(9),
    name: fc.constantFrom('A', 'B', 'C'),
  });
  const notebook = newNotebook();
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      for (const { what, one, two, name } of steps) {
        const all = notebook.read(collections.list);
        const id = all[one % (all.length + 1)]?.id;
        const parent = all[two % (all.length + 1)]?.id ?? null;
        try {
          deed(notebook, (c) => {
            if (what === 'create' || id === undefined) collections.create(c, name, parent);
            else if (what === 'move') collections.move(c, id, parent);
            else if (what === 'rename') collections.rename(c, id, name);
            else collections.remove(c, id);
          });
        } catch (error) {
          if (!(error instanceof LecternError)) throw error;
        }
      }
      const all = notebook.read(collections.list);
      const parents = new Map(all.map(({ id, parentId }) => [id, parentId]));
      for (const { id } of all) {
        let at: string | null = id;
        for (let depth = 0; at !== null; depth++) {
          expect(depth).toBeLessThanOrEqual(all.length);
          at = parents.get(at) ?? null;
        }
      }
      expect(new Set(all.map(({ name, parentId }) => `${parentId} ${name}`)).size).toBe(all.length);
    }),
    { numRuns: 40 },
  );
});
