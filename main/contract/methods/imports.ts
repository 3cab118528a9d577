import { z } from 'zod';
import { BLOCK_KINDS, IMPORT_OUTCOMES } from '../../../db/model/index.ts';
import * as n from '../nouns/index.ts';
import { byId, type Methods, method, none } from './method.ts';

export const failure = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export const importedFile = z.object({
  fileName: z.string(),
  outcome: z.enum(IMPORT_OUTCOMES),
  /** The new source, or for a duplicate the one already here; none where it is gone since. */
  source: n.source.optional(),
  /** A source that was made from another file of this name before, and has highlights. */
  earlier: n.source.optional(),
  remarks: z.array(n.remark),
  /** Where the language of the new source was found out from its words: how sure that is. */
  languageConfidence: z.number().min(0).max(1).optional(),
  failure: failure.optional(),
});

export type ImportedFile = z.output<typeof importedFile>;

const importRun = z.object({
  id: n.id,
  at: n.time,
  imported: n.count,
  duplicate: n.count,
  failed: n.count,
  cancelled: n.count,
});

export type ImportRun = z.output<typeof importRun>;

/** Where a file of an archive waits, or why it cannot be had; its path begins with the name of the archive. */
const archived = z.union([z.object({ path: z.string(), upload: z.string() }), z.object({ path: z.string(), failure })]);

/** What became of the files of every import; kept in the notebook, and no step of its history. */
const extract = z.object({
  words: n.count,
  /** The first blocks, long ones cut. */
  blocks: z.array(z.object({ kind: z.enum(BLOCK_KINDS), level: n.count, text: z.string() })),
});

export const importsMethods = {
  /** What a web page would become: all of it, and its article alone, where one is found. */
  'imports.previewPage': method(
    'query',
    z.strictObject({ upload: z.string().min(1), name: z.string().min(1) }),
    z.object({ whole: extract, article: extract.nullable() }),
  ),
  /**
   * Unpacks an archive of documents: each file becomes an upload of its own, to be imported under its path. Archives in it are
   * unpacked too; folders and what is hidden are left out.
   */
  'imports.unpack': method(
    'deed',
    z.strictObject({
      upload: z.string().min(1),
      name: z.string().min(1),
      only: z.array(z.string()).optional().describe('paths of the files that are wanted; all when left out'),
      run: n.id.optional().describe('an import in which the archive was not opened; its files stand for it there now'),
    }),
    z.object({ files: z.array(archived) }),
  ),
  /** Throws away uploads that will not be imported. */
  'imports.discard': method(
    'deed',
    z.strictObject({ uploads: z.array(z.string().min(1)).max(100_000) }),
    z.object({ discarded: n.count }),
  ),
  'imports.list': method('query', none, z.array(importRun)),
  'imports.get': method('query', byId, z.object({ files: z.array(importedFile) })),
  /** Keeps what became of files that never reached the app: those the shell refused, and those not begun. */
  'imports.keep': method(
    'deed',
    z.strictObject({
      run: n.id,
      again: z.boolean().optional(),
      files: z
        .array(
          z.strictObject({
            fileName: z.string().min(1),
            outcome: z.enum(['failed', 'cancelled']),
            failure: failure.optional(),
          }),
        )
        .min(1),
    }),
    z.object({ run: n.id }),
  ),
} as const satisfies Methods;
