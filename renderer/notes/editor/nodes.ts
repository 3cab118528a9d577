import type { Node, NodeType } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import { documentSchema, type QuotationAttributes } from '../../../main/contract/index.ts';

export const { nodes, marks } = documentSchema;

/** Reads a quotation's attributes with the types the schema promises. */
export function quotationAttributes(node: Node): QuotationAttributes {
  return {
    highlightId: String(node.attrs.highlightId),
    sourceId: String(node.attrs.sourceId),
    text: String(node.attrs.text),
    sourceTitle: String(node.attrs.sourceTitle),
    locator: String(node.attrs.locator),
    colour: String(node.attrs.colour),
    kept: String(node.attrs.kept),
  };
}

/** The nearest ancestor of the selection's start that is of one of these types, with the position before it. */
export function ancestorOf(
  state: EditorState,
  types: readonly NodeType[],
): { node: Node; pos: number; depth: number } | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (types.includes(node.type)) return { node, pos: $from.before(depth), depth };
  }
  return null;
}
