import { z } from 'zod';
import { FAILURE_CODES } from '../../../db/model/index.ts';
import * as n from '../nouns/index.ts';
import { type Methods, method } from './method.ts';
import { notebookStatus } from './notebook.ts';

/** Why a backup was made. */
export const BACKUP_KINDS = ['automatic', 'manual', 'before-update', 'before-restore', 'before-repair'] as const;

const backup = z.object({
  /** Its name in the folder. */
  id: z.string(),
  kind: z.enum(BACKUP_KINDS),
  at: n.time,
  size: n.count.describe('bytes'),
  /** Texts or originals in it are not what was imported. Every backup was opened and looked at when it was made. */
  flawed: z.boolean(),
});

/** Which notebook's backups: the open one's where no path is given. */
const notebook = z.string().min(1).optional();
const id = z.string().min(1).max(500);

export type BackupEntry = z.output<typeof backup>;

export const backupsMethods = {
  'backups.list': method(
    'host',
    z.strictObject({ notebook }),
    z.object({
      notebook: z.string(),
      folder: z.string(),
      backups: z.array(backup),
      failure: z.enum(FAILURE_CODES).nullable(),
    }),
  ),
  /** Opens a backup and reads everything in it. Flaws are texts and originals that are not what was imported. */
  'backups.verify': method(
    'host',
    z.strictObject({ id, notebook }),
    z.object({ ok: z.boolean(), flaws: z.array(z.string()) }),
  ),
  /**
   * Opens what a backup holds: as a notebook of its own, at `path` or beside the notebook; or in the notebook's place,
   * which is backed up, or kept beside it where that cannot be done.
   */
  'backups.restore': method(
    'host',
    z.strictObject({ id, notebook, as: z.enum(['copy', 'notebook']), path: z.string().min(1).optional() }),
    z.object({
      status: notebookStatus,
      /** The backup that takes it back, where it took the notebook's place. */
      undo: z.string().nullable(),
      /** Names of files beside the notebook that were moved aside or kept. */
      aside: z.array(z.string()),
    }),
  ),
} as const satisfies Methods;
