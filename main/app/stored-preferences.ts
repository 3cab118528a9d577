import { z } from 'zod';
import { importLimits } from '../contract/methods.ts';
import type { Ports, PreferenceFile } from './ports.ts';

const recent = z.object({ path: z.string(), openedAt: z.string() });

/** What the user's file holds. Anything in it that cannot be understood counts as never set. */
const stored = z.object({
  language: z.enum(['system', 'en', 'nb']).catch('system'),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  /** Absolute path; empty: the folder the shell decides. */
  backupFolder: z.string().catch(''),
  /** Of imports; left out: the usual ones. */
  limits: importLimits.optional().catch(undefined),
  /** Newest first. */
  recent: z.array(recent).catch([]),
});

export type StoredPreferences = z.output<typeof stored>;

/** How many notebooks are remembered. */
const REMEMBERED = 20;

export async function readPreferences(file: PreferenceFile): Promise<StoredPreferences> {
  const content = await file.read();
  return stored.parse(typeof content === 'object' && content !== null ? content : {});
}

/** The folder in which every notebook has one for its backups. */
export async function backupsFolder({ preferences, places }: Ports): Promise<string> {
  return (await readPreferences(preferences)).backupFolder || places.backups;
}

/** Remembers that a notebook was opened. */
export async function rememberNotebook(file: PreferenceFile, path: string, openedAt: string): Promise<void> {
  const old = await readPreferences(file);
  const others = old.recent.filter((entry) => entry.path !== path);
  await file.write({ ...old, recent: [{ path, openedAt }, ...others].slice(0, REMEMBERED) });
}
