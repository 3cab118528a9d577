import { tags, tagTree } from '../../db/index.ts';
import type { Context } from './context.ts';
import type { HandlersOf } from './handler.ts';

export const tagHandlers: HandlersOf<'tags'> = {
  'tags.list': (_, { read }) => read(tags.list),

  'tags.create': ({ parent, ...tag }, { write }) =>
    write({ deed: 'create-tag', subject: tag.name }, (connection) =>
      tags.create(connection, { ...tag, parentId: parent == null ? null : tags.idOf(connection, parent) }),
    ),

  'tags.update': ({ id, ...change }, context) =>
    context.write({ deed: 'edit-tag', subject: change.name ?? nameOf(context, id) }, (connection) =>
      tags.update(connection, id, change),
    ),

  'tags.move': ({ id, parentId, position }, context) =>
    context.write({ deed: 'move-tag', subject: nameOf(context, id) }, (connection) =>
      tagTree.move(connection, id, parentId, position),
    ),

  'tags.merge': ({ id, intoId }, context) =>
    context.write({ deed: 'merge-tags', subject: nameOf(context, id) }, (connection) =>
      tagTree.merge(connection, id, intoId),
    ),

  'tags.remove': ({ id }, context) => {
    context.write({ deed: 'remove-tag', subject: nameOf(context, id) }, (connection) => tagTree.remove(connection, id));
    return { id, removed: true };
  },
};

function nameOf({ read }: Context, id: string): string {
  return read((connection) => tags.row(connection, id).name);
}
