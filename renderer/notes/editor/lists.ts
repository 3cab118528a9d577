import type { NodeType } from 'prosemirror-model';
import { liftListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command, EditorState, Transaction } from 'prosemirror-state';
import { ancestorOf, nodes } from './nodes.ts';

/** The three lists the toolbar knows; a task list is a bulleted list whose items have a box. */
export type ListKind = 'bullet' | 'ordered' | 'task';

const LISTS = [nodes.bullet_list, nodes.ordered_list];

/** Which list the selection stands in, the innermost one. */
export function listKindAt(state: EditorState): ListKind | null {
  const list = ancestorOf(state, LISTS);
  if (!list) return null;
  if (list.node.type === nodes.ordered_list) return 'ordered';
  const item = ancestorOf(state, [nodes.list_item]);
  return item && item.node.attrs.checked !== null ? 'task' : 'bullet';
}

/** Turns the selected blocks into a list of this kind, an existing list into that kind, or takes them out of it. */
export function toggleList(kind: ListKind): Command {
  const type = kind === 'ordered' ? nodes.ordered_list : nodes.bullet_list;
  const checked = kind === 'task' ? false : null;
  return (state, dispatch, view) => {
    const now = listKindAt(state);
    if (now === kind) return liftListItem(nodes.list_item)(state, dispatch, view);
    if (now !== null) {
      if (dispatch) dispatch(changeList(state, type, checked));
      return true;
    }
    if (checked === null) return wrapInList(type)(state, dispatch, view);
    return wrapInList(type)(state, dispatch && ((tr) => dispatch(setChecked(tr, false))), view);
  };
}

function changeList(state: EditorState, type: NodeType, checked: boolean | null): Transaction {
  const { tr } = state;
  const list = ancestorOf(state, LISTS);
  if (!list) return tr;
  tr.setNodeMarkup(list.pos, type);
  list.node.forEach((item, offset) => {
    const kept = checked !== null && item.attrs.checked !== null ? item.attrs.checked : checked;
    tr.setNodeMarkup(list.pos + 1 + offset, undefined, { ...item.attrs, checked: kept });
  });
  return tr;
}

/** Gives every list item the selection touches a box, done or open. */
export function setChecked(tr: Transaction, checked: boolean): Transaction {
  const { from, to } = tr.selection;
  tr.doc.nodesBetween(from, to, (node, pos, parent) => {
    const innermost = node.type === nodes.list_item && parent?.type === nodes.bullet_list && pos + node.nodeSize >= to;
    if (innermost || (node.type === nodes.list_item && pos >= from))
      tr.setNodeMarkup(pos, undefined, { ...node.attrs, checked });
  });
  return tr;
}

/** Ticks or unticks the task the cursor stands in. */
export const toggleTask: Command = (state, dispatch) => {
  const item = ancestorOf(state, [nodes.list_item]);
  if (!item || item.node.attrs.checked === null) return false;
  dispatch?.(
    state.tr.setNodeMarkup(item.pos, undefined, { ...item.node.attrs, checked: item.node.attrs.checked !== true }),
  );
  return true;
};

/** Enter in a list: a new item of the same kind; a new task begins open. */
export const splitItem: Command = (state, dispatch, view) => {
  const item = ancestorOf(state, [nodes.list_item]);
  if (!item) return false;
  const task = item.node.attrs.checked !== null;
  return splitListItem(nodes.list_item, task ? { checked: false } : undefined)(state, dispatch, view);
};
