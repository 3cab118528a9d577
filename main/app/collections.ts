import { collections, sources } from '../../db/index.ts';
import type { Context } from './context.ts';
import type { HandlersOf } from './handler.ts';
import { titlesOf } from './titles-of.ts';

export const collectionHandlers: HandlersOf<'collections'> = {
  'collections.list': (_, { read }) => read(collections.list),

  'collections.create': ({ name, parent }, { write }) =>
    write({ deed: 'create-collection', subject: name }, (connection) =>
      collections.create(connection, name, parent == null ? null : collections.idOf(connection, parent)),
    ),

  'collections.update': ({ id, name }, { write }) =>
    write({ deed: 'edit-collection', subject: name }, (connection) => collections.rename(connection, id, name)),

  'collections.move': ({ id, parentId }, context) =>
    context.write({ deed: 'move-collection', subject: nameOf(context, id) }, (connection) =>
      collections.move(connection, id, parentId),
    ),

  'collections.remove': ({ id }, context) => {
    context.write({ deed: 'remove-collection', subject: nameOf(context, id) }, (connection) =>
      collections.remove(connection, id),
    );
    return { id, removed: true };
  },

  'collections.arrange': ({ sourceIds, into = [], outOf = [] }, { read, write }) => {
    const subject = read((connection) => titlesOf(connection, sourceIds));
    return write({ deed: 'collect-sources', subject }, (connection) => {
      collections.arrange(connection, sourceIds, into, outOf);
      return sourceIds.map((id) => sources.get(connection, id));
    });
  },

  'collections.gather': ({ id, sources: taken, collectionIds }, context) => {
    const { read, write } = context;
    const sourceIds = taken.map((source) => source.id);
    const names = collectionIds.map((each) => nameOf(context, each));
    const step =
      sourceIds.length > 0
        ? ({ deed: 'collect-sources', subject: read((connection) => titlesOf(connection, sourceIds)) } as const)
        : ({ deed: 'move-collection', subject: names.join(', ') } as const);
    return write(step, (connection) => {
      for (const source of taken) collections.arrange(connection, [source.id], [id], source.outOf);
      for (const each of collectionIds) collections.move(connection, each, id);
      return collections.get(connection, id);
    });
  },
};

function nameOf({ read }: Context, id: string): string {
  return read((connection) => collections.nameOf(connection, id));
}
