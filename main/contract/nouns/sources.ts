/** Sources, and what their texts are made of. */
import { z } from 'zod';
import type * as model from '../../../db/model/index.ts';
import { BLOCK_KINDS, CITATION_TYPES, MARK_KINDS, READING_STATUSES, REMARK_CODES } from '../../../db/model/index.ts';
import { count, dated, id, type Of, offset, time } from './base.ts';

export const block = z.object({
  number: z.number().int().min(1),
  kind: z.enum(BLOCK_KINDS),
  level: count,
  start: offset,
  text: z.string(),
  label: z.string().optional(),
}) as Of<model.Block>;

export const textMark = z.object({
  kind: z.enum(MARK_KINDS),
  start: offset,
  end: offset,
  value: z.string().describe('address, language, or number of the block a note begins in'),
}) satisfies Of<model.TextMark>;

export const identifier = z.object({
  kind: z.string().min(1),
  value: z.string().min(1),
}) satisfies Of<model.Identifier>;

const fact = z.string().max(2000);

export const citation = z.strictObject({
  type: z.enum(CITATION_TYPES).describe('as in CSL'),
  editors: z.array(fact).max(1000).describe('Family, Given'),
  container: fact.describe('the journal, newspaper, book or site it appeared in'),
  place: fact,
  volume: fact,
  issue: fact,
  pages: fact,
  edition: fact,
}) satisfies Of<model.CitationData>;

export const source = z.object({
  id,
  title: z.string(),
  authors: z.array(z.string()),
  date: z.string(),
  language: z.string(),
  url: z.string(),
  publisher: z.string(),
  identifiers: z.array(identifier),
  citation,
  fileName: z.string(),
  mediaType: z.string(),
  encoding: z.string(),
  sha256: z.string(),
  size: count,
  length: count,
  words: count,
  blocks: count,
  highlights: count,
  entities: count,
  status: z.enum(READING_STATUSES),
  collectionIds: z.array(id),
  lastReadAt: time.nullable(),
  ...dated,
}) satisfies Of<model.Source>;

export const collection = z.object({
  id,
  name: z.string(),
  parentId: id.nullable(),
  sources: count,
  sourcesBelow: count.describe('in it or in those below it'),
  ...dated,
}) satisfies Of<model.Collection>;

export const sourceFilter = z.strictObject({
  collectionId: id.nullable().optional().describe('with those below it; null: in none'),
  statuses: z.array(z.enum(READING_STATUSES)).max(READING_STATUSES.length).optional(),
  tagIds: z.array(id).max(1000).optional().describe('of highlights in it; each with the tags below it'),
  languages: z.array(z.string()).max(1000).optional(),
  mediaTypes: z.array(z.string()).max(1000).optional(),
}) satisfies Of<model.SourceFilter>;

export const remark = z.object({
  code: z.enum(REMARK_CODES),
  count: count.optional(),
  detail: z.string().optional(),
}) as Of<model.Remark>;
