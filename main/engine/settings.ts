import type { UserPlaces } from '../host/index.ts';

/** What a shell tells its engine when it starts it; paths, and nothing secret, because a command line can be read. */
export interface EngineSettings {
  readonly spool: string;
  /** What the process runs that parses files. */
  readonly reading: string;
  /** What a thread runs that looks at copies and damaged files. */
  readonly tending: string;
  readonly places: UserPlaces;
  /** Whether the shell prints pages; without it a browser of this machine is looked for. */
  readonly prints?: boolean;
}

/** The settings as the last argument of the engine's command line. */
export function writeSettings(settings: EngineSettings): string {
  return JSON.stringify(settings);
}

/** Reads what `writeSettings` wrote. */
export function readSettings(argv: readonly string[]): EngineSettings {
  const settings: EngineSettings = JSON.parse(argv.at(-1) ?? '');
  return settings;
}
