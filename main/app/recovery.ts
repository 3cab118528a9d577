import { dirname, resolve } from 'node:path';
import type { HandlersOf } from './handler.ts';
import { freePath, stemOf } from './keeper/index.ts';

export const recoveryHandlers: HandlersOf<'recovery'> = {
  'recovery.salvage': ({ path, target }, { ports, cancelled }) => {
    const damaged = resolve(path);
    const saved = target === undefined ? freePath(dirname(damaged), `${stemOf(damaged)} salvaged`) : resolve(target);
    return ports.tending.salvage(damaged, saved, cancelled);
  },
};
