import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alongTheText, type Connection, entities, highlights, mentions, tags, tagTree } from '../../../db/index.ts';
import {
  COLOURS,
  type Highlight,
  NO_FILTER,
  passes,
  type ReadingFilter,
  tagsAtOrBelow,
} from '../../../db/model/index.ts';
import { addSource, deed, newNotebook } from './shelf.ts';

const LINE = 'Åtte ord på en linje 🜚 om elva og broen.';
const LINES = Array.from({ length: 12 }, (_, at) => `${at + 1}. ${LINE}`);
const LENGTH = [...LINES.join('\n')].length + 1;
const TAGS = ['above', 'below', 'deep', 'apart', 'trashed'] as const;

const mark = fc.record({
  start: fc.nat(LENGTH - 12),
  length: fc.integer({ min: 1, max: 10 }),
  colour: fc.constantFrom(...COLOURS),
  tags: fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 2 }),
  comment: fc.constantFrom('', '', 'A thought'),
  author: fc.constantFrom('', 'Ada'),
  trashed: fc.integer({ min: 0, max: 9 }).map((at) => at === 0),
});
const marks = fc.array(mark, { maxLength: 25 });
const choice = fc.record({
  tags: fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 2 }),
  entities: fc.boolean(),
  colours: fc.uniqueArray(fc.constantFrom(...COLOURS), { maxLength: 3 }),
  authors: fc.uniqueArray(fc.constantFrom('', 'Ada', 'Nobody'), { maxLength: 2 }),
  commented: fc.boolean(),
});

type Made = typeof marks extends fc.Arbitrary<infer T> ? T : never;
type Chosen = typeof choice extends fc.Arbitrary<infer T> ? T : never;

interface Shelf {
  readonly connection: Connection;
  readonly sourceId: string;
  /** What is there, in the order of the text, as the list of highlights has it. */
  readonly there: readonly Highlight[];
  filterOf(chosen: Chosen): ReadingFilter;
  passing(filter: ReadingFilter): readonly Highlight[];
}

/** Marks a text, in a tree of tags of which one is in the trash, and looks at it. */
function onShelf(made: Made, look: (shelf: Shelf) => void): void {
  const notebook = newNotebook();
  const sourceId = addSource(notebook, ...LINES);
  const other = addSource(notebook, ...LINES);
  const ids = new Map<string, string>();
  const entityId = deed(notebook, (connection) => {
    const above = tags.create(connection, { name: 'above' });
    const below = tags.create(connection, { name: 'below', parentId: above.id });
    for (const tag of [
      above,
      below,
      tags.create(connection, { name: 'deep', parentId: below.id }),
      tags.create(connection, { name: 'apart' }),
      tags.create(connection, { name: 'trashed', parentId: above.id }),
    ]) {
      ids.set(tag.name, tag.id);
    }
    const { id } = entities.create(connection, { type: 'place', name: 'Elva' });
    for (const start of [30, 31, 200]) mentions.create(connection, { sourceId, start, end: start + 9 }, id);
    highlights.create(connection, { sourceId: other, start: 3, end: 9 });
    for (const { start, length, tags: names, author, trashed, ...rest } of made) {
      const tagIds = names.flatMap((name) => ids.get(name) ?? []);
      const highlight = highlights.create(connection, { sourceId, start, end: start + length, tagIds, ...rest });
      connection.run('UPDATE highlights SET author = ? WHERE id = ?', author, highlight.id);
      if (trashed) highlights.remove(connection, highlight.id);
    }
    tagTree.remove(connection, ids.get('trashed') ?? '');
    return id;
  });
  notebook.read((connection) => {
    const order = (a: Highlight, b: Highlight) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1);
    const there = highlights.list(connection, { sourceId }).sort(order);
    look({
      connection,
      sourceId,
      there,
      filterOf: ({ tags: names, entities: mentioned, ...rest }) => ({
        ...rest,
        tagIds: names.flatMap((name) => ids.get(name) ?? []),
        entityIds: mentioned ? [entityId] : [],
      }),
      passing(filter) {
        const below = tagsAtOrBelow(tags.list(connection), filter.tagIds);
        return there.filter((highlight) => passes(highlight, filter, below));
      },
    });
  });
}

