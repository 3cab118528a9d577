import type { ImportedFile } from '../../main/contract/index.ts';
import type { Client, Host } from '../client/index.ts';
import { tell, tellFailure } from '../messages/index.ts';
import { createStore, doDeed, failureOf, go, notebook } from '../state/index.ts';
import { announceMentions } from './announce-mentions.ts';

/** The import under way, and the report of the last one until it is closed. */
export interface Importing {
  readonly work: {
    readonly done: number;
    readonly total: number;
    readonly item: string;
    readonly stop: () => void;
  } | null;
  readonly report: readonly ImportedFile[] | null;
}

export const importing = createStore<Importing>({ work: null, report: null });

/**
 * Uploads files to the shell and imports them. Each succeeds or fails on its own; a single clean one is opened, all
 * else is put into the report.
 */
export async function importFiles(client: Client, host: Host, files: readonly File[]): Promise<void> {
  if (files.length === 0 || !mayImport()) return;
  const abort = new AbortController();
  const show = (done: number, item: string) =>
    importing.set({ work: { done, total: files.length * 2, item, stop: () => abort.abort() } });
  const refused: ImportedFile[] = [];
  const uploads: { upload: string; name: string }[] = [];
  try {
    for (const [index, file] of files.entries()) {
      show(index, file.name);
      try {
        uploads.push({ upload: await host.upload(file, abort.signal), name: file.name });
      } catch (error) {
        const failure = failureOf(error);
        if (failure.code === 'cancelled') throw error;
        refused.push({ fileName: file.name, outcome: 'failed', remarks: [], failure });
      }
    }
    const imported = uploads.length === 0 ? [] : await takeIn(client, uploads, files.length, abort.signal, show);
    finish([...imported, ...refused]);
    const sources = imported.flatMap(({ outcome, source }) => (outcome === 'imported' && source ? [source] : []));
    void announceMentions(client, sources);
  } catch (error) {
    importing.set({ work: null });
    const failure = failureOf(error);
    if (failure.code === 'cancelled') tell({ tone: 'status', key: 'import.cancelled' });
    else tellFailure(failure);
  }
}

async function takeIn(
  client: Client,
  files: { upload: string; name: string }[],
  uploaded: number,
  signal: AbortSignal,
  show: (done: number, item: string) => void,
): Promise<readonly ImportedFile[]> {
  const onProgress = ({ done, total, item }: { done: number; total: number; item: string }) =>
    show(uploaded + (total > 0 ? (done / total) * uploaded : 0), item);
  const answer = await client.call('sources.import', { files }, { signal, onProgress });
  return answer.files;
}

function finish(files: readonly ImportedFile[]): void {
  const [first] = files;
  const clean = files.length === 1 && first?.outcome === 'imported' && first.remarks.length === 0;
  importing.set({ work: null, report: clean ? null : files });
  const source = files.findLast((file) => file.outcome !== 'failed')?.source;
  if (source) go({ view: 'read', sourceId: source.id });
  if (clean && source) {
    const { title, blocks, words } = source;
    tell({ tone: 'status', key: 'import.one', values: { title, blocks, words } });
  }
}

/** Makes a source of pasted text and opens it. @throws CallFailed */
export async function importText(client: Client, title: string, text: string): Promise<void> {
  const source = await doDeed(client, 'sources.create', { title, text });
  go({ view: 'read', sourceId: source.id });
  tell({
    tone: 'status',
    key: 'import.one',
    values: { title: source.title, blocks: source.blocks, words: source.words },
  });
  void announceMentions(client, [source]);
}

/** False, and says why, where nothing can be imported just now. */
export function mayImport(): boolean {
  const { status } = notebook.get();
  if (!status?.open || importing.get().work) return false;
  if (status.readOnly) {
    tell({ tone: 'alert', key: 'import.readOnly' });
    return false;
  }
  return true;
}
