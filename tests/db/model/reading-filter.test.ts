import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLOURS, isOpen, NO_FILTER, passes, type ReadingFilter, tagsAtOrBelow } from '../../../db/model/index.ts';

const highlight = {
  tagIds: ['triumvirate'],
  entityIds: ['stalin'],
  colour: 'red',
  author: '',
  comment: 'why?',
} as const;
const tree = [
  { id: 'power', parentId: null },
  { id: 'triumvirate', parentId: 'power' },
  { id: 'party', parentId: 'power' },
  { id: 'childhood', parentId: null },
];
const allows = (part: Partial<ReadingFilter>) => {
  const filter = { ...NO_FILTER, ...part };
  return passes(highlight, filter, tagsAtOrBelow(tree, filter.tagIds));
};

test('a tag means the tags below it too, and nothing above or beside it', () => {
  expect(allows({ tagIds: ['power'] })).toBe(true);
  expect(allows({ tagIds: ['triumvirate'] })).toBe(true);
  expect(allows({ tagIds: ['party'] })).toBe(false);
  expect(allows({ tagIds: ['gone'] })).toBe(false);
});

test('one of a kind is enough, and the kinds have to agree', () => {
  expect(allows({ tagIds: ['childhood', 'power'] })).toBe(true);
  expect(allows({ colours: ['blue', 'red'], entityIds: ['lenin', 'stalin'] })).toBe(true);
  expect(allows({ colours: ['blue'], entityIds: ['stalin'] })).toBe(false);
  expect(allows({ tagIds: ['power'], authors: ['Ada'] })).toBe(false);
  expect(allows({ tagIds: ['power'], authors: ['Ada', ''] })).toBe(true);
  expect(allows({ commented: true })).toBe(true);
  expect(passes({ ...highlight, comment: '' }, { ...NO_FILTER, commented: true }, new Set())).toBe(false);
});

test('only the filter that asks for nothing is open, and it lets everything pass', () => {
  expect(isOpen(NO_FILTER)).toBe(true);
  expect(allows({})).toBe(true);
  for (const part of [{ tagIds: ['x'] }, { entityIds: ['x'] }, { colours: [COLOURS[0]] }, { authors: [''] }]) {
    expect(isOpen({ ...NO_FILTER, ...part })).toBe(false);
  }
  expect(isOpen({ ...NO_FILTER, commented: true })).toBe(false);
});

test('a tag is at or below a root exactly where a walk up from it meets that root', () => {
  const trees = fc.integer({ min: 1, max: 25 }).chain((size) =>
    fc.record({
      parents: fc.tuple(...Array.from({ length: size }, (_, at) => fc.option(fc.nat(Math.max(0, at - 1))))),
      roots: fc.array(fc.nat(size - 1), { maxLength: 4 }),
    }),
  );
  fc.assert(
    fc.property(trees, ({ parents, roots }) => {
      const parentOf = (at: number) => (at === 0 ? null : (parents[at] ?? null));
      const tags = parents.map((_, at) => {
        const parent = parentOf(at);
        return { id: `${at}`, parentId: parent === null ? null : `${parent}` };
      });
      const below = tagsAtOrBelow(
        tags,
        roots.map((at) => `${at}`),
      );
      for (const at of parents.keys()) {
        let met = false;
        for (let up: number | null = at; up !== null; up = parentOf(up)) met ||= roots.includes(up);
        expect(below.has(`${at}`)).toBe(met);
      }
    }),
  );
});
