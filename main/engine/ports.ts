import { randomBytes } from 'node:crypto';
import {
  type AutomaticBackups,
  type Log,
  type Ports,
  type PrintPage,
  processParsers,
  threadTending,
} from '../app/index.ts';
import { chromiumPrinter, openSpool, preferencesFile } from '../host/index.ts';
import type { EngineSettings } from './settings.ts';

/** Not at once after opening, when the window has to be painted. */
const AUTOMATIC_BACKUPS: AutomaticBackups = { afterOpening: 3_000, whileChanging: 10 * 60_000 };

/** The world as the engine's app sees it. */
export function enginePorts(
  { spool, reading, tending, places }: EngineSettings,
  log: Log,
  printPage: PrintPage = chromiumPrinter(),
): Ports {
  const { inbox, outbox } = openSpool(spool);
  const parsers = processParsers(reading, (why) => log.error('A file could not be parsed:', why));
  return {
    clock: Date.now,
    random: (count) => randomBytes(count),
    parsers,
    tending: threadTending(tending, parsers),
    automaticBackups: AUTOMATIC_BACKUPS,
    inbox,
    outbox,
    printPage,
    preferences: preferencesFile(places.preferences),
    places,
    log,
  };
}
