import type { Input } from '../../main/contract/index.ts';
import type { Client } from '../client/index.ts';
import { tell, tellFailure } from '../messages/index.ts';
import { step } from '../session/index.ts';
import { doDeed, failureOf } from '../state/index.ts';
import type { Taken } from './import-queue.ts';

type FolderFiles = Input<'collections.fromFolders'>['files'];

/** The sources of a report whose files lay in folders, those that were here before among them, each with its path. */
export function inFolders(taken: readonly Taken[]): FolderFiles {
  return taken.flatMap(({ item: { folder, name }, result: { source } }) => {
    const path = folder === undefined ? name : `${folder}/${name}`;
    return source && path.includes('/') ? [{ sourceId: source.id, path }] : [];
  });
}

/** Puts sources into collections like the folders of their files as one step, says how many, and offers to take it back. */
export async function collectFolders(client: Client, files: FolderFiles): Promise<void> {
  try {
    const { made, put } = await doDeed(client, 'collections.fromFolders', { files });
    if (put === 0) tell({ tone: 'status', key: 'import.foldersThere' });
    else {
      tell({
        tone: 'status',
        key: 'import.foldersDone',
        values: { made, put },
        action: { label: 'ui.undo', run: () => void step(client, 'history.undo') },
      });
    }
  } catch (error) {
    tellFailure(failureOf(error));
  }
}
