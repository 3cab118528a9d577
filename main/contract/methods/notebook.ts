import { z } from 'zod';
import { FAILURE_CODES } from '../../../db/model/index.ts';
import * as n from '../nouns.ts';
import { type Methods, method, name, none } from './method.ts';

export const notebookStatus = z.object({
  open: z.boolean(),
  name: z.string(),
  path: z.string(),
  readOnly: z.boolean(),
  /** Why it is read-only: made by a newer version, or the file or folder cannot be written. */
  reason: z.enum(['newer', 'not-writable']).nullable(),
  /** Whoever had it open before did not close it; it was checked as a whole when it was opened, and is sound. */
  recovered: z.boolean(),
  schemaVersion: n.count,
  size: n.count.describe('bytes'),
  lastBackupAt: n.time.nullable(),
  /** Why the last backup came to nothing; null where it did not. */
  backupFailure: z.enum(FAILURE_CODES).nullable(),
  /** How many texts and originals the last backup found not to be what was imported. */
  flaws: n.count,
});

const recentNotebook = z.object({ name: z.string(), path: z.string(), openedAt: n.time, exists: z.boolean() });

const preferences = z.object({
  language: z.enum(['system', 'en', 'nb']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Absolute path of the folder for backups; empty: the one in the user's own folders. */
  backupFolder: z.string(),
});

export type NotebookStatus = z.output<typeof notebookStatus>;
export type Preferences = z.output<typeof preferences>;

export const notebookMethods = {
  'notebook.create': method('host', z.strictObject({ path: z.string().min(1) }), notebookStatus),
  'notebook.open': method('host', z.strictObject({ path: z.string().min(1) }), notebookStatus),
  'notebook.openSample': method('host', none, notebookStatus),
  'notebook.close': method('host', none, notebookStatus),
  'notebook.status': method('host', none, notebookStatus),
  /** Notebooks opened before, newest first, and those in the folder where new ones go. */
  'notebook.recent': method('host', none, z.object({ folder: z.string(), notebooks: z.array(recentNotebook) })),
  'notebook.check': method('query', z.strictObject({ repair: z.boolean().optional() }), n.checkReport),
  'notebook.backup': method(
    'query',
    z.strictObject({ path: z.string().min(1).optional() }),
    z.object({ path: z.string(), size: n.count, at: n.time }),
  ),
  'preferences.get': method('host', none, preferences),
  'preferences.set': method('host', preferences.partial().strict(), preferences),
  'settings.get': method('query', z.strictObject({ key: name }), z.object({ key: z.string(), value: z.unknown() })),
  'settings.set': method(
    'deed',
    z.strictObject({ key: name, value: z.unknown() }),
    z.object({ key: z.string(), value: z.unknown() }),
  ),
} as const satisfies Methods;
