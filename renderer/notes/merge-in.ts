import type { Client } from '../client/index.ts';
import { tell, tellFailure } from '../messages/index.ts';
import { doDeed, failureOf } from '../state/index.ts';
import { sessionsOf } from './session/sessions.ts';

/** Makes another note a part of this one, with what is being written in both saved before. */
export async function mergeIn(client: Client, intoId: string, id: string): Promise<void> {
  try {
    if (!(await sessionsOf(client).flush())) {
      tell({ tone: 'alert', key: 'notes.mergeUnsaved' });
      return;
    }
    const { title } = await client.call('notes.get', { id });
    await doDeed(client, 'notes.merge', { id, intoId });
    tell({ tone: 'status', key: 'notes.merged', values: { title } });
  } catch (error) {
    tellFailure(failureOf(error));
  }
}
