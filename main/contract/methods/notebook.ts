import { z } from 'zod';
import { FAILURE_CODES, type ImportLimits, LIMIT_BOUNDS } from '../../../db/model/index.ts';
import * as n from '../nouns/index.ts';
import { type Methods, method, name, none } from './method.ts';

export const notebookStatus = z.object({
  open: z.boolean(),
  name: z.string(),
  path: z.string(),
  readOnly: z.boolean(),
  /** Why it is read-only: made by a newer version, the file or folder cannot be written, or opened only to be looked at. */
  reason: z.enum(['newer', 'not-writable', 'asked']).nullable(),
  /** Whoever had it open before did not close it; it was checked as a whole when it was opened, and is sound. */
  recovered: z.boolean(),
  /** Names of files beside it that were not its own and were moved aside when it was opened. */
  aside: z.array(z.string()),
  /** Where it lies: on this computer's disks, in a folder that a service keeps in step with others, or on a network. */
  place: z.enum(['local', 'synchronised', 'network']),
  /** The service's name; empty where it is none. */
  service: z.string(),
  schemaVersion: n.count,
  size: n.count.describe('bytes'),
  lastBackupAt: n.time.nullable(),
  /** Why the last backup came to nothing; null where it did not. */
  backupFailure: z.enum(FAILURE_CODES).nullable(),
  /** How many texts and originals the last backup found not to be what was imported. */
  flaws: n.count,
});

const recentNotebook = z.object({ name: z.string(), path: z.string(), openedAt: n.time, exists: z.boolean() });

const limit = (name: keyof ImportLimits) => z.number().int().min(LIMIT_BOUNDS[name][0]).max(LIMIT_BOUNDS[name][1]);

/** What importing one file may take. */
export const importLimits = z.strictObject({
  minutes: limit('minutes'),
  memory: limit('memory').describe('megabytes'),
  unpacked: limit('unpacked').describe('megabytes of a document; of an archive of documents eight times that'),
  expansion: limit('expansion').describe('times its packed size'),
  entries: limit('entries').describe('parts of a document, files of an archive'),
});

const preferences = z.object({
  language: z.enum(['system', 'en', 'nb']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Absolute path of the folder for backups; empty: the one in the user's own folders. */
  backupFolder: z.string(),
  limits: importLimits,
});

export type NotebookStatus = z.output<typeof notebookStatus>;
export type Preferences = z.output<typeof preferences>;

export const notebookMethods = {
  'notebook.create': method('host', z.strictObject({ path: z.string().min(1) }), notebookStatus),
  /** `readOnly`: only to look at it, as far as it can be read however damaged it is. */
  'notebook.open': method(
    'host',
    z.strictObject({ path: z.string().min(1), readOnly: z.boolean().optional() }),
    notebookStatus,
  ),
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
