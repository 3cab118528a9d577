import { randomBytes } from 'node:crypto';
import { type Log, type Ports, threadReader } from '../app/index.ts';
import { openSpool, preferencesFile } from '../host/index.ts';
import type { EngineSettings } from './settings.ts';

/** The world as the engine's app sees it. */
export function enginePorts({ spool, reading, places }: EngineSettings, log: Log): Ports {
  const { inbox, outbox } = openSpool(spool);
  return {
    clock: Date.now,
    random: (count) => randomBytes(count),
    readFile: threadReader(reading),
    inbox,
    outbox,
    preferences: preferencesFile(places.preferences),
    places,
    log,
  };
}
