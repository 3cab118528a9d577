import type { Node } from 'prosemirror-model';
import { type Command, NodeSelection } from 'prosemirror-state';
import type { Client } from '../client/index.ts';
import { arrive } from '../state/index.ts';
import { nodes, quotationAttributes } from './editor/nodes.ts';
import { goToHighlight } from './go-to-highlight.ts';

/** Goes where a quotation, an entity's name or a link to a note points; false where the node points nowhere. */
export function follow(client: Client, node: Node): boolean {
  switch (node.type) {
    case nodes.quotation: {
      const { highlightId, sourceId } = quotationAttributes(node);
      void goToHighlight(client, highlightId, sourceId || null);
      return true;
    }
    case nodes.entity_mention:
      arrive({ view: 'entities', entityId: String(node.attrs.entityId) });
      return true;
    case nodes.note_link:
      arrive({ view: 'notes', noteId: String(node.attrs.noteId) });
      return true;
    default:
      return false;
  }
}

/** Follows the node that is selected as a whole. */
export function followSelected(client: Client): Command {
  return ({ selection }) => selection instanceof NodeSelection && follow(client, selection.node);
}
