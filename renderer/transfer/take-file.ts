import { CallFailed } from '../../main/contract/index.ts';
import type { Client, Host } from '../client/index.ts';
import { asFailure } from './as-failure.ts';
import type { QueueItem, TakeFile, Unpack } from './import-queue.ts';

/** The share of an import's progress that goes to handing the file to the shell; the notebook has the rest. */
const HANDED = 0.2;

/**
 * Hands a file to the shell and has the notebook import it.
 * @param answered gets every file of which the notebook keeps what became of it
 * @param uploads of files of archives, as long as they lie ready
 */
export function fileTaker(
  client: Client,
  host: Host,
  { run, again }: { readonly run: string; readonly again: boolean },
  answered: Set<QueueItem>,
  uploads: Map<QueueItem, string>,
): TakeFile {
  return async (item, signal, onShare, password) => {
    const ready = uploads.get(item);
    uploads.delete(item);
    const upload =
      ready ?? (await (item.isInArchive ? unpackOne(client, host, item, signal) : host.upload(item.file, signal)));
    onShare(HANDED);
    const { files } = await client.call(
      'sources.import',
      {
        files: [
          {
            upload,
            name: item.name,
            ...(item.page && { page: item.page }),
            ...(password !== undefined && { password }),
          },
        ],
        run,
        again: again || password !== undefined,
      },
      { signal, onProgress: ({ done, total }) => onShare(HANDED + (1 - HANDED) * (total > 0 ? done / total : 0)) },
    );
    const [result] = files;
    answered.add(item);
    if (!result) throw new Error('One file was imported and nothing was said of it.');
    return result;
  };
}

/** Has the notebook unpack an archive; where its files lie ready is said in `uploads`. */
export function unpacker(client: Client, host: Host, uploads: Map<QueueItem, string>): Unpack {
  return async ({ file, name }, signal) => {
    const upload = await host.upload(file, signal);
    const { files } = await client.call('imports.unpack', { upload, name }, { signal });
    return files.map((entry) => {
      const item: QueueItem = { name: entry.path, file, isInArchive: true };
      if ('failure' in entry) return { item, failure: entry.failure };
      uploads.set(item, entry.upload);
      return { item };
    });
  };
}

/** A file of an archive that was handed over before and is tried again. */
async function unpackOne(client: Client, host: Host, { file, name }: QueueItem, signal: AbortSignal): Promise<string> {
  const upload = await host.upload(file, signal);
  const { files } = await client.call('imports.unpack', { upload, name: file.name, only: [name] }, { signal });
  const [entry] = files;
  if (entry && 'upload' in entry) return entry.upload;
  throw new CallFailed(entry ? asFailure(entry.failure) : { code: 'file-missing', message: `“${name}” is gone.` });
}
