import type { Node } from 'prosemirror-model';
import type { EditorView, NodeView } from 'prosemirror-view';
import { t } from '../../../i18n/index.ts';
import { nodes } from '../nodes.ts';

/** Shows a list item; a task has a box to tick before its words. */
export function itemView(first: Node, view: EditorView, getPos: () => number | undefined): NodeView {
  const isTask = first.attrs.checked !== null;
  const dom = document.createElement('li');
  if (!isTask)
    return { dom, contentDOM: dom, update: (next) => next.type === nodes.list_item && next.attrs.checked === null };

  const box = document.createElement('input');
  const contentDOM = document.createElement('div');
  box.type = 'checkbox';
  box.contentEditable = 'false';
  box.setAttribute('aria-label', t('notes.task'));
  dom.className = 'task';
  dom.append(box, contentDOM);
  const paint = (node: Node) => {
    box.checked = node.attrs.checked === true;
    dom.dataset['checked'] = String(box.checked);
  };
  box.addEventListener('change', () => {
    const pos = getPos();
    const node = pos === undefined ? null : view.state.doc.nodeAt(pos);
    if (pos === undefined || !node || !view.editable) return;
    view.dispatch(view.state.tr.setNodeMarkup(pos, undefined, { ...node.attrs, checked: box.checked }));
  });
  paint(first);
  return {
    dom,
    contentDOM,
    update(next) {
      if (next.type !== nodes.list_item || next.attrs.checked === null) return false;
      paint(next);
      return true;
    },
    stopEvent: (event) => event.target === box,
    ignoreMutation: (mutation) => !contentDOM.contains(mutation.target),
  };
}
