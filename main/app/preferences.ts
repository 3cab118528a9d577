import { z } from 'zod';
import type { Preferences } from '../contract/index.ts';
import type { HandlersOf } from './handler.ts';
import type { PreferenceFile } from './ports.ts';

const recent = z.object({ path: z.string(), openedAt: z.string() });

/** What the user's file holds. Anything in it that cannot be understood counts as never set. */
const stored = z.object({
  language: z.enum(['system', 'en', 'nb']).catch('system'),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  /** Newest first. */
  recent: z.array(recent).catch([]),
});

type Stored = z.output<typeof stored>;

/** How many notebooks are remembered. */
const REMEMBERED = 20;

export const preferenceHandlers: HandlersOf<'preferences'> = {
  'preferences.get': async (_, { ports }) => shown(await read(ports.preferences)),

  'preferences.set': async ({ language, theme }, { ports }) => {
    const old = await read(ports.preferences);
    const next = { ...old, language: language ?? old.language, theme: theme ?? old.theme };
    await ports.preferences.write(next);
    return shown(next);
  },
};

/** Notebooks opened before, newest first. */
export async function recentNotebooks(file: PreferenceFile): Promise<Stored['recent']> {
  return (await read(file)).recent;
}

/** Remembers that a notebook was opened. */
export async function rememberNotebook(file: PreferenceFile, path: string, openedAt: string): Promise<void> {
  const old = await read(file);
  const others = old.recent.filter((entry) => entry.path !== path);
  await file.write({ ...old, recent: [{ path, openedAt }, ...others].slice(0, REMEMBERED) });
}

async function read(file: PreferenceFile): Promise<Stored> {
  const content = await file.read();
  return stored.parse(typeof content === 'object' && content !== null ? content : {});
}

function shown({ language, theme }: Stored): Preferences {
  return { language, theme };
}
