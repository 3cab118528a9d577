import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moveOutlineItems, outlineItems, outlines } from '../../../db/index.ts';
import { LecternError, type OutlineItem } from '../../../db/model/index.ts';
import { deed, everything, newNotebook } from './shelf.ts';

type Step =
  | { readonly do: 'add'; readonly under: number; readonly position: number }
  | { readonly do: 'move'; readonly moves: readonly Move[] }
  | { readonly do: 'remove'; readonly items: readonly number[] };

interface Move {
  readonly items: readonly number[];
  readonly under: number;
  readonly position: number;
}

const place = { under: fc.nat({ max: 9 }), position: fc.nat({ max: 3 }) };
const items = fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 4 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('add' as const), ...place }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      moves: fc.array(fc.record({ items, ...place }), { minLength: 1, maxLength: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), items }) },
);

/** A tree is in order when each item follows its parent, and siblings count 0, 1, 2 …, with nothing left over. */
function expectTree(tree: readonly OutlineItem[], count: number): void {
  expect(tree).toHaveLength(count);
  const seen = new Set<string>();
  const used = new Map<string | null, number>();
  for (const { id, parentId, position } of tree) {
    if (parentId !== null) expect(seen.has(parentId)).toBe(true);
    expect(position).toBe(used.get(parentId) ?? 0);
    used.set(parentId, position + 1);
    expect(seen.has(id)).toBe(false);
    seen.add(id);
  }
}

/** The ids in reading order, each under its parent's: what a tree is, in the simplest form that can be checked by eye. */
type Model = Map<string, string[]>;

const TOP = '';

function modelOf(tree: readonly OutlineItem[]): Model {
  const model: Model = new Map();
  for (const { id, parentId } of tree) model.set(parentId ?? TOP, [...(model.get(parentId ?? TOP) ?? []), id]);
  return model;
}

/** Null where an item would come below itself. */
function moveInModel(model: Model, ids: readonly string[], under: string, position: number): Model | null {
  const isBelow = (id: string, top: string): boolean =>
    (model.get(top) ?? []).some((child) => child === id || isBelow(id, child));
  if (ids.some((id) => id === under || isBelow(under, id))) return null;
  const moved = [...new Set(ids)].filter((id) => !ids.some((other) => isBelow(id, other)));
  const next: Model = new Map(
    [...model].map(([id, children]) => [id, children.filter((each) => !moved.includes(each))]),
  );
  next.set(under, (next.get(under) ?? []).toSpliced(position, 0, ...moved));
  return new Map([...next].filter(([, children]) => children.length > 0));
}

test('whatever is added, moved and taken out, the outline is a tree, and undo gives each state back to the letter', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 6, maxLength: 20, size: 'max' }), (steps) => {
      const notebook = newNotebook();
      const { id: outlineId } = deed(notebook, (connection) => outlines.create(connection, 'O'));
      const states = [everything(notebook)];
      const tree = () => notebook.read((connection) => outlines.items(connection, outlineId));

      for (const each of steps) {
        const before = tree();
        const at = (index: number) => before[index % (before.length + 1)]?.id ?? null;
        const named = (indices: readonly number[]) => indices.map(at).filter((id) => id !== null);
        const moves =
          each.do === 'move'
            ? each.moves
                .map(({ items, under, position }) => ({ ids: named(items), parentId: at(under), position }))
                .filter(({ ids }) => ids.length > 0)
            : [];
        let refused = false;
        try {
          deed(notebook, (connection) => {
            if (each.do === 'add') {
              const { under, position } = each;
              const wanted = { outlineId, parentId: at(under), position, kind: 'text', text: 'x' } as const;
              const added = outlineItems.add(connection, wanted);
              expect(outlines.items(connection, outlineId)).toContainEqual(added);
            } else if (each.do === 'remove') {
              const ids = named(each.items);
              if (ids.length > 0) outlineItems.remove(connection, ids);
            } else if (moves.length > 0) {
              moveOutlineItems(connection, moves);
            }
          });
        } catch (error) {
          if (!(error instanceof LecternError) || error.code !== 'would-make-a-cycle') throw error;
          refused = true;
        }
        const after = tree();
        const { count } = notebook.read((connection) =>
          connection.get<{ count: number }>('SELECT count(*) AS count FROM outline_items'),
        ) ?? { count: -1 };
        expectTree(after, count);
        if (each.do === 'move') {
          const expected = moves.reduce<Model | null>(
            (model, { ids, parentId, position }) => model && moveInModel(model, ids, parentId ?? TOP, position),
            modelOf(before),
          );
          expect(refused).toBe(expected === null);
          expect(new Map([...modelOf(after)].sort())).toEqual(new Map([...(expected ?? modelOf(before))].sort()));
        }
        const state = everything(notebook);
        if (state !== states.at(-1)) states.push(state);
      }

      for (const state of states.slice(0, -1).reverse()) {
        notebook.undo();
        expect(everything(notebook)).toBe(state);
      }
      for (const state of states.slice(1)) {
        notebook.redo();
        expect(everything(notebook)).toBe(state);
      }
    }),
    { numRuns: 15 },
  );
}, 60_000);
