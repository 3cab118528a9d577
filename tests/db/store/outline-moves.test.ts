import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outlineItems, outlines } from '../../../db/index.ts';
import { LecternError, type OutlineItem } from '../../../db/model/index.ts';
import { deed, everything, newNotebook } from './shelf.ts';

type Step =
  | { readonly do: 'add'; readonly under: number; readonly position: number }
  | { readonly do: 'move'; readonly item: number; readonly under: number; readonly position: number }
  | { readonly do: 'remove'; readonly item: number };

const place = { under: fc.nat({ max: 9 }), position: fc.nat({ max: 3 }) };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('add' as const), ...place }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('move' as const), item: fc.nat({ max: 9 }), ...place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), item: fc.nat({ max: 9 }) }) },
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
        let refused = false;
        try {
          deed(notebook, (connection) => {
            if (each.do === 'add') {
              const { under, position } = each;
              outlineItems.add(connection, { outlineId, parentId: at(under), position, kind: 'text', text: 'x' });
            } else {
              const id = at(each.item);
              if (id === null) return;
              if (each.do === 'remove') outlineItems.remove(connection, id);
              else outlineItems.move(connection, id, at(each.under), each.position);
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
        const moved = each.do === 'move' && !refused ? after.find(({ id }) => id === at(each.item)) : undefined;
        if (each.do === 'move' && moved) {
          const siblings = after.filter(({ parentId }) => parentId === moved.parentId).length;
          expect(moved.parentId).toBe(at(each.under));
          expect(moved.position).toBe(Math.min(each.position, siblings - 1));
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
