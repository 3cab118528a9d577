import type { Noun } from '../../main/contract/index.ts';
import type { Client } from '../client/index.ts';
import { tell, tellFailure } from '../messages/index.ts';
import { step } from '../session/index.ts';
import { doDeed, failureOf } from '../state/index.ts';

type Removable = Extract<Noun, 'source' | 'collection' | 'tag' | 'entity' | 'note' | 'outline'>;

const METHODS = {
  source: 'sources.remove',
  collection: 'collections.remove',
  tag: 'tags.remove',
  entity: 'entities.remove',
  note: 'notes.remove',
  outline: 'outlines.remove',
} as const;

/** Puts a thing into the trash and offers to take it back. */
export async function removeThing(client: Client, noun: Removable, id: string, name: string): Promise<void> {
  try {
    await doDeed(client, METHODS[noun], { id });
    tell({
      tone: 'status',
      key: noun === 'collection' ? 'collection.removed' : 'library.removed',
      values: { name },
      action: { label: 'ui.undo', run: () => void step(client, 'history.undo') },
    });
  } catch (error) {
    tellFailure(failureOf(error));
  }
}
