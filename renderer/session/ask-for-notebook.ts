import type { Failure } from '../../main/contract/index.ts';
import { type Client, connection, type Host } from '../client/index.ts';
import { openDialog } from '../state/index.ts';
import { changeNotebook } from './notebooks.ts';

/**
 * Asks which notebook to open or where to put a new one: in the system's own dialog where the shell has them, else in
 * ours. Answers why it did not work, or null (our own dialogs say their failures themselves).
 */
export async function askForNotebook(
  client: Client,
  host: Host,
  what: 'notebook' | 'new-notebook',
): Promise<Failure | null> {
  if (!connection.get().hello?.nativeDialogs) {
    openDialog({ kind: what === 'notebook' ? 'open-notebook' : 'new-notebook' });
    return null;
  }
  const path = await host.pick(what);
  if (path === null) return null;
  return changeNotebook(client, what === 'notebook' ? 'notebook.open' : 'notebook.create', { path });
}
