import type { OutlineItem } from '../../../main/contract/index.ts';
import { copyWithCitation } from '../../citation/index.ts';
import type { Client } from '../../client/index.ts';
import { tell, tellFailure } from '../../messages/index.ts';
import { goToHighlight } from '../../notes/index.ts';
import { arrive, failureOf, go } from '../../state/index.ts';
import { isBeside } from '../beside/beside.ts';
import { neighbourOf, placeBelow, type Step, stepMoves } from '../tree/steps.ts';
import { parentOf, treeOf } from '../tree/tree.ts';
import { choice } from './choice.ts';
import type { NewItem, OutlineModel } from './outline-model.ts';
import { shorten } from './shorten.ts';
import { shownOf } from './zoom.ts';

/** What the keyboard, menus, buttons and drops do with an outline. */

/** Moves items, given in reading order, one step; false where there is no way. New parents are opened, so that all stays in sight. */
export function stepItems(model: OutlineModel, ids: readonly string[], step: Step): boolean {
  const { root, items } = shownOf(model);
  const moves = stepMoves(items, ids, step);
  if (moves.length === 0) return false;
  for (const { parentId } of moves) if (parentId !== null) openItem(model, parentId);
  model.move(moves.map((move) => ({ ...move, parentId: move.parentId ?? root })));
  return true;
}

/** Puts something in below the chosen item, and chooses it. */
export async function addBelow(model: OutlineModel, item: NewItem): Promise<string | null> {
  const { chosen, collapsed } = model.state.get();
  return addAt(model, item, chosen !== null && !collapsed.has(chosen));
}

/** Puts in an empty heading beside, or text below, the chosen item, and opens it for writing. */
export async function writeNew(model: OutlineModel, kind: 'heading' | 'text', text: string): Promise<void> {
  const { chosen, collapsed } = model.state.get();
  const isOpen = kind === 'text' && chosen !== null && !collapsed.has(chosen);
  const id = await addAt(model, { kind, text }, isOpen);
  if (id) model.state.set({ editing: id });
}

function addAt(model: OutlineModel, item: NewItem, isOpen: boolean): Promise<string | null> {
  const { root, items } = shownOf(model);
  const { parentId, position } = placeBelow(treeOf(items), model.state.get().chosen, isOpen);
  return model.add(item, { parentId: parentId ?? root, position });
}

/** Takes items, given in reading order, out with all below them, chooses a neighbour, and offers to take that back. */
export async function takeOut(client: Client, model: OutlineModel, ids: readonly string[]): Promise<void> {
  const tree = treeOf(shownOf(model).items);
  const first = tree.byId.get(ids[0] ?? '');
  if (!first) return;
  model.state.set({ ...choice(neighbourOf(tree, ids)), editing: null });
  if (!(await model.remove(ids))) return;
  const undo = () => {
    client.call('history.undo', {}).catch((error: unknown) => tellFailure(failureOf(error)));
  };
  tell({
    tone: 'status',
    key: ids.length === 1 ? 'outline.removed' : 'outline.removedSeveral',
    values: { text: shorten(first.text), count: ids.length },
    action: { label: 'outline.undo', run: undo },
  });
}

/** Copies the quotations among these items, each with its source; where there are none, the words of the items. */
export function copyItems(client: Client, model: OutlineModel, ids: readonly string[]): void {
  const { byId } = treeOf(model.state.get().items);
  const quotations = ids.flatMap((id) => {
    const item = byId.get(id);
    if (item?.kind !== 'quotation' || item.refId === null) return [];
    const { refId: highlightId, text, sourceTitle = '', locator = '' } = item;
    return [{ highlightId, text, sourceTitle, locator }];
  });
  if (quotations.length > 0) void copyWithCitation(client, quotations);
  else {
    const words = ids.map((id) => byId.get(id)?.text ?? '').join('\n');
    navigator.clipboard.writeText(words).catch((error: unknown) => tellFailure(failureOf(error)));
  }
}

/**
 * Goes where an item points: a quotation to its passage, a note or an entity to itself; beside the outline where such a thing
 * stands there. False for headings and texts.
 */
export function followItem(client: Client, item: OutlineItem): boolean {
  if (item.refId === null) return false;
  switch (item.kind) {
    case 'quotation':
      void goToHighlight(client, item.refId, item.sourceId ?? null, isBeside('source') ? 'outline' : 'read');
      return true;
    case 'note':
      if (isBeside('note')) go({ noteId: item.refId });
      else arrive({ view: 'notes', noteId: item.refId });
      return true;
    case 'entity':
      arrive({ view: 'entities', entityId: item.refId });
      return true;
    default:
      return false;
  }
}

export function openItem(model: OutlineModel, id: string): void {
  const { collapsed } = model.state.get();
  if (!collapsed.has(id)) return;
  const next = new Set(collapsed);
  next.delete(id);
  model.setCollapsed(next);
}

export function closeItem(model: OutlineModel, id: string): void {
  const { collapsed, items, chosen } = model.state.get();
  model.setCollapsed(new Set(collapsed).add(id));
  // What is chosen must not vanish inside.
  const tree = treeOf(items);
  for (let at = chosen; at !== null; at = parentOf(tree, at)) if (at === id) model.state.set(choice(id));
}
