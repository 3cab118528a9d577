import { z } from 'zod';
import * as n from '../nouns/index.ts';
import { type Methods, method, passage } from './method.ts';

const withMarks = {
  blocks: z.array(n.block),
  textMarks: z.array(n.textMark),
  highlights: z.array(n.briefHighlight),
  mentions: z.array(n.mention),
};

export const readerMethods = {
  /**
   * All that the reader needs for the first screen: of the text one number a block, its length in code points, and `count` blocks
   * around `at`, or around where reading stopped; the first of them has a number that follows a multiple of `count`.
   */
  'reader.open': method(
    'query',
    z.strictObject({ id: n.id, count: z.number().int().min(1).max(500).optional(), at: n.offset.optional() }),
    z.object({ lengths: z.array(n.count), at: n.offset, from: n.count, ...withMarks }),
  ),
  /** Blocks `from`…`from + count - 1` (numbers from 1) with what the original marks in them, and every highlight and mention that touches them. */
  'reader.blocks': method(
    'query',
    z.strictObject({ sourceId: n.id, from: z.number().int().min(1), count: z.number().int().min(1).max(500) }),
    z.object(withMarks),
  ),
  /** From the call of a footnote or endnote to the note, from within a note to its first call; null elsewhere. */
  'reader.acrossNote': method(
    'query',
    z.strictObject({ sourceId: n.id, offset: n.offset }),
    z.object({ passage: z.object({ start: n.offset, end: n.offset }).nullable() }),
  ),
  /** The text alone of as many blocks, one line break between two: for finding in a whole text. */
  'reader.text': method(
    'query',
    z.strictObject({ sourceId: n.id, from: z.number().int().min(1), count: z.number().int().min(1).max(10_000) }),
    z.object({ text: z.string() }),
  ),
  /** The highlight next after a place, or last before it, over any distance; null where there is none. */
  'reader.step': method(
    'query',
    z.strictObject({
      ...passage,
      id: z.string().max(64).describe('of the highlight there, empty for a caret'),
      forward: z.boolean(),
      filter: n.readingFilter.optional(),
    }),
    z.object({ highlight: n.highlight.nullable() }),
  ),
  /** How dense the highlights of a source lie, for the overview map: stretches of equal length in which any begins. */
  'reader.overview': method(
    'query',
    z.strictObject({ id: n.id, stretches: z.number().int().min(1).max(2000), filter: n.readingFilter.optional() }),
    z.object({
      stretches: z.array(
        z.object({
          start: n.offset,
          end: n.offset,
          all: z.array(n.count).describe('by colour, in the order of the number keys'),
          passing: z.array(n.count).describe('those that pass the filter'),
        }),
      ),
    }),
  ),
  /** How many highlights begin in a stretch of a text and pass the filter, and their most frequent tags. */
  'reader.tally': method(
    'query',
    z.strictObject({ ...passage, filter: n.readingFilter.optional() }),
    z.object({
      highlights: n.count,
      tags: z.array(z.object({ id: n.id, name: z.string(), highlights: n.count })),
    }),
  ),
} as const satisfies Methods;
