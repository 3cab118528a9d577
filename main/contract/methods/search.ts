import { z } from 'zod';
import { HIT_KINDS } from '../../../db/model/index.ts';
import * as n from '../nouns/index.ts';
import { limit, type Methods, method } from './method.ts';

export const searchMethods = {
  'search.query': method(
    'query',
    z.strictObject({ query: z.string().max(10_000), limit, kinds: z.array(z.enum(HIT_KINDS)).optional() }),
    z.object({ hits: z.array(n.hit), totals: z.record(z.enum(HIT_KINDS), n.count) }),
  ),
  /** Everything with a name, by its name: for "Go to". An empty query gives what was changed last. */
  'search.names': method('query', z.strictObject({ query: z.string().max(1000), limit }), z.array(n.hit)),
} as const satisfies Methods;
