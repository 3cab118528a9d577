import type { Failure, ImportedFile, Output, Remark } from '../../main/contract/index.ts';
import type { Client, Host } from '../client/index.ts';
import { tell, tellFailure } from '../messages/index.ts';
import { afterPaint, createStore, doDeed, failureOf, freshId, go, notebook, pace } from '../state/index.ts';
import { announceMentions } from './announce-mentions.ts';
import { importOutlineFile, isOutlineFile } from './import-outline.ts';
import { type Answer, type Question, type QueueItem, type QueueProgress, type Taken, takeAll } from './import-queue.ts';
import { createPaced } from './paced.ts';
import { fileTaker, unpacker } from './take-file.ts';

/** The import under way, and the report of the last one until it is closed. */
export interface Importing {
  readonly work: ImportWork | null;
  readonly report: Report | null;
  /** Sources of which the encoding is to be looked at, as soon as nobody is at another dialog. */
  readonly unsure: readonly string[];
  /** What the import has to know before it goes on. */
  readonly question: OpenQuestion | null;
  /** What is to be taken of web pages, before an import of some begins. */
  readonly pages: PageChoice | null;
}

export interface PageChoice {
  readonly files: readonly File[];
  /** Null: nothing is imported. */
  readonly answer: (part: 'whole' | 'article' | null) => void;
}

