import { z } from 'zod';
import * as n from '../nouns.ts';
import { byId, type Methods, method, removed, words } from './method.ts';

export const notesMethods = {
  'notes.list': method('query', z.strictObject({ attachedTo: n.reference.optional() }), z.array(n.noteSummary)),
  'notes.get': method('query', byId, n.note),
  'notes.create': method(
    'deed',
    z.strictObject({
      title: z.string().max(1000),
      markdown: words.optional(),
      document: n.document.optional(),
      attachedTo: n.reference.optional(),
    }),
    n.note,
  ),
  /** `revision` is the one the editor began from; another one saved since is a `conflict`. Left out: no check. */
  'notes.update': method(
    'deed',
    z.strictObject({
      id: n.id,
      title: z.string().max(1000).optional(),
      markdown: words.optional(),
      document: n.document.optional(),
      revision: n.count.optional(),
    }),
    n.note,
  ),
  'notes.remove': method('deed', byId, removed),
  'notes.backlinks': method('query', z.strictObject({ reference: n.reference }), z.array(n.backlink)),
} as const satisfies Methods;
