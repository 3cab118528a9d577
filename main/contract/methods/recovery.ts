import { z } from 'zod';
import type * as model from '../../../db/model/index.ts';
import * as n from '../nouns/index.ts';
import { type Methods, method } from './method.ts';

const report = z.object({
  path: z.string(),
  saved: z.record(z.string(), n.count),
  damagedPages: n.count,
  pages: n.count,
  lostRows: n.count,
  uncertain: z.array(z.string()),
  texts: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      state: z.enum(['restored', 'damaged', 'unverified']),
      missing: n.count,
    }),
  ),
  originals: n.count,
  detached: n.count,
});

export const recoveryMethods = {
  /**
   * Saves whatever can be read of a damaged notebook into a new one, at `target` or beside it, and says what was lost.
   * The damaged one is not touched; the new one is not opened.
   */
  'recovery.salvage': method(
    'host',
    z.strictObject({ path: z.string().min(1), target: z.string().min(1).optional() }),
    report satisfies z.ZodType<model.SalvageReport>,
  ),
} as const satisfies Methods;
