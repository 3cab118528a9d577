import { z } from 'zod';
import { isImageName } from '../../../db/model/index.ts';
import * as n from '../nouns/index.ts';
import { type Methods, method } from './method.ts';

const sha256 = z.string().refine(isImageName, 'it has to be a SHA-256 in lower-case hexadecimal');

export const imagesMethods = {
  /**
   * Keeps an uploaded image (PNG, JPEG, GIF or WebP) in the notebook, for notes to show. It is no step of the history; one that
   * no note shows within a day is forgotten.
   */
  'images.add': method('deed', z.strictObject({ upload: z.string().min(1) }), n.image),
  'images.get': method('query', z.strictObject({ sha256 }), n.image),
  /** Hands an image over, to be shown or saved: what `download` leads to may be fetched once. */
  'images.show': method(
    'query',
    z.strictObject({ sha256 }),
    z.object({ download: z.string(), fileName: z.string(), mediaType: z.string(), size: n.count }),
  ),
} as const satisfies Methods;
