import { type Fragment, type Node, type ResolvedPos, Slice } from 'prosemirror-model';
import { type Command, NodeSelection, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { nodes } from './nodes.ts';

/** Puts an empty footnote behind the selection, and whoever writes into it. */
export const insertFootnote: Command = (state, dispatch, view) => {
  const { $to } = state.selection;
  if (!$to.parent.inlineContent || !$to.parent.type.contentMatch.matchType(nodes.footnote)) return false;
  if (dispatch) {
    const tr = state.tr.insert($to.pos, nodes.footnote.create());
    dispatch(tr.setSelection(NodeSelection.create(tr.doc, $to.pos)).scrollIntoView());
    if (view) enterFootnote(view);
  }
  return true;
};

/** Puts whoever writes into the footnote that is chosen; false where none is. */
export function enterFootnote(view: EditorView): boolean {
  const { selection } = view.state;
  if (!(selection instanceof NodeSelection) || selection.node.type !== nodes.footnote) return false;
  const dom = view.nodeDOM(selection.from);
  const text = dom instanceof HTMLElement ? dom.querySelector<HTMLElement>('.footnote-text') : null;
  text?.focus();
  return text !== null;
}

export const enterChosenFootnote: Command = (_state, _dispatch, view) => view !== undefined && enterFootnote(view);

/** Leaves the chosen footnote: the cursor stands behind its number. */
export function leaveFootnote(view: EditorView): void {
  const { selection, doc, tr } = view.state;
  if (selection instanceof NodeSelection)
    view.dispatch(tr.setSelection(TextSelection.create(doc, selection.to)).scrollIntoView());
  view.focus();
}

/** A pasted piece as a footnote takes it: words in lines, without blocks and without footnotes. */
export function wordsOnly({ content }: Slice): Slice {
  const lines: Node[][] = [];
  const gather = (fragment: Fragment) => {
    fragment.forEach((node) => {
      if (node.isTextblock) lines.push([]);
      if (!nodes.footnote.contentMatch.matchType(node.type)) {
        gather(node.content);
        return;
      }
      if (lines.length === 0) lines.push([]);
      lines.at(-1)?.push(node);
    });
  };
  gather(content);
  const inline = lines.flatMap((line, at) => (at === 0 ? line : [nodes.hard_break.create(), ...line]));
  return new Slice(nodes.footnote.create(null, inline).content, 0, 0);
}

/** The words before a place in its block, as long as they are in the document: what is no text is signs of its length. */
export function wordsBefore($at: ResolvedPos): string {
  let words = '';
  $at.parent.forEach((node, offset) => {
    if (offset < $at.parentOffset) words += node.text ?? '\ufffc'.repeat(node.nodeSize);
  });
  return words.slice(0, $at.parentOffset);
}
