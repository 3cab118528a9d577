import type { Command, EditorState } from 'prosemirror-state';
import { marks } from './nodes.ts';

/** The stretch of the link the selection stands in, and its address. */
function linkAt({ selection }: EditorState): { from: number; to: number; href: string } | null {
  const { $from } = selection;
  const start = $from.parent.childAfter($from.parentOffset);
  const here =
    start.node && marks.link.isInSet(start.node.marks) ? start : $from.parent.childBefore($from.parentOffset);
  const mark = here.node && marks.link.isInSet(here.node.marks);
  if (!mark) return null;
  let from = $from.start() + here.offset;
  let to = from + (here.node?.nodeSize ?? 0);
  for (let index = here.index - 1; index >= 0; index--) {
    const node = $from.parent.child(index);
    if (!mark.isInSet(node.marks)) break;
    from -= node.nodeSize;
  }
  for (let index = here.index + 1; index < $from.parent.childCount; index++) {
    const node = $from.parent.child(index);
    if (!mark.isInSet(node.marks)) break;
    to += node.nodeSize;
  }
  return { from, to, href: String(mark.attrs.href) };
}

/** The address of the link at the selection, or null. */
export function addressAt(state: EditorState): string | null {
  return linkAt(state)?.href ?? null;
}

/** Gives the selected words, or the link the cursor stands in, this address; null takes it away. Without words the address is written. */
export function setLink(href: string | null): Command {
  return (state, dispatch) => {
    const { selection, tr } = state;
    const { from, to } = selection.empty ? (linkAt(state) ?? selection) : selection;
    if (from < to) tr.removeMark(from, to, marks.link);
    if (href !== null && from < to) tr.addMark(from, to, marks.link.create({ href }));
    if (href !== null && from === to)
      tr.replaceSelectionWith(state.schema.text(href, [marks.link.create({ href })]), false);
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}
