import { z } from 'zod';
import * as n from '../nouns/index.ts';
import { byId, type Methods, method, name, none, order, removed, words } from './method.ts';

export const tagsMethods = {
  'tags.list': method('query', none, z.array(n.tag)),
  'tags.create': method(
    'deed',
    z.strictObject({
      name,
      parent: z.string().nullable().optional().describe('id or name'),
      colour: n.colour.optional(),
      memo: words.optional(),
    }),
    n.tag,
  ),
  'tags.update': method(
    'deed',
    z.strictObject({ id: n.id, name: name.optional(), colour: n.colour.optional(), memo: words.optional() }),
    n.tag,
  ),
  'tags.move': method('deed', z.strictObject({ id: n.id, parentId: n.id.nullable(), position: order }), n.tag),
  /** Everything tagged `id` becomes tagged `intoId`; the first tag goes to the trash. Answers the second. */
  'tags.merge': method('deed', z.strictObject({ id: n.id, intoId: n.id }), n.tag),
  'tags.remove': method('deed', byId, removed),
} as const satisfies Methods;
