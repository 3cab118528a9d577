/** Outlines and their items. */
import { z } from 'zod';
import type * as model from '../../../db/model/index.ts';
import { OUTLINE_ITEM_KINDS, OUTLINE_STATUSES } from '../../../db/model/index.ts';
import { count, dated, id, type Of } from './base.ts';

export const outlineItem = z.object({
  id,
  outlineId: id,
  parentId: id.nullable(),
  position: count,
  kind: z.enum(OUTLINE_ITEM_KINDS),
  refId: id.nullable(),
  text: z.string(),
  sourceTitle: z.string().optional(),
  locator: z.string().optional(),
  sourceId: id.optional(),
  colour: z.string().optional(),
  tags: z.array(z.string()).optional(),
  resolved: z.boolean(),
  words: count,
  gist: z.string(),
  status: z.enum(OUTLINE_STATUSES).nullable(),
  target: count.nullable(),
}) as Of<model.OutlineItem>;

const outlineSummaryShape = {
  id,
  title: z.string(),
  items: count,
  quotations: count,
  words: count,
  ...dated,
};

export const outlineSummary = z.object(outlineSummaryShape) satisfies Of<model.OutlineSummary>;

export const outline = z.object({
  ...outlineSummaryShape,
  tree: z.array(outlineItem),
}) satisfies Of<model.Outline>;
