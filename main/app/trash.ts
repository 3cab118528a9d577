import { trash } from '../../db/index.ts';
import type { HandlersOf } from './handler.ts';

export const trashHandlers: HandlersOf<'trash'> = {
  'trash.list': (_, { read }) => read(trash.list),

  'trash.empty': (_, { notebook, read }) => {
    notebook().emptyTrash();
    return { left: read(trash.list).length };
  },

  'trash.restore': ({ noun, id }, { read, write }) => {
    const { title } = read((connection) => trash.get(connection, noun, id));
    return write({ deed: 'restore', subject: title }, (connection) => trash.restore(connection, noun, id));
  },
};
