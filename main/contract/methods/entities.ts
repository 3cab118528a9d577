import { z } from 'zod';
import { LIST_FIELDS, ROW_FAULTS } from '../../../db/model/index.ts';
import * as n from '../nouns/index.ts';
import { byId, limit, type Methods, method, name, none, passage, removed, words } from './method.ts';

/** Passages with the entity each of them is judged to name, or not to name: one for all, or one each. */
const judged = z.strictObject({
  entityId: n.id.optional(),
  passages: z
    .array(z.strictObject({ ...passage, entityId: n.id.optional().describe('the one for all when left out') }))
    .min(1),
});

/** Another name: alone, or with its language and kind; alone it keeps what is known of it. */
const otherName = z.union([
  name,
  z.strictObject({
    name,
    language: z
      .string()
      .max(35)
      .regex(/^(?:[a-z]{2,8}(?:-[a-z\d]{1,8})*)?$/i)
      .optional(),
    kind: n.entityName.shape.kind.optional(),
  }),
]);

/** How a relation reads from its other end; said of one, it holds for all of its type. */
const inverse = z.string().trim().max(500).optional();

const dates = z.string().max(500).optional();

/** Where a column of a list goes. */
const target = z.union([z.enum(LIST_FIELDS), z.templateLiteral(['field:', name])]);

/** What can be said of an entity beside its type and name. */
const facts = {
  aliases: z.array(otherName).max(1000).optional(),
  description: words.optional().describe('plain words, each line a paragraph'),
  descriptionDocument: n.document
    .optional()
    .describe('in place of plain words: paragraphs, bold, italics, links and lists are kept of it'),
  dates,
  identifiers: z.array(n.identifier).max(1000).optional(),
  coordinates: z.strictObject(n.coordinates.shape).nullable().optional(),
  fields: z.record(name, words).optional().describe('facts in fields of the researcher’s own, by their names'),
};

