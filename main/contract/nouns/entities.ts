/** Entities, and what is linked to them. */
import { z } from 'zod';
import type * as model from '../../../db/model/index.ts';
import { DUPLICATE_REASONS, NAME_KINDS } from '../../../db/model/index.ts';
import { colour, count, dated, id, type Of, offset, passage, time } from './base.ts';
import { document } from './notes.ts';
import { identifier } from './sources.ts';

export const coordinates = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
}) satisfies Of<model.Coordinates>;

/** Another name with what is known of it. */
export const entityName = z.object({
  name: z.string(),
  language: z.string().describe('BCP 47, empty where not said'),
  kind: z.enum(NAME_KINDS),
}) satisfies Of<model.EntityName>;

export const entity = z.object({
  id,
  type: z.string(),
  name: z.string(),
  aliases: z.array(z.string()).describe('other names'),
  names: z.array(entityName).describe('the other names, with what is known of each'),
  description: z.string(),
  descriptionDocument: z.lazy(() => document.nullable()).describe('the description with its form, where it has one'),
  dates: z.string().describe('EDTF such as 1878-12-18, 1878~, 193X, 1932/1933, or words'),
  identifiers: z.array(identifier),
  coordinates: coordinates.nullable(),
  fields: z.record(z.string(), z.string()).describe('facts in fields of the researcher’s own, by their names'),
  mentions: count,
  sources: count,
  ...dated,
}) satisfies Of<model.Entity>;

export const entityType = z.object({
  name: z.string(),
  colour: z.string(),
  shape: z.string(),
  fields: z.array(z.string()).describe('names of its own fields'),
  entities: count,
}) satisfies Of<model.EntityType>;

export const mention = z.object({
  id,
  ...passage,
  entityId: id,
  entityName: z.string(),
  entityType: z.string(),
  quote: z.string(),
  before: z.string(),
  after: z.string(),
  locator: z.string(),
  sourceTitle: z.string(),
  createdAt: time,
}) satisfies Of<model.Mention>;

export const entityPassage = mention.extend({
  sourceDate: z.string(),
  tags: z.array(z.object({ id, name: z.string(), colour })),
  with: z.array(z.object({ entityId: id, name: z.string(), type: z.string() })),
}) satisfies Of<model.EntityPassage>;

export const sourceMentions = z.object({
  sourceId: id,
  title: z.string(),
  mentions: count,
  parts: z.array(z.object({ part: count, count, start: offset, end: offset, firstBlock: count, lastBlock: count })),
}) satisfies Of<model.SourceMentions>;

const otherNamed = z.object({ entityId: id, name: z.string() }) satisfies Of<model.OtherNamed>;

export const unlinkedMention = z.object({
  ...passage,
  entityId: id,
  entityName: z.string(),
  entityType: z.string(),
  quote: z.string(),
  name: z.string(),
  alike: z.array(otherNamed),
  within: z.array(otherNamed),
  before: z.string(),
  after: z.string(),
  locator: z.string(),
  sourceTitle: z.string(),
}) satisfies Of<model.UnlinkedMention>;

export const entitySuggestion = z.object({
  ...passage,
  name: z.string(),
  aliases: z.array(z.string()),
  count,
  type: z.string(),
  quote: z.string(),
  before: z.string(),
  after: z.string(),
  locator: z.string(),
  sourceTitle: z.string(),
}) satisfies Of<model.EntitySuggestion>;

export const duplicate = z.object({
  reason: z.enum(DUPLICATE_REASONS),
  entities: z.array(entity.pick({ id: true, name: true, type: true, mentions: true })),
}) satisfies Of<model.Duplicate>;

const evidencePassage = z.object({
  id,
  ...passage,
  quote: z.string().describe('of many words only the first, with an ellipsis'),
  locator: z.string(),
  sourceTitle: z.string(),
}) satisfies Of<model.EvidencePassage>;

export const relation = z.object({
  id,
  fromId: id,
  toId: id,
  fromName: z.string(),
  toName: z.string(),
  type: z.string(),
  inverse: z.string().describe('as it reads from the other end'),
  dates: z.string(),
  comment: z.string(),
  evidence: z.array(id),
  passages: z
    .array(evidencePassage)
    .describe('the evidence whose source is not in the trash, in the order of the texts'),
  ...dated,
}) satisfies Of<model.Relation>;
