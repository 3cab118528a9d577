import { settings } from '../../db/index.ts';
import type { HandlersOf } from './handler.ts';

export const settingHandlers: HandlersOf<'settings'> = {
  'settings.get': ({ key }, { read }) => ({ key, value: read((connection) => settings.get(connection, key)) }),

  'settings.set': ({ key, value }, { write }) => {
    write({ deed: 'edit-settings', subject: key }, (connection) => settings.set(connection, key, value));
    return { key, value: value ?? null };
  },
};
