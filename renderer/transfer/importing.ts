import type { ImportedFile } from '../../main/contract/index.ts';
import type { Client, Host } from '../client/index.ts';
import { tell, tellFailure } from '../messages/index.ts';
import { createStore, doDeed, failureOf, freshId, go, notebook } from '../state/index.ts';
import { announceMentions } from './announce-mentions.ts';
import { importOutlineFile, isOutlineFile } from './import-outline.ts';
import { type QueueProgress, type TakeFile, type Taken, takeAll } from './import-queue.ts';

/** The import under way, and the report of the last one until it is closed. */
export interface Importing {
  readonly work: ImportWork | null;
  readonly report: Report | null;
}

export interface Report {
  /** Under which the notebook keeps it. */
  readonly id: string;
  readonly taken: readonly Taken[];
}

export interface ImportWork extends QueueProgress {
  /** Whether the next file waits. */
  readonly held: boolean;
  readonly hold: () => void;
  readonly goOn: () => void;
  readonly stop: () => void;
}

export const importing = createStore<Importing>({ work: null, report: null });

/**
 * Brings files into the notebook. Each succeeds or fails on its own; a single clean one is opened, all else is put into the
 * report. An OPML file becomes an outline.
 */
export async function importFiles(client: Client, host: Host, files: readonly File[]): Promise<void> {
  if (files.length === 0 || !mayImport()) return;
  const documents = files.filter((file) => !isOutlineFile(file));
  if (documents.length > 0) {
    const id = freshId();
    finish(client, id, await run(client, host, documents, { id, again: false }));
  }
  for (const file of files.filter(isOutlineFile)) {
    try {
      await importOutlineFile(client, host, file);
    } catch (error) {
      tellFailure(failureOf(error));
    }
  }
}

/** Tries those files of a report again that are not in the notebook. */
export async function importAgain(client: Client, host: Host, { id, taken: before }: Report): Promise<void> {
  if (!mayImport()) return;
  importing.set({ report: null });
  const again = await run(
    client,
    host,
    before.filter(isMissing).map(({ file }) => file),
    { id, again: true },
  );
  const now = new Map(again.map((taken) => [taken.file, taken]));
  importing.set({ report: { id, taken: before.map((taken) => now.get(taken.file) ?? taken) } });
  announce(client, again);
}

/** Whether a file of a report is not in the notebook. */
export function isMissing({ result }: Taken): boolean {
  return result.outcome === 'failed' || result.outcome === 'cancelled';
}

/** Which import files are part of, and whether they were tried before in it. */
interface ImportOf {
  readonly id: string;
  readonly again: boolean;
}

/** An import from its first file to its last, shown while it lasts; it ends with the notebook it was begun in. */
async function run(client: Client, host: Host, files: readonly File[], of: ImportOf): Promise<readonly Taken[]> {
  const abort = new AbortController();
  let held = Promise.withResolvers<void>();
  held.resolve();
  const into = notebook.get().status?.path;
  const goOn = () => {
    held.resolve();
    change({ held: false });
  };
  const work: ImportWork = {
    done: 0,
    total: files.length,
    at: 1,
    item: files[0]?.name ?? '',
    held: false,
    hold() {
      held = Promise.withResolvers();
      change({ held: true });
    },
    goOn,
    stop() {
      abort.abort();
      goOn();
    },
  };
  importing.set({ work });
  const unwatch = notebook.subscribe(() => {
    const { status } = notebook.get();
    if (status && (!status.open || status.path !== into)) work.stop();
  });
  try {
    const control = { signal: abort.signal, released: () => held.promise };
    const answered = new Set<File>();
    const taken = await takeAll(files, fileTaker(client, host, of, answered), control, change);
    await keepOthers(
      client,
      of,
      taken.filter(({ file }) => !answered.has(file)),
    );
    return taken;
  } finally {
    unwatch();
    importing.set({ work: null });
  }
}

function change(part: Partial<ImportWork>): void {
  importing.set(({ work }) => ({ work: work && { ...work, ...part } }));
}

/** Has the notebook keep what became of files that the app never heard of. */
async function keepOthers(client: Client, { id, again }: ImportOf, taken: readonly Taken[]): Promise<void> {
  const files = taken.flatMap(({ result: { fileName, outcome, failure } }) =>
    outcome === 'failed' || outcome === 'cancelled' ? [{ fileName, outcome, ...(failure && { failure }) }] : [],
  );
  if (files.length === 0) return;
  try {
    await client.call('imports.keep', { run: id, again, files });
  } catch (error) {
    // A notebook that was closed meanwhile has ended the import and keeps no more of it.
    const failure = failureOf(error);
    if (failure.code !== 'no-notebook') tellFailure(failure);
  }
}

/** The share of an import's progress that goes to handing the file to the shell; the notebook has the rest. */
const HANDED = 0.2;

function fileTaker(client: Client, host: Host, { id, again }: ImportOf, answered: Set<File>): TakeFile {
  return async (file, signal, onShare) => {
    const upload = await host.upload(file, signal);
    onShare(HANDED);
    const { files } = await client.call(
      'sources.import',
      { files: [{ upload, name: file.name }], run: id, again },
      { signal, onProgress: ({ done, total }) => onShare(HANDED + (1 - HANDED) * (total > 0 ? done / total : 0)) },
    );
    const [result] = files;
    answered.add(file);
    if (!result) throw new Error('One file was imported and nothing was said of it.');
    return result;
  };
}

function finish(client: Client, id: string, taken: readonly Taken[]): void {
  const [first] = taken;
  if (taken.every(({ result }) => result.outcome === 'cancelled')) {
    tell({ tone: 'status', key: 'import.cancelled' });
    return;
  }
  const clean = taken.length === 1 && first !== undefined && isClean(first.result);
  importing.set({ report: clean ? null : { id, taken } });
  const source = taken.findLast((each) => !isMissing(each))?.result.source;
  if (source) go({ view: 'read', sourceId: source.id });
  if (clean && source) {
    const { title, blocks, words } = source;
    tell({ tone: 'status', key: 'import.one', values: { title, blocks, words } });
  }
  announce(client, taken);
}

/** Whether there is nothing to be said of a file but that it is here. */
function isClean({ outcome, remarks, earlier }: ImportedFile): boolean {
  return outcome === 'imported' && remarks.length === 0 && earlier === undefined;
}

function announce(client: Client, taken: readonly Taken[]): void {
  const results: readonly ImportedFile[] = taken.map(({ result }) => result);
  const sources = results.flatMap(({ outcome, source }) => (outcome === 'imported' && source ? [source] : []));
  void announceMentions(client, sources);
}

/**
 * Makes a source of pasted text and opens it.
 * @param html the same text in its form, where that is to be kept
 * @throws CallFailed
 */
export async function importText(client: Client, title: string, text: string, html?: string): Promise<void> {
  const source = await doDeed(client, 'sources.create', { title, text, ...(html !== undefined && { html }) });
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
