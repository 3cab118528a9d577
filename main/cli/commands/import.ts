import { resolve } from 'node:path';
import {
  CallFailed,
  type Failure,
  type ImportedFile,
  LecternError,
  type OutlineRemark,
  type OutlineSummary,
  type Output,
} from '../../contract/index.ts';
import { type Command, text, word } from '../command.ts';
import { expandPaths, readText } from '../files.ts';
import { findByName } from '../find.ts';
import { type GivenFile, importDocuments } from '../import-documents.ts';
import { complain, counted, printJson, printLine } from '../print.ts';
import { outlineRemarkWords, remarkWords } from '../remark-words.ts';
import { type Session, withNotebook } from '../session.ts';

export const command: Command = {
  synopsis:
    'NOTEBOOK FILE… [--collection C] [--collections] [--encoding E] [--outline] [--article] [--passwords FILE] [--json]',
  help: [
    'Imports each file as a source; a folder or a ZIP archive stands for all files in it. The format is told by the content.',
    'A file that is in the notebook already is left out. One that fails does not keep the others from being imported;',
    'the exit code is then 1. When a path does not exist nothing is imported.',
    '',
    'An OPML file becomes an outline.',
    '',
    '  --collection C     put what was imported, or was here already, into this collection, by its id or name;',
    '                     a name that there is not yet is made',
    '  --collections      make collections like the folders of the files, and put the files into them;',
    '                     where --collection is given too they stand in that one',
    '  --encoding E       the encoding of all texts among them, such as windows-1251; found out when left out',
    '  --outline          make an outline of each file, from OPML or from the headings and lists of Markdown',
    '  --article          of web pages take the article alone, without menus and other articles',
    '  --passwords FILE   opens protected PDFs with the lines of FILE, each of which is tried; - reads standard input.',
    '                     They are not kept, and not shown to others as the words of a command are',
    '  --json             print what became of each file',
  ].join('\n'),
  options: {
    json: { type: 'boolean' },
    collection: { type: 'string' },
    collections: { type: 'boolean' },
    encoding: { type: 'string' },
    outline: { type: 'boolean' },
    article: { type: 'boolean' },
    passwords: { type: 'string' },
  },
  words: { least: 2, most: Number.POSITIVE_INFINITY },
  async run(given) {
    const named = await expandPaths(given.words.slice(1));
    const files = named.files.map(({ path, name }) => ({ upload: resolve(path), name }));
    const isOutline = ({ name }: { name: string }) => given.options['outline'] === true || /\.opml$/i.test(name);
    const documents = files.filter((file) => !isOutline(file));
    const collection = text(given, 'collection');
    const encoding = text(given, 'encoding');
    const passwords = await readPasswords(text(given, 'passwords'));
    const report = await withNotebook(word(given, 0), async (session) => {
      const imported = await importDocuments(session, documents, {
        passwords,
        page: given.options['article'] === true ? 'article' : 'whole',
        ...(encoding !== undefined && { encoding }),
      });
      const placed = await collect(session, imported, {
        collection,
        likeFolders: given.options['collections'] === true,
        folder: named.folder,
      });
      return { files: imported, outlines: await importOutlines(session, files.filter(isOutline)), ...placed };
    });
    if (given.options['json']) printJson(report);
    else {
      for (const file of report.files) printLine(line(file));
      for (const file of report.outlines) printLine(outlineLine(file));
      if (report.collections) printLine(collectionsLine(report));
    }

    const failed = [
      ...report.files.filter((file) => file.outcome === 'failed' || file.outcome === 'cancelled'),
      ...report.outlines.filter((file) => file.failure !== undefined),
    ];
    if (failed.length === 0) return;
    process.exitCode = 1;
    const reasons = failed.slice(0, MOST_REASONS).map((file) => file.failure?.message ?? file.fileName);
    const others = failed.length - reasons.length;
    const more = others > 0 ? ` And ${others} more; see what became of each file above.` : '';
    complain(`${failed.length} of ${files.length} not imported: ${reasons.join(' ')}${more}`);
  },
};

/** Where the sources of files are put. */
interface Shelves {
  /** By its id or name. */
  readonly collection: string | undefined;
  /** Whether there shall be collections like the folders of the files, in that one where there is one. */
  readonly likeFolders: boolean;
  /** The folder the names of the files leave out. */
  readonly folder: string | undefined;
}

/** Puts the sources of files into collections; those that are missing are made. */
async function collect(
  session: Session,
  files: readonly ImportedFile[],
  { collection, likeFolders, folder }: Shelves,
): Promise<Partial<Output<'collections.fromFolders'>>> {
  const held = files.flatMap(({ source, fileName }) => (source ? [{ sourceId: source.id, fileName }] : []));
  const into = collection !== undefined && held.length > 0 ? await collectionCalled(session, collection) : null;
  if (likeFolders) {
    const path = (fileName: string) => (folder === undefined ? fileName : `${folder}/${fileName}`);
    const placed = held.map(({ sourceId, fileName }) => ({ sourceId, path: path(fileName) }));
    return session.call('collections.fromFolders', { files: placed, into });
  }
  const sourceIds = [...new Set(held.map(({ sourceId }) => sourceId))];
  if (into !== null) await session.call('collections.arrange', { sourceIds, into: [into] });
  return {};
}

async function collectionCalled(session: Session, called: string): Promise<string> {
  return findByName(session, 'collection', called).catch(async (error: unknown) => {
    if (!(error instanceof LecternError) || error.code !== 'not-found') throw error;
    return (await session.call('collections.create', { name: called })).id;
  });
}

async function readPasswords(path: string | undefined): Promise<readonly string[]> {
  if (path === undefined) return [];
  return (await readText(path)).split(/\r?\n/).filter((line) => line !== '');
}

/** What became of a file that was to be an outline. */
interface ImportedOutline {
  readonly fileName: string;
  readonly outline?: OutlineSummary;
  readonly remarks: readonly OutlineRemark[];
  readonly failure?: Failure;
}

/** One that fails does not keep the others from being imported. */
async function importOutlines(session: Session, files: readonly GivenFile[]): Promise<ImportedOutline[]> {
  const imported: ImportedOutline[] = [];
  for (const file of files) {
    try {
      const { outline, remarks } = await session.call('outlines.import', file);
      imported.push({ fileName: file.name, outline, remarks });
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      imported.push({ fileName: file.name, remarks: [], failure: error.failure });
    }
  }
  return imported;
}

function outlineLine({ fileName, outline, remarks, failure }: ImportedOutline): string {
  if (!outline) return `failed: ${fileName}: ${failure?.message ?? ''}`;
  const { id, title, items } = outline;
  return [
    `imported: ${fileName}: ${id}  ${title}  (${counted(items, 'item')})`,
    ...remarks.map(outlineRemarkWords),
  ].join('; ');
}

function collectionsLine({ made = 0, put = 0 }: Partial<Output<'collections.fromFolders'>>): string {
  return `collections: ${counted(put, 'source')} put into collections like the folders, ${counted(made, 'collection')} made`;
}

/** So many reasons still make a line that is read. */
const MOST_REASONS = 3;

function line({ fileName, outcome, source, remarks, failure }: ImportedFile): string {
  const facts = {
    imported: () => `${source?.id}  ${source?.title}  (${counted(source?.blocks ?? 0, 'block')}, ${source?.encoding})`,
    duplicate: () => `${source?.id}  ${source?.title}`,
    failed: () => failure?.message ?? '',
    cancelled: () => 'not imported',
  }[outcome]();
  return [`${outcome}: ${fileName}: ${facts}`, ...remarks.map(remarkWords)].join('; ');
}
