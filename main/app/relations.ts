import { relations } from '../../db/index.ts';
import type { HandlersOf } from './handler.ts';

export const relationHandlers: HandlersOf<'relations'> = {
  'relations.list': ({ entityId }, { read }) => read((connection) => relations.list(connection, entityId)),

  'relations.types': (_, { read }) => read(relations.types),

  'relations.create': (input, { write }) =>
    write({ deed: 'create-relation', subject: input.type }, (connection) => relations.create(connection, input)),

  'relations.update': ({ id, ...change }, { read, write }) => {
    const { type } = read((connection) => relations.get(connection, id));
    return write({ deed: 'edit-relation', subject: change.type ?? type }, (connection) =>
      relations.update(connection, id, change),
    );
  },

  'relations.remove': ({ id }, { read, write }) => {
    const { type } = read((connection) => relations.get(connection, id));
    write({ deed: 'remove-relation', subject: type }, (connection) => relations.remove(connection, id));
    return { id, removed: true };
  },
};
