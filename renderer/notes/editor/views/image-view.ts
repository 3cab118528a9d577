import type { Node } from 'prosemirror-model';
import { NodeSelection } from 'prosemirror-state';
import type { EditorView, NodeView } from 'prosemirror-view';
import type { ImageAttributes } from '../../../../main/contract/index.ts';
import { t } from '../../../i18n/index.ts';
import { imageAttributes } from '../images.ts';
import { nodes } from '../nodes.ts';

const LONGEST = 2000;

/**
 * Shows an image with a field for its alternative text below. The field is reached from the chosen image with Enter, and
 * left to it with Enter or Escape.
 * @param picture makes the element that shows it
 */
export function imageView(
  first: Node,
  view: EditorView,
  getPos: () => number | undefined,
  picture: (attributes: ImageAttributes) => HTMLElement,
): NodeView {
  let attributes = imageAttributes(first);
  const { sha256 } = attributes;
  const dom = document.createElement('figure');
  const field = document.createElement('input');
  dom.className = 'note-image';
  dom.contentEditable = 'false';
  field.type = 'text';
  field.className = 'note-image-text';
  field.dir = 'auto';
  field.maxLength = LONGEST;
  field.readOnly = !view.editable;
  field.setAttribute('aria-label', t('notes.image.alternative'));
  field.placeholder = t('notes.image.describe');
  const shown = picture(attributes);
  dom.append(shown, field);

  const paint = () => {
    const { alternative } = attributes;
    if (field.value !== alternative) field.value = alternative;
    const image = shown.querySelector('img');
    if (image) image.alt = alternative;
    dom.setAttribute(
      'aria-label',
      alternative === '' ? t('notes.image.unnamed') : t('notes.image.name', { alternative }),
    );
  };
  paint();

  field.addEventListener('input', () => {
    const pos = getPos();
    if (pos !== undefined) view.dispatch(view.state.tr.setNodeAttribute(pos, 'alternative', field.value));
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    const pos = getPos();
    if (pos !== undefined) view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)));
    view.focus();
  });

  return {
    dom,
    update(next) {
      if (next.type !== nodes.image || next.attrs.sha256 !== sha256) return false;
      attributes = imageAttributes(next);
      paint();
      return true;
    },
    selectNode: () => dom.classList.add('ProseMirror-selectednode'),
    deselectNode: () => dom.classList.remove('ProseMirror-selectednode'),
    // What is done in the field is the field's own.
    stopEvent: (event) => event.target === field,
    ignoreMutation: () => true,
  };
}
