import {
  alongSources,
  companions,
  duplicates,
  entities,
  entityPassages,
  findEntities,
  guessType,
  mergeEntities,
  splitEntity,
} from '../../db/index.ts';
import type { Context } from './context.ts';
import { exportEntityList, importEntityList } from './entity-lists.ts';
import { suggest } from './find-mentions.ts';
import type { HandlersOf } from './handler.ts';

export const entityHandlers: HandlersOf<'entities'> = {
  'entities.list': ({ type }, { read }) => read((connection) => entities.list(connection, type)),

  'entities.get': ({ id }, { read }) => read((connection) => entities.get(connection, id)),

  'entities.search': ({ query, limit }, { read }) => read((connection) => findEntities(connection, query, limit)),

  'entities.guessType': ({ name }, { read }) => ({ type: read((connection) => guessType(connection, name)) ?? null }),

  'entities.types': ({ ids }, { read }) => read((connection) => entities.typesOf(connection, ids)),

  'entities.together': ({ id, limit }, { read }) =>
    read((connection) => {
      entities.get(connection, id);
      return companions(connection, id, limit ?? -1);
    }),

  'entities.passages': ({ id, order = 'text', tagIds, limit }, { read }) =>
    read((connection) => {
      entities.get(connection, id);
      return entityPassages(connection, id, { order, tagIds, limit });
    }),

  'entities.along': ({ id, sourceId, parts = 12 }, { read }) =>
    read((connection) => {
      entities.get(connection, id);
      return alongSources(connection, id, parts, sourceId);
    }),

  'entities.suggest': ({ sourceId, limit }, context) => suggest(context, sourceId, limit),

  'entities.create': (input, { write }) =>
    write({ deed: 'create-entity', subject: input.name }, (connection) => entities.create(connection, input)),

  'entities.update': ({ id, ...change }, context) =>
    context.write({ deed: 'edit-entity', subject: change.name ?? nameOf(context, id) }, (connection) =>
      entities.update(connection, id, change),
    ),

  'entities.merge': ({ id, intoId }, context) =>
    context.write({ deed: 'merge-entities', subject: nameOf(context, id) }, (connection) =>
      mergeEntities(connection, id, intoId),
    ),

  'entities.split': ({ id, mentionIds, ...made }, context) =>
    context.write({ deed: 'split-entity', subject: nameOf(context, id) }, (connection) =>
      splitEntity(connection, id, mentionIds, made),
    ),

  'entities.import': importEntityList,

  'entities.export': exportEntityList,

  'entities.duplicates': ({ id, limit }, { read }) => read((connection) => duplicates(connection, id, limit ?? 200)),

  'entities.remove': ({ id }, context) => {
    context.write({ deed: 'remove-entity', subject: nameOf(context, id) }, (connection) =>
      entities.remove(connection, id),
    );
    return { id, removed: true };
  },
};

function nameOf({ read }: Context, id: string): string {
  return read((connection) => entities.get(connection, id).name);
}
