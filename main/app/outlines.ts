import { outlineItems, outlines } from '../../db/index.ts';
import type { Context } from './context.ts';
import type { HandlersOf } from './handler.ts';
import { excerpt } from './names.ts';

export const outlineHandlers: HandlersOf<'outlines'> = {
  'outlines.list': (_, { read }) => read(outlines.list),

  'outlines.get': ({ id }, { read }) => read((connection) => outlines.get(connection, id)),

  'outlines.create': ({ title }, { write }) =>
    write({ deed: 'create-outline', subject: title }, (connection) => outlines.create(connection, title)),

  'outlines.update': ({ id, title }, { write }) =>
    write({ deed: 'edit-outline', subject: title }, (connection) => outlines.rename(connection, id, title)),

  'outlines.remove': ({ id }, { read, write }) => {
    const subject = read((connection) => outlines.title(connection, id));
    write({ deed: 'remove-outline', subject }, (connection) => outlines.remove(connection, id));
    return { id, removed: true };
  },

  'outlines.add': (item, { read, write }) => {
    const subject = read((connection) => outlines.title(connection, item.outlineId));
    return write({ deed: 'add-outline-item', subject }, (connection) => outlineItems.add(connection, item));
  },

  'outlines.move': ({ id, parentId, position }, context) =>
    context.write({ deed: 'move-outline-item', subject: wordsOf(context, id) }, (connection) =>
      outlineItems.move(connection, id, parentId, position),
    ),

  'outlines.updateItem': ({ id, text }, { write }) =>
    write({ deed: 'edit-outline-item', subject: excerpt(text) }, (connection) =>
      outlineItems.update(connection, id, text),
    ),

  'outlines.removeItem': ({ id }, context) =>
    context.write({ deed: 'remove-outline-item', subject: wordsOf(context, id) }, (connection) =>
      outlineItems.remove(connection, id),
    ),
};

function wordsOf({ read }: Context, id: string): string {
  return excerpt(read((connection) => outlineItems.get(connection, id).text));
}
