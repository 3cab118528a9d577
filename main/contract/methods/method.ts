import { z } from 'zod';
import * as n from '../nouns/index.ts';

type Kind = 'query' | 'deed' | 'host';

export interface MethodDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: Kind;
  readonly input: I;
  readonly output: O;
}

/** Methods by their name, `noun.verb`. */
export type Methods = Record<string, MethodDefinition>;

export function method<I extends z.ZodType, O extends z.ZodType>(
  kind: Kind,
  input: I,
  output: O,
): MethodDefinition<I, O> {
  return { kind, input, output };
}

/* Inputs that several methods share. */

export const none = z.strictObject({});
export const byId = z.strictObject({ id: n.id });
export const removed = z.object({ id: n.id, removed: z.literal(true) });
/** Half a character, which UTF-8 does not know, becomes what it is kept as: else a name is not the one that is looked for. */
const whole = (text: string) => text.toWellFormed();
export const title = z.string().trim().overwrite(whole).min(1).max(1000);
export const name = z.string().trim().overwrite(whole).min(1).max(500);
export const words = z.string().max(1_000_000);
export const passage = { sourceId: n.id, start: n.offset, end: n.offset };
export const limit = z.number().int().min(1).max(10_000).optional();
export const order = z
  .number()
  .int()
  .min(0)
  .optional()
  .describe('place among its siblings, from 0; at the end when left out');
