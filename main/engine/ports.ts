import { randomBytes } from 'node:crypto';
import type { Log, Ports } from '../app/index.ts';
import { openSpool, preferencesFile } from '../host/index.ts';
import type { EngineSettings } from './settings.ts';

/** The world as the engine's app sees it. */
export function enginePorts({ spool, places }: EngineSettings, log: Log): Ports {
  const { inbox, outbox } = openSpool(spool);
  return {
    clock: Date.now,
    random: (count) => randomBytes(count),
    inbox,
    outbox,
    preferences: preferencesFile(places.preferences),
    places,
    log,
  };
}
