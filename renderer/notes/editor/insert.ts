import type { Node } from 'prosemirror-model';
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import type { Entity, Highlight, NoteSummary } from '../../../main/contract/index.ts';
import { nodes } from './nodes.ts';

/** The stretch of the document something takes the place of, for instance a written `@Lev`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A quotation of a highlight with a snapshot of its words. */
export function quotationOf(highlight: Highlight): Node {
  return nodes.quotation.create({
    highlightId: highlight.id,
    sourceId: highlight.sourceId,
    text: highlight.quote,
    sourceTitle: highlight.sourceTitle,
    locator: highlight.locator,
    colour: highlight.colour,
  });
}

/** Puts a quotation in, as `insertBlocks` does. */
export function insertQuotation(state: EditorState, highlight: Highlight, stretch: Stretch): Transaction {
  return insertBlocks(state, [quotationOf(highlight)], stretch);
}

/** Puts images in, as `insertBlocks` does. */
export function insertImages(state: EditorState, images: readonly Node[], stretch: Stretch): Transaction {
  return insertBlocks(state, images, stretch);
}

/**
 * Puts blocks in, one after the other, and the cursor, unless it is somewhere else by now, into the paragraph after them,
 * made where there is none.
 */
function insertBlocks(state: EditorState, blocks: readonly Node[], { from, to }: Stretch): Transaction {
  const { head } = state.selection;
  const { tr } = state;
  const last = blocks.at(-1);
  if (!last) return tr;
  tr.replaceRangeWith(from, to, last);
  let end = tr.mapping.map(to);
  tr.doc.nodesBetween(Math.max(0, from - 2), Math.min(tr.doc.content.size, end + 2), (node, pos) => {
    if (node.eq(last)) end = pos + node.nodeSize;
  });
  for (const block of blocks.slice(0, -1)) {
    const { size } = tr.doc.content;
    const at = end - last.nodeSize;
    tr.replaceRangeWith(at, at, block);
    end += tr.doc.content.size - size;
  }
  const next = tr.doc.resolve(end).nodeAfter;
  if (!next?.isTextblock) tr.insert(end, nodes.paragraph.create());
  if (head < from || head > to) return tr;
  return tr.setSelection(TextSelection.near(tr.doc.resolve(end + 1))).scrollIntoView();
}

/** Puts an entity's name in, linked by its id, and a space after it. */
export function insertEntity(state: EditorState, entity: Entity, stretch: Stretch): Transaction {
  const { id: entityId, name } = entity;
  return insertInline(state, nodes.entity_mention.create({ entityId, name }), stretch);
}

/** Puts a link to another note in, and a space after it. */
export function insertNoteLink(
  state: EditorState,
  note: Pick<NoteSummary, 'id' | 'title'>,
  stretch: Stretch,
): Transaction {
  return insertInline(state, nodes.note_link.create({ noteId: note.id, title: note.title }), stretch);
}

function insertInline(state: EditorState, node: Node, { from, to }: Stretch): Transaction {
  // Who writes somewhere else by now is not called back.
  const { head } = state.selection;
  const isHere = head >= from && head <= to;
  const tr = state.tr.replaceWith(from, to, node);
  const end = from + node.nodeSize;
  if (!/^\s/.test(tr.doc.resolve(end).nodeAfter?.text ?? '')) tr.insertText(' ', end);
  if (isHere) tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView();
  return tr;
}
