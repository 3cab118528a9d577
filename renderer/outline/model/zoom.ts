import type { OutlineItem } from '../../../main/contract/index.ts';
import { go, place, useStore } from '../../state/index.ts';
import { isWithin, itemsBelow, parentOf, treeOf } from '../tree/tree.ts';
import { choice } from './choice.ts';
import { useOutline } from './models.ts';
import type { OutlineModel } from './outline-model.ts';

/** The item whose branch alone is shown, or null for all: part of the place, so that Back leads out again. */
export function useZoom(model: OutlineModel): string | null {
  const itemId = useStore(place, (now) => (now.outlineId === model.id ? now.itemId : null));
  const isThere = useOutline(model, ({ items }) => items.some(({ id }) => id === itemId));
  return isThere ? itemId : null;
}

/** What is shown of an outline: everything below the item zoomed into, or all of it. */
export function shownOf(model: OutlineModel): { readonly root: string | null; readonly items: readonly OutlineItem[] } {
  const { items } = model.state.get();
  const { outlineId, itemId } = place.get();
  const root = outlineId === model.id && items.some(({ id }) => id === itemId) ? itemId : null;
  return { root, items: root === null ? items : itemsBelow(items, root) };
}

/** Shows the branch of an item alone, or, for null, the whole outline; what was shown is chosen in what is shown now. */
export function zoomTo(model: OutlineModel, id: string | null): void {
  const { root, items } = shownOf(model);
  if (id === root) return;
  go({ view: 'outline', outlineId: model.id, itemId: id });
  const isInward = id !== null && items.some((item) => item.id === id);
  model.state.set(choice(isInward ? (shownOf(model).items[0]?.id ?? null) : root));
}

/** Shows one branch more; false where the whole outline is shown already. */
export function zoomOut(model: OutlineModel): boolean {
  const { root } = shownOf(model);
  if (root === null) return false;
  zoomTo(model, parentOf(treeOf(model.state.get().items), root));
  return true;
}

/** Brings an item into sight, wherever it stands, and chooses it. */
export function showItem(model: OutlineModel, id: string): void {
  const { items, collapsed } = model.state.get();
  const tree = treeOf(items);
  const open = new Set(collapsed);
  for (let at = parentOf(tree, id); at !== null; at = parentOf(tree, at)) open.delete(at);
  if (open.size < collapsed.size) model.setCollapsed(open);
  const { root } = shownOf(model);
  if (root !== null && (id === root || !isWithin(tree, id, root))) {
    go({ view: 'outline', outlineId: model.id, itemId: null });
  }
  model.state.set(choice(id));
}
