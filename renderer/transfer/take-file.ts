import { CallFailed, type Failure } from '../../main/contract/index.ts';
import type { Client, Host } from '../client/index.ts';
import { asFailure } from './as-failure.ts';
import type { QueueItem, TakeFile, Unpack } from './import-queue.ts';

/** The share of an import's progress that goes to handing the file to the shell; the notebook has the rest. */
const HANDED = 0.2;

/**
 * Hands a file to the shell and has the notebook import it.
 * @param items what the import began with; those of one archive are unpacked at once where they do not lie ready
 * @param answered gets every file of which the notebook keeps what became of it
 * @param uploads of files of archives, as long as they lie ready
 */
export function fileTaker(
  client: Client,
  host: Host,
  { run, again }: { readonly run: string; readonly again: boolean },
  items: readonly QueueItem[],
  answered: Set<QueueItem>,
  uploads: Map<QueueItem, string>,
): TakeFile {
  const lost = new Map<QueueItem, Failure>();

  const isWanted = (each: QueueItem) => !answered.has(each) && !uploads.has(each);

  /** Where a file of an archive lies that was handed over before and is tried again; so do the others of it then. */
  async function unpacked(item: QueueItem, signal: AbortSignal): Promise<string> {
    if (!uploads.has(item) && !lost.has(item)) {
      const others = items.filter((each) => each.isInArchive && each.file === item.file && isWanted(each));
      await unpackAgain(client, host, [item, ...others.filter((each) => each !== item)], uploads, lost, signal);
    }
    const failure = lost.get(item);
    if (failure) throw new CallFailed(failure);
    return take(item) ?? '';
  }

  function take(item: QueueItem): string | undefined {
    const upload = uploads.get(item);
    uploads.delete(item);
    return upload;
  }

  return async (item, signal, onShare, password) => {
    const upload = take(item) ?? (await (item.isInArchive ? unpacked(item, signal) : host.upload(item.file, signal)));
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
    if (!result) throw new Error('One file was imported and nothing was said of it.');
    // Of an archive the notebook keeps nothing; what becomes of it turns out when it is unpacked.
    if (result.failure?.code !== 'is-archive') answered.add(item);
    return result;
  };
}

/** Has the notebook unpack an archive; where its files lie ready is said in `uploads`. */
export function unpacker(
  client: Client,
  host: Host,
  { run, again }: { readonly run: string; readonly again: boolean },
  uploads: Map<QueueItem, string>,
): Unpack {
  return async ({ file, name, folder }, signal) => {
    const upload = await host.upload(file, signal);
    const { files } = await client.call('imports.unpack', { upload, name, ...(again && { run }) }, { signal });
    return files.map((entry) => {
      const item: QueueItem = { name: entry.path, file, isInArchive: true, ...(folder !== undefined && { folder }) };
      if ('failure' in entry) return { item, failure: entry.failure };
      uploads.set(item, entry.upload);
      return { item };
    });
  };
}

/** Unpacks those files of one archive that are wanted; where they lie is said in `uploads`, why they cannot be had in `lost`. */
async function unpackAgain(
  client: Client,
  host: Host,
  wanted: readonly QueueItem[],
  uploads: Map<QueueItem, string>,
  lost: Map<QueueItem, Failure>,
  signal: AbortSignal,
): Promise<void> {
  const [first] = wanted;
  if (!first) return;
  const upload = await host.upload(first.file, signal);
  const only = wanted.map(({ name }) => name);
  const { files } = await client.call('imports.unpack', { upload, name: first.file.name, only }, { signal });
  // An archive may hold two files of one name.
  const left = [...files];
  for (const item of wanted) {
    const at = left.findIndex(({ path }) => path === item.name);
    const [entry] = at < 0 ? [] : left.splice(at, 1);
    if (entry && 'upload' in entry) uploads.set(item, entry.upload);
    else {
      const gone: Failure = { code: 'file-missing', message: `“${item.name}” is gone.` };
      lost.set(item, entry ? asFailure(entry.failure) : gone);
    }
  }
}
