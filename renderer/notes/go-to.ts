import type { Reference } from '../../main/contract/index.ts';
import type { Client } from '../client/index.ts';
import { go, type Place } from '../state/index.ts';
import { goToHighlight } from './go-to-highlight.ts';

/** Goes to what a note is attached to. */
export function goTo(client: Client, { kind, id }: Reference): void {
  if (kind === 'highlight') void goToHighlight(client, id, null);
  else go(PLACES[kind](id));
}

const PLACES: Readonly<Record<Exclude<Reference['kind'], 'highlight'>, (id: string) => Partial<Place>>> = {
  source: (sourceId) => ({ view: 'read', sourceId }),
  tag: (tagId) => ({ view: 'read', tagId }),
  entity: (entityId) => ({ view: 'entities', entityId }),
  note: (noteId) => ({ view: 'notes', noteId }),
};
