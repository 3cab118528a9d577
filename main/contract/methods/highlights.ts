import { z } from 'zod';
import * as n from '../nouns/index.ts';
import { byId, limit, type Methods, method, name, none, passage, removed, words } from './method.ts';

const bySources = z.strictObject({ sourceIds: z.array(n.id).min(1).max(100_000) });

export const highlightsMethods = {
  'highlights.create': method(
    'deed',
    z.strictObject({
      ...passage,
      id: n.newId.optional().describe('of the new highlight; said twice with the same passage, it is made once'),
      colour: n.colour.optional(),
      tags: z.array(name).optional().describe('names; a tag that does not exist is created'),
      tagIds: z.array(n.id).optional().describe('exactly these tags; with `tags`, both'),
      comment: words.optional(),
    }),
    n.highlight,
  ),
  'highlights.list': method(
    'query',
    z.strictObject({
      sourceId: n.id.optional(),
      tagId: n.id.optional().describe('with the tags below it'),
      entityId: n.id.optional(),
      unusedIn: n.id.optional().describe('only those not quoted in this outline'),
      limit,
    }),
    z.array(n.highlight),
  ),
  'highlights.get': method('query', byId, n.highlight),
  /** The names under which highlights were made; the notebook's own is the empty one. */
  'highlights.authors': method('query', none, z.array(z.string())),
  /** Where words stand, in one source or in all; never across paragraphs. All are counted, the first are listed, those not highlighted yet before others. */
  'highlights.occurrences': method(
    'query',
    z.strictObject({
      words: z.string().min(1).max(1000),
      exact: z.boolean().optional().describe('to the letter; otherwise case and accents make no difference'),
      wholeWords: z.boolean().optional(),
      sourceId: n.id.optional(),
      limit,
    }),
    z.object({ total: n.count, occurrences: z.array(n.occurrence) }),
  ),
  /** Marks many passages alike, as one step of the history. */
  'highlights.markAll': method(
    'deed',
    z.strictObject({
      passages: z.array(z.strictObject(passage)).min(1).max(20_000),
      colour: n.colour.optional(),
      tags: z.array(name).optional().describe('names; a tag that does not exist is created'),
      tagIds: z.array(n.id).optional().describe('exactly these tags; with `tags`, both'),
    }),
    z.array(n.highlight),
  ),
  /** How many highlights of each colour sources have, for instance those their files brought. */
  'highlights.colours': method('query', bySources, z.array(z.object({ colour: n.colour, count: n.count }))),
  /** Gives every highlight of a colour in these sources a tag more, as one step of the history. */
  'highlights.tagByColour': method(
    'deed',
    bySources.extend({
      tags: z
        .array(z.strictObject({ colour: n.colour, tag: name }))
        .min(1)
        .describe('names; a tag that does not exist is created'),
    }),
    z.object({ tagged: n.count }),
  ),
  'highlights.update': method(
    'deed',
    z.strictObject({
      id: n.id,
      colour: n.colour.optional(),
      tags: z.array(name).optional().describe('names; replaces all its tags, keeping those it has of these names'),
      tagIds: z.array(n.id).optional().describe('replaces all its tags; with `tags`, by both'),
      comment: words.optional(),
      start: n.offset.optional(),
      end: n.offset.optional(),
    }),
    n.highlight,
  ),
  /** Two of one: the first keeps the id and the comment, both have the tags; spaces between them belong to neither. */
  'highlights.split': method(
    'deed',
    z.strictObject({
      id: n.id,
      at: n.offset.describe('where the second begins'),
      secondId: n.newId.optional().describe('of the second'),
    }),
    z.object({ first: n.highlight, second: n.highlight }),
  ),
  /** One of two of a source: over both and what is between them, with the tags and comments of both. */
  'highlights.join': method(
    'deed',
    z.strictObject({ id: n.id.describe('the one that stays'), otherId: n.id.describe('the one that goes') }),
    n.highlight,
  ),
  'highlights.remove': method('deed', byId, removed),
} as const satisfies Methods;
