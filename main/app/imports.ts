import { type Connection, importResults, sources } from '../../db/index.ts';
import type { ImportResult } from '../../db/model/index.ts';
import type { ImportedFile } from '../contract/index.ts';
import type { Context } from './context.ts';
import type { HandlersOf, Lasting } from './handler.ts';

export const importHandlers: HandlersOf<'imports'> = {
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
