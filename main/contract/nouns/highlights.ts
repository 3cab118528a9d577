/** Highlights and tags. */
import { z } from 'zod';
import type * as model from '../../../db/model/index.ts';
import { COLOURS } from '../../../db/model/index.ts';
import { colour, count, dated, id, type Of, passage } from './base.ts';

export const highlight = z.object({
  id,
  ...passage,
  colour,
  quote: z.string(),
  locator: z.string(),
  sourceTitle: z.string(),
  block: count,
  comment: z.string(),
  tags: z.array(z.string()),
  tagIds: z.array(id),
  entities: z.array(z.string()),
  entityIds: z.array(id),
  author: z.string(),
  ...dated,
}) satisfies Of<model.Highlight>;

export const briefHighlight = highlight
  .omit({ sourceId: true, sourceTitle: true })
  .partial({ quote: true, locator: true, block: true }) satisfies Of<model.BriefHighlight>;

export const occurrence = z.object({
  ...passage,
  quote: z.string(),
  before: z.string(),
  after: z.string(),
  locator: z.string(),
  sourceTitle: z.string(),
  marked: z.boolean(),
}) satisfies Of<model.Occurrence>;

export const readingFilter = z.strictObject({
  tagIds: z.array(id).max(1000).describe('each with the tags below it'),
  entityIds: z.array(id).max(1000).describe('mentioned in the passage'),
  colours: z.array(colour).max(COLOURS.length),
  authors: z.array(z.string()).max(1000).describe('the empty name is the notebook’s own'),
  commented: z.boolean(),
}) satisfies Of<model.ReadingFilter>;

export const tag = z.object({
  id,
  name: z.string(),
  parentId: id.nullable(),
  position: count,
  colour,
  memo: z.string(),
  highlights: count,
  highlightsBelow: count,
  ...dated,
}) satisfies Of<model.Tag>;