const FEW = { numRuns: 15 };

test('a step goes to the very next highlight that passes, forwards and backwards, whatever the distance', () => {
  fc.assert(
    fc.property(marks, choice, fc.nat(LENGTH), (made, chosen, caret) => {
      onShelf(made, ({ connection, sourceId, filterOf, passing }) => {
        const filter = filterOf(chosen);
        const wanted = passing(filter);
        const walk = (forward: boolean, from: alongTheText.StepPlace): string[] => {
          const next = alongTheText.neighbour(connection, sourceId, from, forward, filter);
          return next ? [next.id, ...walk(forward, next)] : [];
        };
        const ids = wanted.map(({ id }) => id);
        expect(walk(true, { start: 0, end: 0, id: '' })).toEqual(ids);
        expect(walk(false, { start: LENGTH, end: LENGTH, id: '' })).toEqual(ids.toReversed());
        const at = { start: caret, end: caret, id: '' };
        expect(walk(true, at)).toEqual(wanted.filter(({ start }) => start >= caret).map(({ id }) => id));
        expect(walk(false, at)).toEqual(
          wanted
            .filter(({ start }) => start < caret)
            .map(({ id }) => id)
            .toReversed(),
        );
      });
    }),
    FEW,
  );
});

test('the stretches of the map divide the text and hold every highlight once', () => {
  fc.assert(
    fc.property(marks, choice, fc.integer({ min: 1, max: 700 }), (made, chosen, stretches) => {
      onShelf(made, ({ connection, sourceId, there, filterOf, passing }) => {
        const filter = filterOf(chosen);
        const map = alongTheText.density(connection, sourceId, stretches, filter);
        const lying = (list: readonly Highlight[], { start, end }: { start: number; end: number }) =>
          COLOURS.map((colour) => list.filter((h) => h.colour === colour && start <= h.start && h.start < end).length);
        const some = passing(filter);
        for (const [at, stretch] of map.entries()) {
          expect(stretch.start).toBeGreaterThanOrEqual(map[at - 1]?.end ?? 0);
          expect(stretch.all).toEqual(lying(there, stretch));
          expect(stretch.passing).toEqual(lying(some, stretch));
        }
        const sum = (counts: readonly (readonly number[])[]) => counts.flat().reduce((total, each) => total + each, 0);
        expect(sum(map.map(({ all }) => all))).toBe(there.length);
        expect(sum(map.map(({ passing: counts }) => counts))).toBe(some.length);
      });
    }),
    FEW,
  );
});

test('a tally counts what begins in a stretch and names its most frequent tags', () => {
  const made = (['above', 'deep', 'deep', 'apart'] as const).map((name, at): Made[number] => ({
    start: 10 + at * 5,
    length: 3,
    colour: 'red',
    tags: [name],
    comment: '',
    author: '',
    trashed: false,
  }));
  onShelf(made, ({ connection, sourceId, filterOf }) => {
    const all = alongTheText.tally(connection, sourceId, { start: 0, end: LENGTH });
    expect(all).toMatchObject({
      highlights: 4,
      tags: [{ name: 'deep', highlights: 2 }, { name: 'above' }, { name: 'apart' }],
    });
    const filter = filterOf({ tags: ['below'], entities: false, colours: [], authors: [], commented: false });
    expect(alongTheText.tally(connection, sourceId, { start: 0, end: 20 }, filter)).toMatchObject({
      highlights: 1,
      tags: [{ name: 'deep', highlights: 1 }],
    });
    expect(alongTheText.tally(connection, sourceId, { start: 100, end: 101 })).toEqual({ highlights: 0, tags: [] });
    expect(alongTheText.authors(connection)).toEqual(['']);
    expect(alongTheText.density(connection, sourceId, 1, NO_FILTER)).toMatchObject([{ all: [0, 0, 4, 0, 0] }]);
  });
});
