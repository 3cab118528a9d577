import { z } from 'zod';
import { IMPORT_OUTCOMES } from '../../../db/model/index.ts';
import * as n from '../nouns.ts';
import { byId, type Methods, method, none } from './method.ts';

const failure = z.object({
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

/** What became of the files of every import; kept in the notebook, and no step of its history. */
export const importsMethods = {
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
            fileName: z.string().min(1).max(1000),
            outcome: z.enum(['failed', 'cancelled']),
            failure: failure.optional(),
          }),
        )
        .min(1),
    }),
    z.object({ run: n.id }),
  ),
} as const satisfies Methods;
