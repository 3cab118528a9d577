import { z } from 'zod';
import * as n from '../nouns.ts';
import { byId, type Methods, method } from './method.ts';

export const readerMethods = {
  /** What the reader needs before the first screen: no text, one number a block (its length in code points). */
  'reader.open': method('query', byId, z.object({ source: n.source, lengths: z.array(n.count) })),
  /** Blocks `from`…`from + count - 1` (numbers from 1) with every highlight and mention that touches them. */
  'reader.blocks': method(
    'query',
    z.strictObject({ sourceId: n.id, from: z.number().int().min(1), count: z.number().int().min(1).max(500) }),
    z.object({ blocks: z.array(n.block), highlights: z.array(n.highlight), mentions: z.array(n.mention) }),
  ),
  /** The text alone of as many blocks, one line break between two: for finding in a whole text. */
  'reader.text': method(
    'query',
    z.strictObject({ sourceId: n.id, from: z.number().int().min(1), count: z.number().int().min(1).max(10_000) }),
    z.object({ text: z.string() }),
  ),
  /** Where the highlights of a source lie, for the overview map: block number and colour. */
  'reader.overview': method(
    'query',
    byId,
    z.object({ marks: z.array(z.object({ id: n.id, block: n.count, colour: n.colour })) }),
  ),
} as const satisfies Methods;
