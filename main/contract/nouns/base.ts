/** What the parsers of the nouns are made of. */
import { z } from 'zod';
import type * as model from '../../../db/model/index.ts';
import { COLOURS, isId, REFERENCE_KINDS } from '../../../db/model/index.ts';

/** A schema whose output is exactly the model's type, read-only modifiers aside. */
export type Of<T> = z.ZodType<T>;

export const id = z.string().min(1).max(64);

/** An id its maker chose, as `newId` makes them: the caller can speak of the new thing before the answer is there. */
export const newId = z.string().refine(isId, 'it has to be a UUID of version 7');

export const time = z.string().describe('ISO 8601, UTC');

export const count = z.number().int().min(0);

export const offset = z.number().int().min(0).describe('Unicode code points of the source’s text');

export const colour = z.enum(COLOURS);

export const dated = { createdAt: time, updatedAt: time };

export const passage = { sourceId: id, start: offset, end: offset };

export const reference = z.object({ kind: z.enum(REFERENCE_KINDS), id }) satisfies Of<model.Reference>;
