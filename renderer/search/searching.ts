import type { Hit } from '../../main/contract/index.ts';
import { arrive, createStore, openDialog, showCollection } from '../state/index.ts';

/** The search box: what is asked, whether the results show, and a count that grows when it is to take the focus. */
export const searching = createStore<{ readonly query: string; readonly open: boolean; readonly focus: number }>({
  query: '',
  open: false,
  focus: 0,
});

/** Goes to the place of a hit. */
export function openHit(hit: Hit): void {
  const { id, sourceId = null } = hit;
  if (hit.kind === 'collection') showCollection(id);
  else if (hit.kind === 'tag') openDialog({ kind: 'tag-passages', id });
  else if (hit.kind === 'source') arrive({ view: 'read', sourceId: id });
  else if (hit.kind === 'block') arrive({ view: 'read', sourceId: sourceId ?? id, passage: passageOf(hit) });
  else if (hit.kind === 'highlight') arrive({ view: 'read', sourceId, passage: passageOf(hit), highlightId: id });
  else if (hit.kind === 'note') arrive({ view: 'notes', noteId: id });
  else if (hit.kind === 'entity') arrive({ view: 'entities', entityId: id });
  else arrive({ view: 'outline', outlineId: id });
}

function passageOf({ start, end }: Hit): { start: number; end: number } | null {
  return start === undefined || end === undefined ? null : { start, end };
}

/** A hit's key in a list. */
export function hitKey(hit: Hit): string {
  return `${hit.kind} ${hit.id} ${hit.start ?? ''}`;
}
