import { z } from 'zod';
import { NOUNS } from '../../../db/model/index.ts';
import * as n from '../nouns.ts';
import { limit, type Methods, method, none } from './method.ts';

const trashed = z.object({ noun: z.enum(NOUNS), id: n.id, title: z.string(), at: n.time });

export type Trashed = z.output<typeof trashed>;

export const historyMethods = {
  'history.list': method('query', z.strictObject({ limit }), z.array(n.historyStep)),
  'history.undo': method('query', none, n.historyStep),
  'history.redo': method('query', none, n.historyStep),
  'trash.list': method('query', none, z.array(trashed)),
  'trash.restore': method('deed', z.strictObject({ noun: z.enum(NOUNS), id: n.id }), trashed),
} as const satisfies Methods;
