import { z } from 'zod';
import { READING_STATUSES } from '../../../db/model/index.ts';
import * as n from '../nouns/index.ts';
import { failure, importedFile } from './imports.ts';
import { byId, type Methods, method, removed, title, words } from './method.ts';

export const CITATION_PROBLEMS = ['not-closed', 'not-an-entry', 'no-title', 'not-json', 'unknown-format'] as const;

/** What can be said of one source or of several at once. */
const facts = {
  authors: z.array(z.string()).optional(),
  date: z.string().optional(),
  language: z.string().optional(),
  url: z.string().optional(),
  publisher: z.string().optional(),
  identifiers: z.array(n.identifier).optional(),
  citation: n.citation.partial().optional().describe('what is left out of it stays'),
  status: z.enum(READING_STATUSES).optional(),
};

/** Sources that are meant together, each once. */
const several = z.array(n.id).min(1).max(100_000);

const importedAs = z.strictObject({
  upload: z.string().min(1),
  name: z.string().min(1),
  /** Opens a protected PDF; it is not kept. */
  password: z.string().min(1).max(1000).optional(),
  /** What is taken of a web page; the whole page when left out. */
  page: z.enum(['whole', 'article']).optional(),
  /** The encoding of a text; found out where it is left out. */
  encoding: z.string().min(1).max(100).optional(),
});

export const sourcesMethods = {
  'sources.list': method('query', n.sourceFilter, z.array(n.source)),
  'sources.get': method('query', byId, n.source),
  'sources.text': method('query', byId, z.object({ text: z.string(), blocks: z.array(n.block) })),
  /** Emphasis, links, languages and calls of notes, which the text itself, being characters alone, cannot say. */
  'sources.marks': method('query', byId, z.array(n.textMark)),
  /** Of text at hand, for instance pasted; with `html`, the same text in its form, which is then read instead. */
  'sources.create': method(
    'deed',
    z.strictObject({ title, text: z.string().min(1), html: z.string().min(1).optional() }),
    n.source,
  ),
  /**
   * Uploads come from the shell's upload door; each file succeeds or fails on its own, and what became of it is kept.
   * Files with one `run` are one import to whoever looks at it later; `again` says they were tried before in it.
   */
  'sources.import': method(
    'deed',
    z.strictObject({
      files: z.array(importedAs).min(1),
      run: n.id.optional(),
      again: z.boolean().optional(),
    }),
    z.object({ files: z.array(importedFile), run: n.id }),
  ),
  /** How the original of a text reads in the encodings it may be in, the likeliest first; or in the one that is asked for. */
  'sources.encodings': method(
    'query',
    z.strictObject({ id: n.id, encoding: z.string().min(1).max(100).optional() }),
    z.object({
      encoding: z.string().describe('the one it was read in'),
      readings: z.array(
        z.object({ encoding: z.string(), sample: z.string(), replaced: n.count.describe('characters that were lost') }),
      ),
    }),
  ),
  /**
   * Reads the original of a text again in another encoding. What is marked in it goes along to the same bytes, and the earlier
   * source to the trash, as one step; what has no place in the new text stays, and the earlier source with it.
   */
  'sources.readAnew': method(
    'deed',
    z.strictObject({ id: n.id, encoding: z.string().min(1).max(100) }),
    z.object({ source: n.source, left: n.count.describe('highlights and links that stayed with the earlier source') }),
  ),
  /** The same of several, as one step. The first that cannot be read, and those after it, stay as they were. */
  'sources.readAllAnew': method(
    'deed',
    z.strictObject({ ids: several, encoding: z.string().min(1).max(100) }),
    z.object({
      done: z.array(z.object({ id: n.id.describe('of the earlier source'), source: n.source })),
      left: n.count,
      failure: failure.optional(),
    }),
  ),
  /** Hands the original file over unchanged, to be saved. */
  'sources.saveOriginal': method(
    'query',
    byId,
    z.object({ download: z.string(), fileName: z.string(), mediaType: z.string(), size: n.count }),
  ),
  /** The original of a source that is text or markup, as the characters it is written in: nothing of it is run or shown as a page. */
  'sources.originalText': method(
    'query',
    z.strictObject({
      id: n.id,
      from: n.count.optional().describe('in UTF-16 units'),
      length: n.count.max(1_000_000).optional(),
    }),
    z.object({ text: z.string(), total: n.count }),
  ),
  /**
   * Brings highlights, links and attached notes of a source over to a newer version of it, to the very same words only. Highlights
   * whose words are not there stay where they are, with a place they may stand at now.
   */
  'sources.carryOver': method(
    'deed',
    z.strictObject({ from: n.id, to: n.id }),
    z.object({
      carried: n.count,
      moved: n.count.describe('those of the carried that were found by their words alone'),
      mentions: n.count,
      left: z.array(
        z.object({
          highlight: n.highlight,
          proposal: z
            .object({
              start: n.offset,
              end: n.offset,
              quote: z.string(),
              score: z.number().min(0).max(1).describe('share of the words that were kept'),
            })
            .optional(),
        }),
      ),
    }),
  ),
  /** Puts one highlight to a place somebody chose in a newer version of its source. */
  'sources.carryOne': method(
    'deed',
    z.strictObject({ highlightId: n.id, to: n.id, start: n.offset, end: n.offset }),
    n.highlight,
  ),
  'sources.update': method(
    'deed',
    z.strictObject({
      id: n.id,
      title: title.optional(),
      ...facts,
    }),
    n.source,
  ),
  /** Says the same of several sources, as one step. */
  'sources.updateAll': method('deed', z.strictObject({ ids: several, ...facts }), z.array(n.source)),
  /** Reads CSL-JSON, BibTeX or RIS; an entry that cannot be read is named with its line, the others are answered. */
  'sources.readCitations': method(
    'query',
    z.strictObject({ text: words }),
    z.object({
      entries: z.array(
        z.object({
          title: z.string(),
          authors: z.array(z.string()),
          date: z.string(),
          language: z.string(),
          url: z.string(),
          publisher: z.string(),
          identifiers: z.array(n.identifier),
          citation: n.citation,
        }),
      ),
      problems: z.array(z.object({ line: n.count, problem: z.enum(CITATION_PROBLEMS), near: z.string() })),
    }),
  ),
  'sources.remove': method('deed', byId, removed),
  /** Puts several into the trash, as one step. */
  'sources.removeAll': method('deed', z.strictObject({ ids: several }), z.object({ removed: n.count })),
} as const satisfies Methods;