export const entitiesMethods = {
  'entities.list': method('query', z.strictObject({ type: z.string().optional() }), z.array(n.entity)),
  'entities.get': method('query', byId, n.entity),
  /** For pickers: entities by any name, accents, case and script variants ignored, best first. */
  'entities.search': method('query', z.strictObject({ query: z.string(), limit }), z.array(n.entity)),
  /** The type an entity of this name probably is of, by what names like it were made into; null where none is like it. */
  'entities.guessType': method('query', z.strictObject({ name }), z.object({ type: z.string().nullable() })),
  /** Of what type entities are now; those that are gone for good are left out. */
  'entities.types': method(
    'query',
    z.strictObject({ ids: z.array(n.id).max(10_000) }),
    z.array(z.object({ id: n.id, type: z.string() })),
  ),
  /** Entities mentioned in the same blocks, most blocks first. */
  'entities.together': method(
    'query',
    z.strictObject({ id: n.id, limit }),
    z.array(z.object({ entityId: n.id, name: z.string(), type: z.string(), blocks: n.count })),
  ),
  /**
   * The passages linked to an entity with their tags and who is named close by: as the sources came in, or by the
   * sources' dates, undated ones last.
   */
  'entities.passages': method(
    'query',
    z.strictObject({
      id: n.id,
      order: z.enum(['text', 'date']).optional(),
      tagIds: z
        .array(n.id)
        .max(1000)
        .optional()
        .describe('only what is highlighted with one of these tags or of one below; all where there are none'),
      limit,
    }),
    z.array(n.entityPassage),
  ),
  /** How often an entity is mentioned along each source, in parts of equal length; most mentions first. */
  'entities.along': method(
    'query',
    z.strictObject({ id: n.id, sourceId: n.id.optional(), parts: z.number().int().min(1).max(1000).optional() }),
    z.array(n.sourceMentions),
  ),
  /**
   * What looks like a name in a source, or in all, and is none of an entity yet, the most frequent first: capital letters
   * that do not come from beginning a sentence. Tells how far it has come, and may be cancelled.
   */
  'entities.suggest': method(
    'query',
    z.strictObject({ sourceId: n.id.optional(), limit }),
    z.array(n.entitySuggestion),
  ),
  'entities.create': method(
    'deed',
    z.strictObject({
      type: name,
      name,
      ...facts,
    }),
    n.entity,
  ),
  'entities.update': method(
    'deed',
    z.strictObject({
      id: n.id,
      type: name.optional(),
      name: name.optional(),
      ...facts,
    }),
    n.entity,
  ),
  /** All names, identifiers, mentions and relations of `id` go to `intoId`; answers the second. */
  'entities.merge': method('deed', z.strictObject({ id: n.id, intoId: n.id }), n.entity),
  /** The chosen mentions of an entity go to a new one of this name; answers the new one. */
  'entities.split': method(
    'deed',
    z.strictObject({ id: n.id, mentionIds: z.array(n.id).min(1), name, type: name.optional() }),
    n.entity,
  ),
  /** Pairs that may be one entity, of all or with this one, the surest first. */
  'entities.duplicates': method('query', z.strictObject({ id: n.id.optional(), limit }), z.array(n.duplicate)),
  /**
   * Reads a list of entities, CSV or JSON, and makes those that are new. One that has an identifier of an entity in the
   * notebook, or its id, changes that entity: what the row says takes the place of what was there, names and identifiers
   * are added. Rows that cannot be taken are named, the others go in, as one step; `dryRun` changes nothing.
   */
  'entities.import': method(
    'deed',
    z.strictObject({
      upload: z.string().min(1),
      name: z.string().min(1),
      columns: z
        .record(z.string(), target.nullable())
        .optional()
        .describe(
          'where columns of a table go, by their heads; others go where their head says; `field:NAME` for an own field',
        ),
      type: name.optional().describe('of rows that name none; concept when left out'),
      dryRun: z.boolean().optional(),
    }),
    z.object({
      columns: z.array(z.object({ head: z.string(), field: target.nullable() })),
      created: n.count,
      updated: n.count,
      faulty: n.count.describe('rows that cannot be taken'),
      faults: z
        .array(z.object({ row: n.count, reason: z.enum(ROW_FAULTS), detail: z.string() }))
        .describe('the first 10,000 of them; rows count from 1, the heads of a table among them'),
      preview: z
        .array(z.object({ row: n.count, name: z.string(), type: z.string(), updates: z.boolean() }))
        .describe('the first rows that go in'),
    }),
  ),
  /** Writes all entities, or those of a type, as a list that `entities.import` reads. */
  'entities.export': method(
    'query',
    z.strictObject({ format: z.enum(['csv', 'json']), type: name.optional() }),
    z.object({ download: z.string(), fileName: z.string(), entities: n.count }),
  ),
  'entities.remove': method('deed', byId, removed),
  'mentions.create': method('deed', z.strictObject({ ...passage, entityId: n.id }), n.mention),
  'mentions.list': method(
    'query',
    z.strictObject({ entityId: n.id.optional(), sourceId: n.id.optional(), limit }),
    z.array(n.mention),
  ),
  'mentions.remove': method('deed', byId, removed),
  /**
   * Occurrences of the names of one entity, of those of one type, or of all, that are neither linked nor rejected, in one
   * source or in all; 10,000 at most. Tells how far it has come, and may be cancelled.
   */
  'mentions.find': method(
    'query',
    z.strictObject({ entityId: n.id.optional(), type: name.optional(), sourceId: n.id.optional(), limit }),
    z.array(n.unlinkedMention),
  ),
  /** Links passages to one entity, or each to its own, as one step. */
  'mentions.accept': method('deed', judged, z.array(n.mention)),
  /** Remembers that passages do not speak of the entity. */
  'mentions.reject': method('deed', judged, z.object({ rejected: n.count })),
  'relations.list': method('query', z.strictObject({ entityId: n.id.optional() }), z.array(n.relation)),
  /** The types of relations in use, the most used first, with how each reads from the other end. */
  'relations.types': method(
    'query',
    none,
    z.array(z.object({ type: z.string(), inverse: z.string(), relations: n.count })),
  ),
  'relations.create': method(
    'deed',
    z.strictObject({
      fromId: n.id,
      toId: n.id,
      type: name,
      inverse,
      dates,
      comment: words.optional(),
      evidence: z.array(n.id).optional().describe('ids of highlights'),
    }),
    n.relation,
  ),
  'relations.update': method(
    'deed',
    z.strictObject({
      id: n.id,
      type: name.optional(),
      inverse,
      dates,
      comment: words.optional(),
      evidence: z.array(n.id).optional(),
    }),
    n.relation,
  ),
  'relations.remove': method('deed', byId, removed),
} as const satisfies Methods;
