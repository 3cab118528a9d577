import { collections, sources } from '../../db/index.ts';
import type { Context } from './context.ts';
import type { HandlersOf } from './handler.ts';
import { excerpt } from './names.ts';
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

  'collections.fromFolders': ({ files, into = null }, { read, write }) => {
    const placed = files
      .map(({ sourceId, path }) => ({ sourceId, names: foldersOf(path) }))
      .filter(({ names }) => names.length > 0 || into !== null);
    const sourceIds = placed.map(({ sourceId }) => sourceId);
    const subject = read((connection) => titlesOf(connection, sourceIds));
    return write({ deed: 'collect-sources', subject }, (connection) => {
      const { ids, ...counts } = collections.follow(connection, placed, into);
      const isMeant = new Set(ids);
      return { collections: collections.list(connection).filter(({ id }) => isMeant.has(id)), ...counts };
    });
  },
};

/** How much of a folder's name a collection takes, in code points. */
const LONGEST_NAME = 500;

/** What collections like the folders of a file are called, from the outermost in. An archive is called without its ending. */
function foldersOf(path: string): string[] {
  return (
    path
      .split('/')
      .slice(0, -1)
      // A Mac tells an accent from its letter in the names of files, and nobody who types the name does.
      .map((folder) => excerpt(folder.toWellFormed().normalize('NFC'), LONGEST_NAME).replace(/(?<=.)\.zip$/i, ''))
      .filter((name) => name !== '' && name !== '.' && name !== '..')
  );
}

function nameOf({ read }: Context, id: string): string {
  return read((connection) => collections.nameOf(connection, id));
}
