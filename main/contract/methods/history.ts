import { z } from 'zod';
import { NOUNS } from '../../../db/model/index.ts';
import * as n from '../nouns/index.ts';
import { limit, type Methods, method, none } from './method.ts';

const trashed = z.object({ noun: z.enum(NOUNS), id: n.id, title: z.string(), at: n.time, needed: z.boolean() });

export type Trashed = z.output<typeof trashed>;

export const historyMethods = {
  'history.list': method('query', z.strictObject({ limit }), z.array(n.historyStep)),
  'history.undo': method('query', none, n.historyStep),
  'history.redo': method('query', none, n.historyStep),
  /** Undoes or redoes until this step is the last that is done; 0: until nothing is. */
  'history.goTo': method('query', z.strictObject({ id: n.count }), z.object({ undone: n.count, redone: n.count })),
  'trash.list': method('query', none, z.array(trashed)),
  /** Deletes for good what nothing outside of the trash needs. It is no step and cannot be undone. */
  'trash.empty': method(
    'deed',
    none,
    z.object({ left: n.count.describe('things that stay, because something needs them') }),
  ),
  'trash.restore': method('deed', z.strictObject({ noun: z.enum(NOUNS), id: n.id }), trashed),
} as const satisfies Methods;
