import { z } from 'zod';
import * as n from '../nouns/index.ts';
import { type Methods, method, none } from './method.ts';

export const analysisMethods = {
  /** How many highlights of each source carry each tag itself; pairs without any are left out. */
  'analysis.tagsBySource': method(
    'query',
    none,
    z.array(z.object({ tagId: n.id, sourceId: n.id, highlights: n.count })),
  ),
} as const satisfies Methods;
