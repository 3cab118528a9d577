/** What is said of the notebook as a whole. */
import { z } from 'zod';
import type * as model from '../../../db/model/index.ts';
import { DEEDS, DEFECT_CODES, HIT_KINDS, NOUNS, STEP_KEPT } from '../../../db/model/index.ts';
import { count, id, type Of, offset, time } from './base.ts';

export const historyStep = z.object({
  id: count,
  deed: z.enum(DEEDS),
  subject: z.string(),
  at: time,
  undone: z.boolean(),
  kept: z.enum(STEP_KEPT),
}) satisfies Of<model.HistoryStep>;

export const hit = z.object({
  kind: z.enum(HIT_KINDS),
  id,
  title: z.string(),
  snippet: z.string(),
  marks: z.array(z.tuple([count, count])),
  sourceId: id.optional(),
  start: offset.optional(),
  end: offset.optional(),
  locator: z.string().optional(),
  block: count.optional(),
  sign: z.string().optional(),
}) as Of<model.Hit>;

export const defect = z.object({
  code: z.enum(DEFECT_CODES),
  table: z.string(),
  id: z.string(),
  message: z.string(),
  repairable: z.boolean(),
}) satisfies Of<model.Defect>;

export const checkReport = z.object({
  ok: z.boolean(),
  defects: z.array(defect),
  repaired: count,
  checked: z.record(z.string(), count),
}) satisfies Of<model.CheckReport>;

export const change = z.object({
  noun: z.enum(NOUNS),
  id,
  deed: z.enum(['created', 'updated', 'removed']),
  sourceId: id.optional(),
}) as Of<model.Change>;
