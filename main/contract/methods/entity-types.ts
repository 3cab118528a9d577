import { z } from 'zod';
import { TYPE_COLOURS, TYPE_SHAPES } from '../../../db/model/index.ts';
import * as n from '../nouns/index.ts';
import { type Methods, method, name, none } from './method.ts';

const sign = { colour: z.enum(TYPE_COLOURS).optional(), shape: z.enum(TYPE_SHAPES).optional() };
const MOST_FIELDS = 100;

export const entityTypesMethods = {
  'entityTypes.list': method('query', none, z.array(n.entityType)),
  /** A sign that is not said is one no other type has. */
  'entityTypes.create': method(
    'deed',
    z.strictObject({ name, ...sign, fields: z.array(name).max(MOST_FIELDS).optional() }),
    n.entityType,
  ),
  /** What is built in keeps its name; everything else can be changed of every type, and its entities come along. */
  'entityTypes.update': method(
    'deed',
    z.strictObject({
      name,
      newName: name.optional(),
      ...sign,
      fields: z
        .array(z.strictObject({ name, was: name.optional().describe('its name before; left out for a new one') }))
        .max(MOST_FIELDS)
        .optional()
        .describe('all of them: of one that is not here, what entities of the type have in it goes'),
    }),
    n.entityType,
  ),
  /** Deletes a type the researcher added; its entities become those of `into`. */
  'entityTypes.remove': method(
    'deed',
    z.strictObject({ name, into: name }),
    z.object({ name: z.string(), removed: z.boolean() }),
  ),
} as const satisfies Methods;
