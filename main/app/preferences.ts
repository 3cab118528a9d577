import { accessSync, constants, statSync } from 'node:fs';
import { type ImportLimits, LecternError, USUAL_LIMITS } from '../../db/model/index.ts';
import type { Preferences } from '../contract/index.ts';
import type { HandlersOf } from './handler.ts';
import { readPreferences, type StoredPreferences } from './stored-preferences.ts';
import { wholePath } from './whole-path.ts';

export const preferenceHandlers: HandlersOf<'preferences'> = {
  'preferences.get': async (_, { ports }) => shown(await readPreferences(ports.preferences)),

  'preferences.set': async ({ language, theme, backupFolder, limits }, { ports }) => {
    if (backupFolder) assertFolder(backupFolder);
    const old = await readPreferences(ports.preferences);
    const next = {
      ...old,
      language: language ?? old.language,
      theme: theme ?? old.theme,
      backupFolder: backupFolder ?? old.backupFolder,
      limits: limits === undefined ? old.limits : isUsual(limits) ? undefined : limits,
    };
    await ports.preferences.write(next);
    return shown(next);
  },
};

function shown({ language, theme, backupFolder, limits }: StoredPreferences): Preferences {
  return { language, theme, backupFolder, limits: limits ?? USUAL_LIMITS };
}

function isUsual(limits: ImportLimits): boolean {
  return Object.entries(USUAL_LIMITS).every(([name, limit]) => limits[name as keyof ImportLimits] === limit);
}

/** @throws LecternError `path-not-whole`, `folder-missing` or `cannot-write` */
function assertFolder(path: string): void {
  wholePath(path);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new LecternError('folder-missing', `There is no folder ${path}.`, { path });
  }
  try {
    accessSync(path, constants.W_OK);
  } catch (cause) {
    throw new LecternError('cannot-write', `Nothing can be written in the folder ${path}.`, { path }, cause);
  }
}
