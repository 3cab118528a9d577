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
  const text = footnoteText(view);
  text?.focus();
  return text !== null;
}

export const enterChosenFootnote: Command = (_state, _dispatch, view) => view !== undefined && enterFootnote(view);

/** The words of the chosen footnote as they are written now; null where none is chosen. */
export function footnoteText(view: EditorView): HTMLElement | null {
  const { selection } = view.state;
  if (!(selection instanceof NodeSelection) || selection.node.type !== nodes.footnote) return null;
  const dom = view.nodeDOM(selection.from);
  return dom instanceof HTMLElement ? dom.querySelector<HTMLElement>('.footnote-text') : null;
}

/** Leaves the chosen footnote: the cursor stands behind its number. */
export function leaveFootnote(view: EditorView): void {
  const { selection, doc, tr } = view.state;
  if (selection instanceof NodeSelection)
    view.dispatch(tr.setSelection(TextSelection.create(doc, selection.to)).scrollIntoView());
  view.focus();
}

/** Takes the chosen footnote out. */
export function removeFootnote(view: EditorView): void {
  view.dispatch(view.state.tr.deleteSelection().scrollIntoView());
  view.focus();
}

/**
 * Keys of the editor of a footnote that a browser would take beyond it, because it takes the note around it for one text: to the
 * beginning and the end, and deleting there. Deleting in an empty footnote takes it out.
 */
export function withinFootnote(remove: () => void): Record<string, Command> {
  const to = (edge: 'start' | 'end', extending: boolean): Command => {
    return ({ doc, selection, tr }, dispatch) => {
      const head = edge === 'start' ? 0 : doc.content.size;
      dispatch?.(
        tr.setSelection(TextSelection.create(doc, extending ? selection.anchor : head, head)).scrollIntoView(),
      );
      return true;
    };
  };
  const deleting = (edge: 'start' | 'end'): Command => {
    return ({ doc, selection }) => {
      if (!selection.empty || selection.head !== (edge === 'start' ? 0 : doc.content.size)) return false;
      if (doc.content.size === 0) remove();
      return true;
    };
  };
  return {
    'Mod-Home': to('start', false),
    'Mod-End': to('end', false),
    'Shift-Mod-Home': to('start', true),
    'Shift-Mod-End': to('end', true),
    Backspace: deleting('start'),
    'Mod-Backspace': deleting('start'),
    'Shift-Backspace': deleting('start'),
    Delete: deleting('end'),
    'Mod-Delete': deleting('end'),
  };
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
