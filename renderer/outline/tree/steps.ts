import type { OutlineItem } from '../../../main/contract/index.ts';
import { type Move, moveItems } from './deeds.ts';
import { childrenOf, headsOf, type ItemPlace, parentOf, placeOf, type Tree, treeOf } from './tree.ts';

/** The four ways the keyboard moves items. */
export type Step = 'up' | 'down' | 'in' | 'out';

/**
 * The moves by which one step takes items along, in the order in which they are to be done; none where there is no way.
 * Neighbours go together, others each by themselves, and what has no way stays. Up and down stay among the siblings as
 * long as there are any that way, and then go over into the neighbouring branch at the same depth; in goes below the
 * sibling above; out goes behind the parent.
 * @param ids in reading order
 */
export function stepMoves(items: readonly OutlineItem[], ids: Iterable<string>, step: Step): Move[] {
  const heads = headsOf(treeOf(items), ids);
  const isBackwards = step === 'down' || step === 'out';
  const moves: Move[] = [];
  let now = items;
  // Read anew after each move, because it may have brought the next ones another place.
  let waiting = heads;
  while (waiting.length > 0) {
    const tree = treeOf(now);
    const run = firstRun(tree, isBackwards ? waiting.toReversed() : waiting, isBackwards ? -1 : 1);
    const done = new Set(run);
    waiting = waiting.filter((id) => !done.has(id));
    const place = stepPlace(tree, run, step);
    if (!place) continue;
    moves.push({ ids: run, ...place });
    now = moveItems(now, { ids: run, ...place });
  }
  return moves;
}

/** The first of these items together with those of them that follow it as its siblings without a gap, in reading order. */
function firstRun(tree: Tree, ids: readonly string[], direction: 1 | -1): readonly string[] {
  const named = new Set(ids);
  const { parentId, position } = placeOf(tree, ids[0] ?? '');
  const siblings = childrenOf(tree, parentId);
  let end = position;
  while (named.has(siblings[end + direction] ?? '')) end += direction;
  return siblings.slice(Math.min(position, end), Math.max(position, end) + 1);
}

/** Where one step takes siblings that follow one another, or null where there is no way. */
function stepPlace(tree: Tree, run: readonly string[], step: Step): ItemPlace | null {
  const [first = ''] = run;
  const { parentId, position } = placeOf(tree, first);
  const siblings = childrenOf(tree, parentId);
  switch (step) {
    case 'up':
      return position > 0 ? { parentId, position: position - 1 } : intoCousin(tree, parentId, -1);
    case 'down':
      return position + run.length < siblings.length
        ? { parentId, position: position + 1 }
        : intoCousin(tree, parentId, 1);
    case 'in': {
      const above = siblings[position - 1];
      return above === undefined ? null : { parentId: above, position: childrenOf(tree, above).length };
    }
    case 'out':
      return parentId === null
        ? null
        : { parentId: parentOf(tree, parentId), position: placeOf(tree, parentId).position + 1 };
  }
}

function intoCousin(tree: Tree, parentId: string | null, direction: 1 | -1): ItemPlace | null {
  if (parentId === null) return null;
  const { parentId: above, position } = placeOf(tree, parentId);
  const cousin = childrenOf(tree, above)[position + direction];
  if (cousin === undefined) return null;
  return { parentId: cousin, position: direction === 1 ? 0 : childrenOf(tree, cousin).length };
}

/** Where something new goes: as the first child of an open heading, else right below the chosen item, else at the end. */
export function placeBelow(tree: Tree, id: string | null, isOpen: boolean): ItemPlace {
  const item = id === null ? undefined : tree.byId.get(id);
  if (!item) return { parentId: null, position: childrenOf(tree, null).length };
  if (item.kind === 'heading' && isOpen) return { parentId: item.id, position: 0 };
  const { parentId, position } = placeOf(tree, item.id);
  return { parentId, position: position + 1 };
}

/** Which item to choose when these go: the sibling after the last, else the nearest before it, else the parent. */
export function neighbourOf(tree: Tree, ids: readonly string[]): string | null {
  const last = ids.at(-1);
  if (last === undefined) return null;
  const { parentId, position } = placeOf(tree, last);
  const siblings = childrenOf(tree, parentId);
  const stays = (id: string) => !ids.includes(id);
  return siblings.slice(position + 1).find(stays) ?? siblings.slice(0, position).findLast(stays) ?? parentId;
}
