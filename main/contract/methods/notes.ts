import { z } from 'zod';
import * as n from '../nouns/index.ts';
import { byId, type Methods, method, name, removed, words } from './method.ts';

const tagged = {
  tags: z.array(name).optional().describe('names; a tag that does not exist is created'),
  tagIds: z.array(n.id).optional().describe('exactly these tags; with `tags`, both'),
};

const revision = z.strictObject({ id: n.id, revision: n.count });

export const notesMethods = {
  'notes.list': method(
    'query',
    z.strictObject({
      attachedTo: n.reference.optional(),
      tagId: n.id.optional().describe('with the tags below it'),
    }),
    z.array(n.noteSummary),
  ),
  'notes.get': method('query', byId, n.note),
  /** What a text in Markdown would be as the document of a note; nothing is kept. */
  'notes.fromMarkdown': method('query', z.strictObject({ markdown: words }), n.document),
  'notes.create': method(
    'deed',
    z.strictObject({
      title: z.string().max(1000),
      markdown: words.optional(),
      document: n.document.optional(),
      attachedTo: z
        .union([n.reference, z.array(n.reference)])
        .optional()
        .describe('one thing, or several'),
      ...tagged,
    }),
    n.note,
  ),
  /**
   * `revision` is the one the editor began from; another one saved since is a `conflict`. Left out: no check. Tags replace those
   * it has, and so does what it is attached to; neither makes a revision.
   */
  'notes.update': method(
    'deed',
    z.strictObject({
      id: n.id,
      title: z.string().max(1000).optional(),
      markdown: words.optional(),
      document: n.document.optional(),
      revision: n.count.optional(),
      attachedTo: z.array(n.reference).optional(),
      ...tagged,
    }),
    n.note,
  ),
  /** As `notes.update`, for a text that is saved while it is written: the answer does not bring it back. */
  'notes.save': method(
    'deed',
    z.strictObject({ id: n.id, title: z.string().max(1000), document: n.document, revision: n.count }),
    n.savedNote,
  ),
  /** The text of `id` at the end of `intoId`; what pointed at it points there, and it goes to the trash. Answers the other. */
  'notes.merge': method('deed', z.strictObject({ id: n.id, intoId: n.id }), n.note),
  'notes.remove': method('deed', byId, removed),
  /** Earlier texts, newest first. */
  'notes.revisions': method('query', byId, z.array(n.revisionSummary)),
  'notes.revision': method('query', revision, n.noteRevision),
  /** The text the note has is kept as a revision before it gets the other. */
  'notes.restore': method('deed', revision, n.note),
  'notes.backlinks': method('query', z.strictObject({ reference: n.reference }), z.array(n.backlink)),
} as const satisfies Methods;
