import type { NewItem } from '../model/outline-model.ts';

/** What is being dragged: items of the tree, or something new from a panel. Browsers hide it from `dragover`, so it is kept here. */
export type Dragged = { readonly items: readonly string[] } | { readonly fresh: NewItem };

const MEDIA_TYPE = 'application/x-lectern-outline';

let dragged: Dragged | null = null;

/** Begins a drag; `words` is what another program gets when it is dropped there. */
export function startDrag(transfer: DataTransfer, what: Dragged, words: string): void {
  dragged = what;
  transfer.setData(MEDIA_TYPE, '');
  transfer.setData('text/plain', words);
  transfer.effectAllowed = 'items' in what ? 'move' : 'copy';
}

export function endDrag(): void {
  dragged = null;
}

/** What a drag event carries, null where it is not ours. */
export function draggedIn(transfer: DataTransfer): Dragged | null {
  return transfer.types.includes(MEDIA_TYPE) ? dragged : null;
}
