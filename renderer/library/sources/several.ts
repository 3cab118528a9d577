import type { Client } from '../../client/index.ts';
import { tell, tellFailure } from '../../messages/index.ts';
import { step } from '../../session/index.ts';
import { doDeed, failureOf } from '../../state/index.ts';

/** Puts sources into the trash as one step, and offers to take it back. */
export async function removeSources(client: Client, ids: readonly string[]): Promise<void> {
  try {
    const { removed } = await doDeed(client, 'sources.removeAll', { ids: [...ids] });
    tell({
      tone: 'status',
      key: 'library.removedSeveral',
      values: { count: removed },
      action: { label: 'ui.undo', run: () => void step(client, 'history.undo') },
    });
  } catch (error) {
    tellFailure(failureOf(error));
  }
}
