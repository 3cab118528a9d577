import { entities, mentions } from '../../db/index.ts';
import { LecternError, type SourcePassage } from '../../db/model/index.ts';
import type { Parsed } from '../contract/methods.ts';
import type { Context } from './context.ts';
import { findMentions } from './find-mentions.ts';
import type { HandlersOf } from './handler.ts';

export const mentionHandlers: HandlersOf<'mentions'> = {
  'mentions.list': (filter, { read }) => read((connection) => mentions.list(connection, filter)),

  'mentions.find': ({ limit, ...scope }, context) => findMentions(context, scope, limit),

  'mentions.create': ({ entityId, ...passage }, context) =>
    context.write({ deed: 'link-entity', subject: nameOf(context, entityId) }, (connection) =>
      mentions.create(connection, passage, entityId),
    ),

  'mentions.accept': (input, context) => {
    const groups = byEntity(input);
    return context.write({ deed: 'accept-mentions', subject: subjectOf(context, groups) }, (connection) =>
      [...groups].flatMap(([entityId, passages]) => mentions.accept(connection, passages, entityId)),
    );
  },

  'mentions.reject': (input, context) => {
    const groups = byEntity(input);
    return context.write({ deed: 'reject-mentions', subject: subjectOf(context, groups) }, (connection) => ({
      rejected: [...groups]
        .map(([entityId, passages]) => mentions.reject(connection, passages, entityId))
        .reduce((sum, rejected) => sum + rejected, 0),
    }));
  },

  'mentions.remove': ({ id }, { read, write }) => {
    const { entityName } = read((connection) => mentions.get(connection, id));
    write({ deed: 'unlink-entity', subject: entityName }, (connection) => mentions.remove(connection, id));
    return { id, removed: true };
  },
};

type Groups = ReadonlyMap<string, readonly SourcePassage[]>;

/** The passages by the entity each is about. @throws LecternError `bad-input` where one is about none */
function byEntity({ entityId, passages }: Parsed<'mentions.accept'>): Groups {
  const groups = new Map<string, SourcePassage[]>();
  for (const { entityId: own = entityId, ...passage } of passages) {
    if (own === undefined) {
      throw new LecternError('bad-input', '“entityId” is not right: it is needed, once or with every passage.', {
        method: 'mentions.accept',
        field: 'entityId',
      });
    }
    const group = groups.get(own) ?? [];
    group.push(passage);
    groups.set(own, group);
  }
  return groups;
}

/** The one entity they are all about; the history counts entities no further. */
function subjectOf(context: Context, groups: Groups): string {
  const [first = ''] = groups.keys();
  return groups.size === 1 ? nameOf(context, first) : '';
}

function nameOf({ read }: Context, entityId: string): string {
  return read((connection) => entities.get(connection, entityId).name);
}
