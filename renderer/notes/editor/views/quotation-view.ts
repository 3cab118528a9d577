import type { Node } from 'prosemirror-model';
import type { EditorView, NodeView } from 'prosemirror-view';
import type { Highlight } from '../../../../main/contract/index.ts';
import { t } from '../../../i18n/index.ts';
import type { Queries } from '../../../state/index.ts';
import { nodes, quotationAttributes } from '../nodes.ts';

/** How a quotation stands to the highlight it was taken from. */
export type QuotationState = 'true' | 'changed' | 'gone';

/** Compares a quotation with its highlight as it is now (null: in the trash or gone). */
export function quotationState(quotation: Node, highlight: Highlight | null): QuotationState {
  if (!highlight) return 'gone';
  const { text, kept } = quotationAttributes(quotation);
  return highlight.quote === text || highlight.quote === kept ? 'true' : 'changed';
}

/** Shows a quotation: coloured bar, its words, its source with the way there, and what has become of its highlight. */
export function quotationView(
  first: Node,
  view: EditorView,
  getPos: () => number | undefined,
  queries: Queries,
  jump: (node: Node) => void,
  copy: (node: Node) => void,
): NodeView {
  let node = first;
  const { highlightId } = quotationAttributes(node);
  const dom = document.createElement('figure');
  const words = document.createElement('blockquote');
  const source = document.createElement('figcaption');
  const cite = document.createElement('span');
  const remark = document.createElement('span');
  const jumpButton = button('quotation-jump', () => jump(node));
  const copyButton = button('quotation-jump', () => copy(node));
  dom.className = 'quotation';
  dom.dataset['highlight'] = highlightId;
  dom.contentEditable = 'false';
  words.dir = 'auto';
  cite.dir = 'auto';
  remark.className = 'quotation-remark';
  source.append(cite, jumpButton, copyButton, remark);
  dom.append(words, source);
  words.addEventListener('click', () => jump(node));

  const change = (attributes: Readonly<Record<string, string>>) => {
    const pos = getPos();
    if (pos === undefined) return;
    view.dispatch(view.state.tr.setNodeMarkup(pos, undefined, { ...node.attrs, ...attributes }));
    view.focus();
  };

  const paint = () => {
    const answer = queries.read('highlights.get', { id: highlightId });
    const highlight = answer.failure ? null : answer.data;
    const attributes = quotationAttributes(node);
    dom.dataset['colour'] = highlight?.colour ?? attributes.colour;
    words.textContent = attributes.text;
    const title = highlight?.sourceTitle ?? attributes.sourceTitle;
    cite.textContent = `${title}, ${attributes.locator}`;
    jumpButton.textContent = t('notes.quotation.jump');
    copyButton.textContent = t('passage.copy');
    dom.setAttribute('aria-label', t('notes.quotation.name', { source: title, locator: attributes.locator }));
    remark.replaceChildren();
    const state = highlight === undefined ? 'true' : quotationState(node, highlight);
    dom.dataset['state'] = state;
    if (state === 'gone') remark.append(t('notes.quotation.gone'));
    if (state === 'changed' && highlight) {
      remark.append(
        t('notes.quotation.changed'),
        ' ',
        button('quotation-choice', () => change(snapshotOf(highlight)), t('notes.quotation.refresh')),
        ` ${t('notes.quotation.or')} `,
        button('quotation-choice', () => change({ kept: highlight.quote }), t('notes.quotation.keep')),
      );
    }
  };

  const unwatch = queries.watch('highlights.get', { id: highlightId }, paint);
  paint();

  return {
    dom,
    update(next) {
      if (next.type !== nodes.quotation || quotationAttributes(next).highlightId !== highlightId) return false;
      node = next;
      paint();
      return true;
    },
    selectNode: () => dom.classList.add('ProseMirror-selectednode'),
    deselectNode: () => dom.classList.remove('ProseMirror-selectednode'),
    // Keys and clicks on the buttons are the buttons' own.
    stopEvent: (event) => event.target instanceof HTMLButtonElement && !event.type.startsWith('drag'),
    ignoreMutation: () => true,
    destroy: unwatch,
  };
}

function snapshotOf(highlight: Highlight): Readonly<Record<string, string>> {
  const { quote: text, locator, sourceTitle, colour } = highlight;
  return { text, locator, sourceTitle, colour, kept: '' };
}

function button(className: string, run: () => void, label = ''): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = label;
  element.addEventListener('click', (event) => {
    event.stopPropagation();
    run();
  });
  return element;
}
