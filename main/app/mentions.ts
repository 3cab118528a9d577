import { entities, findMentions, mentions } from '../../db/index.ts';
import type { Context } from './context.ts';
import type { HandlersOf } from './handler.ts';

export const mentionHandlers: HandlersOf<'mentions'> = {
  'mentions.list': (filter, { read }) => read((connection) => mentions.list(connection, filter)),

  'mentions.find': ({ entityId, limit }, { read }) => read((connection) => findMentions(connection, entityId, limit)),

  'mentions.create': ({ entityId, ...passage }, context) =>
    context.write({ deed: 'link-entity', subject: nameOf(context, entityId) }, (connection) =>
      mentions.create(connection, passage, entityId),
    ),

  'mentions.accept': ({ entityId, passages }, context) =>
    context.write({ deed: 'accept-mentions', subject: nameOf(context, entityId) }, (connection) =>
      mentions.accept(connection, passages, entityId),
    ),

  'mentions.reject': ({ entityId, passages }, context) =>
    context.write({ deed: 'reject-mentions', subject: nameOf(context, entityId) }, (connection) => ({
      rejected: mentions.reject(connection, passages, entityId),
    })),

  'mentions.remove': ({ id }, { read, write }) => {
    const { entityName } = read((connection) => mentions.get(connection, id));
    write({ deed: 'unlink-entity', subject: entityName }, (connection) => mentions.remove(connection, id));
    return { id, removed: true };
  },
};

function nameOf({ read }: Context, entityId: string): string {
  return read((connection) => entities.get(connection, entityId).name);
}
