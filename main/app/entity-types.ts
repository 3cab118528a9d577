import { entityTypes } from '../../db/index.ts';
import type { HandlersOf } from './handler.ts';

export const entityTypeHandlers: HandlersOf<'entityTypes'> = {
  'entityTypes.list': (_, { read }) => read(entityTypes.list),

  'entityTypes.create': (type, { write }) =>
    write({ deed: 'create-entity-type', subject: type.name }, (connection) => entityTypes.create(connection, type)),

  'entityTypes.update': ({ name, ...change }, { write }) =>
    write({ deed: 'edit-entity-type', subject: change.newName ?? name }, (connection) =>
      entityTypes.update(connection, name, change),
    ),

  'entityTypes.remove': ({ name, into }, { write }) => {
    write({ deed: 'remove-entity-type', subject: name }, (connection) => entityTypes.remove(connection, name, into));
    return { name, removed: true };
  },
};
