import type { Failure, Input } from '../../main/contract/index.ts';
import type { Client } from '../client/index.ts';
import { tell, tellFailure } from '../messages/index.ts';
import { saveAll } from '../session/index.ts';
import { failureOf } from '../state/index.ts';

/**
 * Restores a backup, once everything of the open notebook is saved, and says what came of it; where it took the
 * notebook's place, with a way back. Answers why it did not work, or null where it did.
 */
export async function restoreBackup(client: Client, input: Input<'backups.restore'>): Promise<Failure | null> {
  try {
    // What cannot be saved any more, because the notebook is damaged or gone, must not keep it from being restored.
    await saveAll(client).catch(() => undefined);
    const { status, undo, aside } = await client.call('backups.restore', input);
    if (input.as === 'copy') {
      tell({ tone: 'status', key: 'backups.openedCopy', values: { name: status.name } });
    } else if (undo === null) {
      tell({ tone: 'status', key: 'backups.restoredAside', values: { name: aside[0] ?? '' } });
    } else {
      const back = () =>
        void restoreBackup(client, { id: undo, as: 'notebook' }).then((why) => why && tellFailure(why));
      tell({
        tone: 'status',
        key: 'backups.restored',
        values: { name: status.name },
        action: { label: 'backups.takeBack', run: back },
      });
    }
    return null;
  } catch (error) {
    return failureOf(error);
  }
}
