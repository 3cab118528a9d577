/** Notes, their images and their earlier texts. */
import { z } from 'zod';
import type * as model from '../../../db/model/index.ts';
import { IMAGE_MEDIA_TYPES, IMAGE_TURNS, REVISION_REASONS } from '../../../db/model/index.ts';
import { count, dated, id, type Of, reference, time } from './base.ts';

export const image = z.object({
  sha256: z.string(),
  mediaType: z.enum(IMAGE_MEDIA_TYPES),
  width: count.describe('pixels, as it is seen'),
  height: count,
  turn: z.literal(IMAGE_TURNS).describe('by how much it is turned clockwise to be seen so, in degrees'),
  size: count.describe('bytes'),
}) satisfies Of<model.Image>;

export const document: Of<model.DocumentJson> = z.lazy(() =>
  z.object({
    type: z.string(),
    attrs: z.record(z.string(), z.unknown()).optional(),
    content: z.array(document).optional(),
    marks: z.array(z.object({ type: z.string(), attrs: z.record(z.string(), z.unknown()).optional() })).optional(),
    text: z.string().optional(),
  }),
) as Of<model.DocumentJson>;

const noteSummaryShape = {
  id,
  title: z.string(),
  words: count,
  quotations: count,
  excerpt: z.string(),
  attachedTo: z.array(reference),
  tags: z.array(z.string()),
  tagIds: z.array(id),
  ...dated,
};

export const noteSummary = z.object(noteSummaryShape) satisfies Of<model.NoteSummary>;

export const savedNote = z.object({ ...noteSummaryShape, revision: count }) satisfies Of<model.SavedNote>;

export const note = z.object({
  ...noteSummaryShape,
  document,
  text: z.string(),
  markdown: z.string(),
  revision: count,
}) satisfies Of<model.Note>;

const revisionSummaryShape = {
  revision: count,
  title: z.string(),
  words: count,
  savedAt: time,
  reason: z.enum(REVISION_REASONS),
};

export const revisionSummary = z.object(revisionSummaryShape) satisfies Of<model.RevisionSummary>;

export const noteRevision = z.object({
  ...revisionSummaryShape,
  document,
  text: z.string(),
}) satisfies Of<model.NoteRevision>;

export const backlink = z.object({
  kind: z.enum(['note', 'outline']),
  id,
  title: z.string(),
  excerpt: z.string(),
}) satisfies Of<model.Backlink>;
