import { type Connection, importResults, sources } from '../../db/index.ts';
import { type BlockDraft, countWords, type ImportResult, LecternError } from '../../db/model/index.ts';
import type { ImportedFile, Output } from '../contract/index.ts';
import type { Context } from './context.ts';
import type { HandlersOf, Lasting } from './handler.ts';
import { excerpt } from './names.ts';
import { wholeOf } from './reading/index.ts';
import { readPreferences } from './stored-preferences.ts';

export const importHandlers: HandlersOf<'imports'> = {
  'imports.unpack': async ({ upload, name, only, run }, context) => {
    const { bytes } = await context.ports.inbox.take(upload);
    const files = await unpack(context, bytes, name, only);
    if (run !== undefined) {
      context.write({ deed: 'import-source', subject: '' }, (connection) => {
        importResults.forget(connection, run, name);
      });
    }
    return { files };
  },

  'imports.previewPage': async ({ upload, name }, { ports, cancelled }) => {
    const { bytes } = await ports.inbox.take(upload);
    const part = async (page: 'whole' | 'article') => {
      const reading = await ports.parsers.readFile(bytes, name, cancelled, { page });
      const isFound = !reading.facts.remarks.some(({ code }) => code === 'no-article');
      return { isFound, extract: extractOf(await wholeOf(reading)) };
    };
    const { extract: whole } = await part('whole');
    const article = await part('article').catch(nothingThere);
    return { whole, article: article?.isFound ? article.extract : null };
  },

  'imports.discard': async ({ uploads }, { ports }) => {
    for (const upload of uploads) await ports.inbox.discard(upload);
    return { discarded: uploads.length };
  },

  'imports.list': (_, { read }) => read(importResults.runs),

  'imports.get': ({ id }, { read }) =>
    read((connection) => ({ files: importResults.ofRun(connection, id).map((result) => toFile(connection, result)) })),

  'imports.keep': ({ run, again = false, files }, { write }) =>
    write({ deed: 'import-source', subject: '' }, (connection) => {
      for (const { fileName, outcome, failure = null } of files) {
        importResults.keep(connection, run, { fileName, outcome, failure, sourceId: null, remarks: [] }, again);
      }
      return { run };
    }),
};

/** What is shown of a page before it is imported. */
const SHOWN_BLOCKS = 60;
const SHOWN_LENGTH = 400;

function extractOf(blocks: readonly BlockDraft[]): Output<'imports.previewPage'>['whole'] {
  return {
    words: blocks.reduce((sum, { text }) => sum + countWords(text), 0),
    blocks: blocks
      .slice(0, SHOWN_BLOCKS)
      .map(({ kind, level = 0, text }) => ({ kind, level, text: excerpt(text, SHOWN_LENGTH) })),
  };
}

/** An article of nothing but pictures is none. */
function nothingThere(error: unknown): undefined {
  if (!(error instanceof LecternError) || error.code !== 'empty-file') throw error;
}

/** Whatever goes wrong half-way, nothing of the archive stays behind. */
async function unpack(
  { ports, cancelled }: Context,
  bytes: Uint8Array,
  name: string,
  only: string[] | undefined,
): Promise<Output<'imports.unpack'>['files']> {
  const files: Output<'imports.unpack'>['files'] = [];
  const { limits } = await readPreferences(ports.preferences);
  try {
    for await (const entry of ports.parsers.unpack(bytes, name, cancelled, only, limits)) {
      if (cancelled()) throw new LecternError('cancelled', `The import of “${name}” was cancelled.`, { name });
      files.push(
        'failure' in entry ? entry : { path: entry.path, upload: await ports.inbox.put(entry.path, entry.bytes) },
      );
    }
  } catch (error) {
    for (const file of files) if ('upload' in file) await ports.inbox.discard(file.upload);
    throw error;
  }
  if (files.length === 0 && only === undefined)
    throw new LecternError('empty-file', `There is no file in “${name}”.`, { name });
  return files;
}

/** What a file's import is part of. */
export interface ImportOf {
  readonly run: string;
  readonly again: boolean;
}

/** Keeps what became of a file. Where that fails too, what became of it is still answered. */
export function keepResult({ write, ports }: Context, { run, again }: ImportOf, file: Lasting<ImportedFile>): void {
  const { fileName, outcome, source, remarks, failure = null } = file;
  const result = { fileName, outcome, sourceId: source?.id ?? null, remarks, failure };
  try {
    write({ deed: 'import-source', subject: '' }, (connection) => importResults.keep(connection, run, result, again));
  } catch (error) {
    ports.log.error(`What became of “${fileName}” could not be kept`, error);
  }
}

function toFile(connection: Connection, { sourceId, failure, ...result }: ImportResult): Lasting<ImportedFile> {
  const source = sourceId === null ? undefined : sources.find(connection, sourceId);
  return { ...result, ...(source && { source }), ...(failure && { failure }) };
}
