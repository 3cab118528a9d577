import { z } from 'zod';
import * as n from '../nouns/index.ts';
import { type Methods, method, passage } from './method.ts';

export const EXPORT_FORMATS = ['markdown', 'docx', 'html', 'pdf', 'odt', 'latex', 'opml', 'text'] as const;

/** Things a summary can be of; the other possibility is what a search finds. */
export const EXPORT_THINGS = ['outline', 'source', 'tag', 'entity', 'note'] as const;

export const UNRESOLVED_REASONS = ['missing', 'in-trash', 'source-missing'] as const;

/** What a summary leaves out beside what was chosen away: hits beyond the most that fit, items without words, addresses no document may carry, images the format cannot hold. */
export const SKIPPED_CODES = ['hits', 'empty-items', 'links', 'images'] as const;

const exportReport = z.object({
  quotations: n.count,
  skipped: z.array(z.object({ code: z.enum(SKIPPED_CODES), count: n.count })),
  unresolved: z.array(z.object({ where: z.string(), what: z.string(), reason: z.enum(UNRESOLVED_REASONS) })),
});

export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export type ExportThing = (typeof EXPORT_THINGS)[number];
export type ExportKind = ExportThing | 'search';

export const EXPORT_STYLES = ['plain', 'author-date', 'footnote', 'numeric'] as const;

export type ExportStyle = (typeof EXPORT_STYLES)[number];

/** What is to be in a summary and how it cites; what is left out is as usual. */
const exportChoices = z.strictObject({
  style: z.enum(EXPORT_STYLES).optional().describe('plain: title and locator; else a citation style'),
  csl: z.string().max(1_000_000).optional().describe('the XML of a CSL 1.0 style, which goes before `style`'),
  tags: z.boolean().optional(),
  comments: z.boolean().optional(),
  sources: z.boolean().optional().describe('the list of sources at the end'),
  contents: z.boolean().optional().describe('a table of contents'),
  inMargin: z.boolean().optional().describe('tags and comments as comments in the margin, where a format has them'),
  numbered: z.boolean().optional().describe('the numbers of an outline’s headings'),
  plan: z.boolean().optional().describe('the gists, statuses and word targets of an outline'),
  quotationMarks: z.boolean().optional(),
  fullText: z.boolean().optional().describe('of a source the whole text, or its highlights alone'),
  notes: z.boolean().optional().describe('of a tag the notes that carry it'),
});

export type ExportChoices = z.output<typeof exportChoices>;

const how = {
  format: z.enum(EXPORT_FORMATS),
  language: z.enum(['en', 'nb']).optional(),
  choices: exportChoices.optional(),
};

const thing = z
  .strictObject({
    kind: z.enum(EXPORT_THINGS),
    id: n.id,
    branch: n.id.optional().describe('an item of the outline, of whose branch alone the summary is'),
    ...how,
  })
  .refine(({ kind, branch }) => branch === undefined || kind === 'outline', 'only an outline has branches');

const query = z.string().min(1).max(10_000);

/** What a summary is of. */
export type ExportSubject =
  | { readonly kind: ExportThing; readonly id: string; readonly branch?: string | undefined }
  | { readonly kind: 'search'; readonly query: string };

export const exportsMethods = {
  'exports.create': method(
    'query',
    z.discriminatedUnion('kind', [thing, z.strictObject({ kind: z.literal('search'), query, ...how })]),
    z.object({
      download: z.string(),
      fileName: z.string(),
      mediaType: z.string(),
      size: n.count,
      beside: z
        .array(z.object({ download: z.string(), fileName: z.string(), mediaType: z.string(), size: n.count }))
        .describe('files that belong to the first, for instance the sources for biblatex'),
      report: exportReport,
    }),
  ),
  /** Hands a text that the window has made to the shell, to be saved as a file. */
  'exports.text': method(
    'query',
    z.strictObject({ title: z.string().min(1).max(500), text: z.string().max(10_000_000) }),
    z.object({ download: z.string(), fileName: z.string() }),
  ),
  /**
   * A passage, or a quotation with the words it was taken with, as text with its source line in the notebook's citation style, for
   * the clipboard.
   */
  'exports.citation': method(
    'query',
    z.union([
      z.strictObject({ ...passage, language: z.enum(['en', 'nb']).optional() }),
      z.strictObject({
        highlightId: n.id,
        text: z.string(),
        sourceTitle: z.string(),
        locator: z.string(),
        language: z.enum(['en', 'nb']).optional(),
      }),
    ]),
    z.object({ text: z.string(), html: z.string() }),
  ),
} as const satisfies Methods;
