import { z } from 'zod';
import * as n from '../nouns/index.ts';
import { byId, type Methods, method, name, none, removed } from './method.ts';

const ids = z.array(n.id).max(100_000);

/** Collections of sources. A source may be in several; removing a collection removes no source. */
export const collectionsMethods = {
  'collections.list': method('query', none, z.array(n.collection)),
  'collections.create': method(
    'deed',
    z.strictObject({ name, parent: z.string().nullable().optional().describe('id or name') }),
    n.collection,
  ),
  'collections.update': method('deed', z.strictObject({ id: n.id, name }), n.collection),
  'collections.move': method('deed', z.strictObject({ id: n.id, parentId: n.id.nullable() }), n.collection),
  /** What stands in it moves up to its place. */
  'collections.remove': method('deed', byId, removed),
  /** Puts sources into collections and takes them out of others, as one step. */
  'collections.arrange': method(
    'deed',
    z.strictObject({ sourceIds: ids.min(1), into: ids.optional(), outOf: ids.optional() }),
    z.array(n.source),
  ),
  /** Puts sources, each out of collections of its own, and whole collections into one collection, as one step. */
  'collections.gather': method(
    'deed',
    z.strictObject({
      id: n.id.describe('the collection they are put into'),
      sources: z.array(z.strictObject({ id: n.id, outOf: ids })).max(100_000),
      collectionIds: ids,
    }),
    n.collection,
  ),
  /**
   * Puts sources into collections like the folders their files lay in, as one step. A collection of a folder's name in the same
   * place is used again; those that are missing are made.
   */
  'collections.fromFolders': method(
    'deed',
    z.strictObject({
      files: z
        .array(
          z.strictObject({
            sourceId: n.id,
            path: z
              .string()
              .describe('of the file, with its folders; `letters/1911/a.txt` goes into `1911` in `letters`'),
          }),
        )
        .max(100_000),
      into: n.id
        .nullable()
        .optional()
        .describe(
          'the collection the outermost folders, and files in none, are put into; else the folders stand at the top',
        ),
    }),
    z.object({
      collections: z.array(n.collection).describe('like the folders, those made and those used again'),
      made: n.count,
      put: n.count.describe('sources that were not there already'),
    }),
  ),
} as const satisfies Methods;
