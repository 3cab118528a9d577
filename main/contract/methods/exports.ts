import { z } from 'zod';
import * as n from '../nouns.ts';
import { type Methods, method, passage } from './method.ts';

export const EXPORT_FORMATS = ['markdown', 'docx', 'html', 'pdf', 'odt', 'latex', 'opml', 'text'] as const;

export const EXPORT_KINDS = ['outline', 'source', 'tag', 'entity', 'note'] as const;

export const UNRESOLVED_REASONS = ['missing', 'in-trash', 'source-missing'] as const;

const exportReport = z.object({
  quotations: n.count,
  unresolved: z.array(z.object({ where: z.string(), what: z.string(), reason: z.enum(UNRESOLVED_REASONS) })),
});

export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export type ExportKind = (typeof EXPORT_KINDS)[number];

export const exportsMethods = {
  'exports.create': method(
    'query',
    z.strictObject({
      kind: z.enum(EXPORT_KINDS),
      id: n.id,
      format: z.enum(EXPORT_FORMATS),
      language: z.enum(['en', 'nb']).optional(),
    }),
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
  /** A quotation as text, with its source line, for the clipboard. */
  'exports.citation': method(
    'query',
    z.strictObject({ ...passage, language: z.enum(['en', 'nb']).optional() }),
    z.object({ text: z.string(), html: z.string() }),
  ),
} as const satisfies Methods;
