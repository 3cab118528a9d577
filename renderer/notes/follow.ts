import type { Node } from 'prosemirror-model';
import { type Command, NodeSelection } from 'prosemirror-state';
import type { Client } from '../client/index.ts';
import { tell, tellFailure } from '../messages/index.ts';
import { arrive, failureOf, go, type Place } from '../state/index.ts';
import { nodes, quotationAttributes } from './editor/nodes.ts';

/**
 * Goes to the passage of a highlight; where that is gone, to its source, and says so.
 * @param view in which it is shown: to read, or beside the outline, which keeps the keyboard then
 */
export async function goToHighlight(
  client: Client,
  highlightId: string,
  sourceId: string | null,
  view: 'read' | 'outline' = 'read',
): Promise<void> {
  const show = (found: Partial<Place>) => (view === 'read' ? arrive({ view, ...found }) : go(found));
  try {
    const highlight = await client.call('highlights.get', { id: highlightId });
    const { start, end } = highlight;
    show({ sourceId: highlight.sourceId, passage: { start, end }, highlightId });
  } catch (error) {
    const failure = failureOf(error);
    if (failure.code !== 'not-found') return tellFailure(failure);
    if (sourceId) show({ sourceId });
    tell({ tone: 'status', key: 'notes.quotation.noPassage' });
  }
}

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
