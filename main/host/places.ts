import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where Lectern keeps what is the user's and not a notebook's; absolute paths, created by whoever writes there. */
export interface UserPlaces {
  /** New notebooks go here when no place is named. */
  readonly notebooks: string;
  /** Beside the notebooks' folder, not in it, so that one mishap does not take both. */
  readonly backups: string;
  readonly preferences: string;
  readonly sample: string;
}

interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** The system's documents folder, where the shell knows it better than by guessing. */
  readonly documents?: string;
  /** Where the program's own `resources` lie. */
  readonly resources: string;
}

/**
 * Decides the places by the platform's customs (XDG base directories, Application Support, AppData).
 * LECTERN_CONFIG_DIR and LECTERN_NOTEBOOKS_DIR override, for tests and for those who keep things elsewhere.
 */
export function userPlaces(around: Surroundings): UserPlaces {
  const configuration = around.env['LECTERN_CONFIG_DIR'] || configurationFolder(around);
  const data = around.env['LECTERN_CONFIG_DIR'] || dataFolder(around);
  const documents = around.documents ?? join(around.home, 'Documents');
  return {
    notebooks: around.env['LECTERN_NOTEBOOKS_DIR'] || join(documents, 'Lectern'),
    backups: join(data, 'backups'),
    preferences: join(configuration, 'preferences.json'),
    sample: join(around.resources, 'sample.lectern'),
  };
}

/** The surroundings of this process. */
export function here(resources: string, documents?: string): Surroundings {
  const around = { platform: process.platform, env: process.env, home: homedir(), resources };
  return documents === undefined ? around : { ...around, documents };
}

function configurationFolder({ platform, env, home }: Surroundings): string {
  if (platform === 'win32') return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Lectern');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Lectern');
  return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'lectern');
}

function dataFolder({ platform, env, home }: Surroundings): string {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'Lectern');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Lectern');
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'lectern');
}
