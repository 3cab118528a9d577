import type { Client } from '../client/index.ts';
import { tell, tellFailure } from '../messages/index.ts';
import { arrive, failureOf, go, type Place } from '../state/index.ts';

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
