import { z } from 'zod';
import { OUTLINE_ITEM_KINDS } from '../../../db/model/index.ts';
import * as n from '../nouns.ts';
import { byId, type Methods, method, none, order, removed, title, words } from './method.ts';

export const outlinesMethods = {
  'outlines.list': method('query', none, z.array(n.outlineSummary)),
  'outlines.get': method('query', byId, n.outline),
  'outlines.create': method('deed', z.strictObject({ title }), n.outline),
  'outlines.update': method('deed', z.strictObject({ id: n.id, title }), n.outline),
  'outlines.remove': method('deed', byId, removed),
  'outlines.add': method(
    'deed',
    z.strictObject({
      outlineId: n.id,
      parentId: n.id.nullable().optional(),
      position: order,
      kind: z.enum(OUTLINE_ITEM_KINDS),
      refId: n.id.optional().describe('highlight, note or entity, by kind'),
      text: words.optional(),
    }),
    n.outlineItem,
  ),
  'outlines.move': method(
    'deed',
    z.strictObject({ id: n.id.describe('of the item'), parentId: n.id.nullable(), position: order }),
    n.outline,
  ),
  'outlines.updateItem': method('deed', z.strictObject({ id: n.id, text: words }), n.outlineItem),
  /** Takes the item out with all below it. Answers the outline. */
  'outlines.removeItem': method('deed', byId, n.outline),
} as const satisfies Methods;