export interface OpenQuestion extends Question {
  readonly answer: (answer: Answer) => void;
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

export const importing = createStore<Importing>({ work: null, report: null, unsure: [], question: null, pages: null });

/** Milliseconds between two looks at how the Library has grown while files come in. */
const BETWEEN_LISTS = 500;
/** And between two of how far the import has come: nobody can read the names of forty files a second. */
const BETWEEN_STEPS = 100;

/**
 * Brings files into the notebook. Each succeeds or fails on its own; a single clean one is opened, all else is put into the
 * report. An OPML file becomes an outline.
 * @param folder that was given alone, which the names of its files leave out
 */
export async function importFiles(client: Client, host: Host, files: readonly File[], folder?: string): Promise<void> {
  if (files.length === 0 || !mayImport()) return;
  const documents = files.filter((file) => !isOutlineFile(file));
  if (documents.length > 0) {
    const page = await pagePart(documents.filter(isPage));
    if (page === null) return;
    const of = { id: freshId(), again: false, into: notebook.get().status?.path };
    await finish(
      client,
      of,
      await run(
        client,
        host,
        documents.map((file) => itemOf(file, page, folder)),
        of,
      ),
    );
  }
  for (const file of files.filter(isOutlineFile)) {
    try {
      await importOutlineFile(client, host, file);
    } catch (error) {
      tellFailure(failureOf(error));
    }
  }
}

/** Tries those files of a report again that may come in now. */
export async function importAgain(client: Client, host: Host, { id, taken: before }: Report): Promise<void> {
  if (!mayImport()) return;
  importing.set({ report: null });
  const into = notebook.get().status?.path;
  const again = await run(
    client,
    host,
    before.filter(mayComeIn).map(({ item }) => item),
    { id, again: true, into },
  );
  if (hasEnded(into, again)) return;
  const now = new Map(again.map((taken) => [taken.item, taken]));
  const isKnown = new Set(before.map(({ item }) => item));
  // An archive that could be opened only now stands where its files do.
  const kept = before.filter((taken) => !mayComeIn(taken) || now.has(taken.item));
  const others = again.filter(({ item }) => !isKnown.has(item));
  importing.set({
    report: { id, taken: [...kept.map((taken) => now.get(taken.item) ?? taken), ...others] },
    unsure: unsureOf(again),
  });
  announce(client, again);
}

/** Whether a file of a report is not in the notebook. */
export function isMissing({ result }: Taken): boolean {
  return result.outcome === 'failed' || result.outcome === 'cancelled';
}

/** What is wrong with a file itself, whoever tries it and whenever. */
const OF_THE_FILE: ReadonlySet<string> = new Set<Failure['code']>([
  'empty-file',
  'unsupported-format',
  'damaged-file',
  'encrypted-file',
  'not-allowed',
]);

/** Whether a file of a report is not in the notebook, and another try may bring it in. */
export function mayComeIn(taken: Taken): boolean {
  const { failure } = taken.result;
  return isMissing(taken) && !(failure && OF_THE_FILE.has(failure.code));
}

/** Which import files are part of, whether they were tried before in it, and the notebook it goes into. */
interface ImportOf {
  readonly id: string;
  readonly again: boolean;
  readonly into: string | undefined;
}

/** An import from its first file to its last, shown while it lasts; it ends with the notebook it was begun in. */
async function run(client: Client, host: Host, items: readonly QueueItem[], of: ImportOf): Promise<readonly Taken[]> {
  const abort = new AbortController();
  let held = Promise.withResolvers<void>();
  held.resolve();
  const goOn = () => {
    held.resolve();
    change({ held: false });
  };
  const work: ImportWork = {
    done: 0,
    total: items.length,
    at: 1,
    item: items[0]?.name ?? '',
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
  const steps = createPaced<QueueProgress>(BETWEEN_STEPS, change);
  pace.set({ between: BETWEEN_LISTS });
  const unwatch = notebook.subscribe(() => {
    const { status } = notebook.get();
    if (status && (!status.open || status.path !== of.into)) work.stop();
  });
  try {
    const control = { signal: abort.signal, released: () => held.promise, ask: asker(abort.signal) };
    const answered = new Set<QueueItem>();
    const uploads = new Map<QueueItem, string>();
    const ways = {
      take: fileTaker(client, host, { run: of.id, again: of.again }, items, answered, uploads),
      unpack: unpacker(client, host, { run: of.id, again: of.again }, uploads),
    };
    const taken = await takeAll(items, ways, control, steps.take);
    await keepOthers(
      client,
      of,
      taken.filter(({ item }) => !answered.has(item)),
    );
    if (uploads.size > 0) await client.call('imports.discard', { uploads: [...uploads.values()] }).catch(tellFailure);
    return taken;
  } finally {
    unwatch();
    steps.close();
    pace.set({ between: 0 });
    importing.set({ work: null });
  }
}

/** Puts a question on the screen until it is answered or the import is stopped. */
function asker(signal: AbortSignal): (question: Question) => Promise<Answer> {
  return async (question) => {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    const stop = () => resolve('leave-all');
    signal.addEventListener('abort', stop);
    importing.set({ question: { ...question, answer: resolve } });
    try {
      return await promise;
    } finally {
      signal.removeEventListener('abort', stop);
      importing.set({ question: null });
    }
  };
}

function itemOf(file: File, page: 'whole' | 'article', folder: string | undefined): QueueItem {
  return {
    name: file.name,
    file,
    isInArchive: false,
    ...(folder !== undefined && { folder }),
    ...(isPage(file) && { page }),
  };
}

/** Whether a file calls itself a web page; what it is, its content says when it is imported. */
function isPage({ name, type }: File): boolean {
  return type === 'text/html' || /\.(?:x?html?|mht|mhtml)$/i.test(name);
}

/** What is to be taken of web pages; null where the import was given up. */
async function pagePart(files: readonly File[]): Promise<'whole' | 'article' | null> {
  if (files.length === 0) return 'whole';
  const { promise, resolve } = Promise.withResolvers<'whole' | 'article' | null>();
  importing.set({ pages: { files, answer: resolve } });
  try {
    return await promise;
  } finally {
    importing.set({ pages: null });
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

/** Whether the notebook an import went into is not open any more; says so then, for its texts and its report are not here. */
function hasEnded(into: string | undefined, taken: readonly Taken[]): boolean {
  const { status } = notebook.get();
  if (status?.open && status.path === into) return false;
  const count = taken.filter((each) => !isMissing(each)).length;
  tell({ tone: 'status', key: 'import.ended', values: { count, total: taken.length } });
  return true;
}

async function finish(client: Client, { id, into }: ImportOf, taken: readonly Taken[]): Promise<void> {
  const [first] = taken;
  if (taken.every(({ result }) => result.outcome === 'cancelled')) {
    tell({ tone: 'status', key: 'import.cancelled' });
    return;
  }
  const clean = taken.length === 1 && first !== undefined && isClean(first.result);
  const source = taken.findLast((each) => !isMissing(each))?.result.source;
  // The Library with all that came, the text that is opened and the report over it: each is enough for one frame.
  await painted();
  if (hasEnded(into, taken)) return;
  if (source) go({ view: 'read', sourceId: source.id });
  if (clean && source) {
    const { title, blocks, words } = source;
    tell({ tone: 'status', key: 'import.one', values: { title, blocks, words } });
  }
  // All that could be read without asking is here; now somebody may look at the rest.
  await painted();
  if (hasEnded(into, taken)) return;
  importing.set({ report: clean ? null : { id, taken }, unsure: unsureOf(taken) });
  announce(client, taken);
}

/** The new sources of which it is not certain how they are to be read. */
function unsureOf(taken: readonly Taken[]): readonly string[] {
  return taken.flatMap(({ result }) =>
    result.source && result.remarks.some(({ code }) => code === 'unsure-encoding') ? [result.source.id] : [],
  );
}

function painted(): Promise<void> {
  return new Promise((resolve) => afterPaint(resolve));
}

/**
 * What the window opens of an import that ended. While a dialog is open that is nothing: what somebody is typing there would be
 * gone. The report waits until it is settled how the texts in it are to be read.
 */
export function nextOf(
  { report, unsure }: Pick<Importing, 'report' | 'unsure'>,
  isBusy: boolean,
): 'encoding' | 'report' | null {
  if (isBusy) return null;
  if (unsure.length > 0) return 'encoding';
  return report && 'report';
}

/** Whether there is nothing to be said of a file but that it is here. */
function isClean({ outcome, remarks, earlier }: ImportedFile): boolean {
  return outcome === 'imported' && remarks.length === 0 && earlier === undefined;
}

/** Takes the report away, for somebody who went from it to a text. */
export function closeReport(): void {
  importing.set({ report: null });
}

/** Tells the report that a source was read in another encoding, and is another one now. */
export function replaceInReport(id: string, source: Output<'sources.get'>): void {
  importing.set(({ report }) => ({
    report: report && {
      ...report,
      taken: report.taken.map((taken) => {
        const { result } = taken;
        if (result.source?.id !== id) return taken;
        return {
          ...taken,
          result: { ...result, source, remarks: result.remarks.filter(({ code }) => !isOfEncoding(code)) },
        };
      }),
    },
  }));
}

/** Whether a remark says that an encoding was guessed. */
export function isOfEncoding(code: Remark['code']): boolean {
  return code === 'guessed-encoding' || code === 'unsure-encoding';
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
  if (!status?.open || importing.get().work || importing.get().pages) return false;
  if (status.readOnly) {
    tell({ tone: 'alert', key: 'import.readOnly' });
    return false;
  }
  return true;
}
