import { dirname } from 'node:path';
import type { HandlersOf } from './handler.ts';
import { freePath, stemOf } from './keeper/index.ts';
import { wholePath } from './whole-path.ts';

export const recoveryHandlers: HandlersOf<'recovery'> = {
  'recovery.salvage': ({ path, target }, { ports, cancelled }) => {
    const damaged = wholePath(path);
    const saved = target === undefined ? freePath(dirname(damaged), `${stemOf(damaged)} salvaged`) : wholePath(target);
    return ports.tending.salvage(damaged, saved, cancelled);
  },
};
