import { baseKeymap, toggleMark } from 'prosemirror-commands';
import { closeHistory, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import type { Node, Slice } from 'prosemirror-model';
import { type Command, EditorState, type Transaction } from 'prosemirror-state';
import { EditorView, type NodeView } from 'prosemirror-view';
import { t } from '../../../i18n/index.ts';
import { copiedText } from '../copied-text.ts';
import { leaveFootnote, removeFootnote, withinFootnote, wordsOnly } from '../footnotes.ts';
import { marks, nodes } from '../nodes.ts';
import { cleanSlice, plainTextSlice } from '../paste.ts';
import { withoutStyles } from '../styled-html.ts';
import { suggestionOf, writingInFootnote } from '../suggestion.ts';
import { offerSuggestionKey } from '../suggestion-keys.ts';

const FROM_OUTSIDE = 'fromOutside';

/**
 * Shows a footnote as its number, which the style sheet counts, and while it is chosen its words in a box below, where they
 * are written. The box is an editor of its own whose changes are made in the note, so that saving and undo know them; this
 * is the way of ProseMirror's own example of footnotes (https://prosemirror.net/examples/footnote/).
 */
export function footnoteView(first: Node, outer: EditorView, getPos: () => number | undefined): NodeView {
  let node = first;
  let inner: EditorView | null = null;
  const dom = document.createElement('span');
  dom.className = 'footnote';
  dom.setAttribute('role', 'group');

  const paint = () => {
    dom.setAttribute('aria-label', t('notes.footnote.name', { words: node.textContent }));
    dom.title = node.textContent;
  };
  paint();

  const dispatchInside = (tr: Transaction) => {
    if (!inner) return;
    const state = inner.state.apply(tr);
    inner.updateState(state);
    const pos = getPos();
    if (tr.getMeta(FROM_OUTSIDE) || pos === undefined) return;
    const cursor = state.selection.empty ? pos + 1 + state.selection.head : null;
    const change = differenceOf(node, state.doc);
    if (!change) {
      if (suggestionOf(outer.state) !== null) outer.dispatch(writingInFootnote(outer.state.tr, cursor));
      return;
    }
    const { from, to, slice } = change;
    const outside = writingInFootnote(outer.state.tr.replace(pos + 1 + from, pos + 1 + to, slice), cursor);
    // The first words are a step of their own: undoing them leaves the footnote.
    outer.dispatch(node.content.size === 0 ? closeHistory(outside) : outside);
  };

  const leave: Command = () => {
    leaveFootnote(outer);
    return true;
  };
  const outside = (command: Command): Command => {
    return () => {
      command(outer.state, outer.dispatch, outer);
      return true;
    };
  };
  const lineBreak: Command = (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
    return true;
  };

  const open = () => {
    const box = document.createElement('span');
    box.className = 'footnote-box popover';
    dom.append(box);
    inner = new EditorView(box, {
      state: EditorState.create({
        doc: node,
        plugins: [
          keymap({
            'Mod-z': outside(undo),
            'Mod-Shift-z': outside(redo),
            'Mod-y': outside(redo),
            'Mod-b': toggleMark(marks.strong),
            'Mod-i': toggleMark(marks.em),
            'Mod-u': toggleMark(marks.underline),
            'Shift-Enter': lineBreak,
            Enter: leave,
            Escape: leave,
            ...withinFootnote(() => removeFootnote(outer)),
          }),
          keymap(baseKeymap),
        ],
      }),
      editable: () => outer.editable,
      handleKeyDown: (_view, event) => offerSuggestionKey(outer, event),
      attributes: {
        class: 'footnote-text',
        role: 'textbox',
        'aria-label': t('notes.footnote.text'),
        'aria-multiline': 'true',
        dir: 'auto',
      },
      dispatchTransaction: dispatchInside,
      transformPastedHTML: withoutStyles,
      transformPasted: (slice) => wordsOnly(cleanSlice(slice)),
      clipboardTextParser: plainTextSlice,
      clipboardTextSerializer: copiedText,
    });
    keepWithin(box, outer.dom);
  };

  const close = () => {
    inner?.destroy();
    inner = null;
    dom.replaceChildren();
  };

  return {
    dom,
    update(next) {
      if (next.type !== nodes.footnote) return false;
      node = next;
      paint();
      if (!inner) return true;
      const change = differenceOf(inner.state.doc, next);
      if (change) {
        const { from, to, slice } = change;
        inner.dispatch(inner.state.tr.replace(from, to, slice).setMeta(FROM_OUTSIDE, true));
      }
      return true;
    },
    selectNode() {
      dom.classList.add('ProseMirror-selectednode');
      if (!inner) open();
    },
    deselectNode() {
      dom.classList.remove('ProseMirror-selectednode');
      close();
    },
    stopEvent: (event) => event.target instanceof globalThis.Node && (inner?.dom.contains(event.target) ?? false),
    ignoreMutation: () => true,
    destroy: close,
  };
}

/** What turns the content of one node into that of another; null where they are the same. */
function differenceOf(older: Node, newer: Node): { from: number; to: number; slice: Slice } | null {
  const from = older.content.findDiffStart(newer.content);
  const ends = older.content.findDiffEnd(newer.content);
  if (from === null || ends === null) return null;
  // The same letters at both ends of a change are counted once.
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b));
  return { from, to: ends.a + overlap, slice: newer.slice(from, ends.b + overlap) };
}

/** Moves a box sideways so that it does not stand out of the text. */
function keepWithin(box: HTMLElement, text: HTMLElement): void {
  const { left, right } = box.getBoundingClientRect();
  const bounds = text.getBoundingClientRect();
  box.style.translate = `${Math.max(bounds.left - left, Math.min(0, bounds.right - right))}px`;
}
