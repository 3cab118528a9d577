import { z } from 'zod';
import { OUTLINE_ITEM_KINDS, OUTLINE_REMARK_CODES, OUTLINE_STATUSES } from '../../../db/model/index.ts';
import * as n from '../nouns/index.ts';
import { byId, type Methods, method, none, order, removed, title, words } from './method.ts';

const MOST_ITEMS = 10_000;

const items = z.array(n.id).min(1).max(MOST_ITEMS);

const toPlace = { parentId: n.id.nullable(), position: order };

export const outlinesMethods = {
  'outlines.list': method('query', none, z.array(n.outlineSummary)),
  'outlines.get': method('query', byId, n.outline),
  'outlines.create': method('deed', z.strictObject({ title }), n.outline),
  /**
   * Makes an outline of OPML, or of the headings and lists of Markdown: of a file from the shell's upload door, or of text at
   * hand. What could be read is in it, what could not is said.
   */
  'outlines.import': method(
    'deed',
    z.union([
      z.strictObject({ upload: z.string().min(1), name: z.string().min(1) }),
      z.strictObject({ text: z.string().min(1), title }),
    ]),
    z.object({
      outline: n.outlineSummary,
      remarks: z.array(z.object({ code: z.enum(OUTLINE_REMARK_CODES), count: n.count })),
    }),
  ),
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
  /** Moves an item, or several by moves that are done one after the other as one deed. Answers the outline. */
  'outlines.move': method(
    'deed',
    z.union([
      z.strictObject({ id: n.id.describe('of the item'), ...toPlace }),
      z.strictObject({
        moves: z
          .array(z.strictObject({ ids: items.describe('go next to each other, in this order'), ...toPlace }))
          .min(1)
          .max(MOST_ITEMS),
      }),
    ]),
    n.outline,
  ),
  /** Changes the words of a heading or text, the gist of any item, or how far a heading is and how long it is to become. */
  'outlines.updateItem': method(
    'deed',
    z.strictObject({
      id: n.id,
      text: words.optional(),
      gist: z
        .string()
        .trim()
        .regex(/^[^\n]*$/, 'one line')
        .max(1000)
        .optional(),
      status: z.enum(OUTLINE_STATUSES).nullable().optional().describe('of a heading'),
      target: z
        .number()
        .int()
        .min(1)
        .max(10_000_000)
        .nullable()
        .optional()
        .describe('words of a heading with all below'),
    }),
    n.outlineItem,
  ),
  /** Takes the item, or several of one outline, out with all below. Answers the outline. */
  'outlines.removeItem': method('deed', z.union([byId, z.strictObject({ ids: items })]), n.outline),
} as const satisfies Methods;
