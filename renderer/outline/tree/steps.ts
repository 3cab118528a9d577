import { childrenOf, type ItemPlace, parentOf, placeOf, type Tree } from './tree.ts';

/** The four ways the keyboard moves an item. */
export type Step = 'up' | 'down' | 'in' | 'out';

/**
 * Where one step takes an item, or null where there is no way. Up and down stay among the siblings as long as there are
 * any that way, and then go over into the neighbouring branch at the same depth; in goes below the sibling above; out
 * goes behind the parent.
 */
export function stepPlace(tree: Tree, id: string, step: Step): ItemPlace | null {
  const { parentId, position } = placeOf(tree, id);
  const siblings = childrenOf(tree, parentId);
  switch (step) {
    case 'up':
      return position > 0 ? { parentId, position: position - 1 } : intoCousin(tree, parentId, -1);
    case 'down':
      return position < siblings.length - 1 ? { parentId, position: position + 1 } : intoCousin(tree, parentId, 1);
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

/** Which item to choose when this one goes: the next sibling, else the one before, else the parent. */
export function neighbourOf(tree: Tree, id: string): string | null {
  const { parentId, position } = placeOf(tree, id);
  const siblings = childrenOf(tree, parentId);
  return siblings[position + 1] ?? siblings[position - 1] ?? parentId;
}
