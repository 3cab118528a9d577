/** Parsers of the nouns that cross the contract; each is held to the type of `db/model` by the compiler. */
import { z } from 'zod';
import type * as model from '../../db/model/index.ts';
import {
  BLOCK_KINDS,
  CITATION_TYPES,
  COLOURS,
  DEEDS,
  DEFECT_CODES,
  DUPLICATE_REASONS,
  HIT_KINDS,
  IMAGE_MEDIA_TYPES,
  IMAGE_TURNS,
  isId,
  MARK_KINDS,
  NAME_KINDS,
  NOUNS,
  OUTLINE_ITEM_KINDS,
  OUTLINE_STATUSES,
  READING_STATUSES,
  REFERENCE_KINDS,
  REMARK_CODES,
  REVISION_REASONS,
  STEP_KEPT,
} from '../../db/model/index.ts';

/** A schema whose output is exactly the model's type, read-only modifiers aside. */
type Of<T> = z.ZodType<T>;

export const id = z.string().min(1).max(64);
/** An id its maker chose, as `newId` makes them: the caller can speak of the new thing before the answer is there. */
export const newId = z.string().refine(isId, 'it has to be a UUID of version 7');
export const time = z.string().describe('ISO 8601, UTC');
export const count = z.number().int().min(0);
export const offset = z.number().int().min(0).describe('Unicode code points of the source’s text');
export const colour = z.enum(COLOURS);

const dated = { createdAt: time, updatedAt: time };
const passage = { sourceId: id, start: offset, end: offset };

export const reference = z.object({ kind: z.enum(REFERENCE_KINDS), id }) satisfies Of<model.Reference>;

export const block = z.object({
  number: z.number().int().min(1),
  kind: z.enum(BLOCK_KINDS),
  level: count,
  start: offset,
  text: z.string(),
  label: z.string().optional(),
}) as Of<model.Block>;

export const textMark = z.object({
  kind: z.enum(MARK_KINDS),
  start: offset,
  end: offset,
  value: z.string().describe('address, language, or number of the block a note begins in'),
}) satisfies Of<model.TextMark>;

export const identifier = z.object({
  kind: z.string().min(1),
  value: z.string().min(1),
}) satisfies Of<model.Identifier>;
const fact = z.string().max(2000);

export const citation = z.strictObject({
  type: z.enum(CITATION_TYPES).describe('as in CSL'),
  editors: z.array(fact).max(1000).describe('Family, Given'),
  container: fact.describe('the journal, newspaper, book or site it appeared in'),
  place: fact,
  volume: fact,
  issue: fact,
  pages: fact,
  edition: fact,
}) satisfies Of<model.CitationData>;

export const source = z.object({
  id,
  title: z.string(),
  authors: z.array(z.string()),
  date: z.string(),
  language: z.string(),
  url: z.string(),
  publisher: z.string(),
  identifiers: z.array(identifier),
  citation,
  fileName: z.string(),
  mediaType: z.string(),
  encoding: z.string(),
  sha256: z.string(),
  size: count,
  length: count,
  words: count,
  blocks: count,
  highlights: count,
  entities: count,
  status: z.enum(READING_STATUSES),
  collectionIds: z.array(id),
  lastReadAt: time.nullable(),
  ...dated,
}) satisfies Of<model.Source>;

export const collection = z.object({
  id,
  name: z.string(),
  parentId: id.nullable(),
  sources: count,
  sourcesBelow: count.describe('in it or in those below it'),
  ...dated,
}) satisfies Of<model.Collection>;

export const sourceFilter = z.strictObject({
  collectionId: id.nullable().optional().describe('with those below it; null: in none'),
  statuses: z.array(z.enum(READING_STATUSES)).max(READING_STATUSES.length).optional(),
  tagIds: z.array(id).max(1000).optional().describe('of highlights in it; each with the tags below it'),
  languages: z.array(z.string()).max(1000).optional(),
  mediaTypes: z.array(z.string()).max(1000).optional(),
}) satisfies Of<model.SourceFilter>;

export const remark = z.object({
  code: z.enum(REMARK_CODES),
  count: count.optional(),
  detail: z.string().optional(),
}) as Of<model.Remark>;

export const highlight = z.object({
  id,
  ...passage,
  colour,
  quote: z.string(),
  locator: z.string(),
  sourceTitle: z.string(),
  block: count,
  comment: z.string(),
  tags: z.array(z.string()),
  tagIds: z.array(id),
  entities: z.array(z.string()),
  entityIds: z.array(id),
  author: z.string(),
  ...dated,
}) satisfies Of<model.Highlight>;

export const briefHighlight = highlight
  .omit({ sourceId: true, sourceTitle: true })
  .partial({ quote: true, locator: true, block: true }) satisfies Of<model.BriefHighlight>;

export const occurrence = z.object({
  ...passage,
  quote: z.string(),
  before: z.string(),
  after: z.string(),
  locator: z.string(),
  sourceTitle: z.string(),
  marked: z.boolean(),
}) satisfies Of<model.Occurrence>;

export const readingFilter = z.strictObject({
  tagIds: z.array(id).max(1000).describe('each with the tags below it'),
  entityIds: z.array(id).max(1000).describe('mentioned in the passage'),
  colours: z.array(colour).max(COLOURS.length),
  authors: z.array(z.string()).max(1000).describe('the empty name is the notebook’s own'),
  commented: z.boolean(),
}) satisfies Of<model.ReadingFilter>;

export const tag = z.object({
  id,
  name: z.string(),
  parentId: id.nullable(),
  position: count,
  colour,
  memo: z.string(),
  highlights: count,
  highlightsBelow: count,
  ...dated,
}) satisfies Of<model.Tag>;

export const coordinates = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
}) satisfies Of<model.Coordinates>;

/** Another name with what is known of it. */
export const entityName = z.object({
  name: z.string(),
  language: z.string().describe('BCP 47, empty where not said'),
  kind: z.enum(NAME_KINDS),
}) satisfies Of<model.EntityName>;

export const entity = z.object({
  id,
  type: z.string(),
  name: z.string(),
  aliases: z.array(z.string()).describe('other names'),
  names: z.array(entityName).describe('the other names, with what is known of each'),
  description: z.string(),
  descriptionDocument: z.lazy(() => document.nullable()).describe('the description with its form, where it has one'),
  dates: z.string().describe('EDTF such as 1878-12-18, 1878~, 193X, 1932/1933, or words'),
  identifiers: z.array(identifier),
  coordinates: coordinates.nullable(),
  fields: z.record(z.string(), z.string()).describe('facts in fields of the researcher’s own, by their names'),
  mentions: count,
  sources: count,
  ...dated,
}) satisfies Of<model.Entity>;

export const entityType = z.object({
  name: z.string(),
  colour: z.string(),
  shape: z.string(),
  fields: z.array(z.string()).describe('names of its own fields'),
  entities: count,
}) satisfies Of<model.EntityType>;

export const mention = z.object({
  id,
  ...passage,
  entityId: id,
  entityName: z.string(),
  entityType: z.string(),
  quote: z.string(),
  before: z.string(),
  after: z.string(),
  locator: z.string(),
  sourceTitle: z.string(),
  createdAt: time,
}) satisfies Of<model.Mention>;

export const entityPassage = mention.extend({
  sourceDate: z.string(),
  tags: z.array(z.object({ id, name: z.string(), colour })),
}) satisfies Of<model.EntityPassage>;

export const sourceMentions = z.object({
  sourceId: id,
  title: z.string(),
  mentions: count,
  parts: z.array(z.object({ part: count, count, start: offset, end: offset })),
}) satisfies Of<model.SourceMentions>;

const otherNamed = z.object({ entityId: id, name: z.string() }) satisfies Of<model.OtherNamed>;

export const unlinkedMention = z.object({
  ...passage,
  entityId: id,
  entityName: z.string(),
  entityType: z.string(),
  quote: z.string(),
  name: z.string(),
  alike: z.array(otherNamed),
  within: z.array(otherNamed),
  before: z.string(),
  after: z.string(),
  locator: z.string(),
  sourceTitle: z.string(),
}) satisfies Of<model.UnlinkedMention>;

export const entitySuggestion = z.object({
  ...passage,
  name: z.string(),
  aliases: z.array(z.string()),
  count,
  type: z.string(),
  quote: z.string(),
  before: z.string(),
  after: z.string(),
  locator: z.string(),
  sourceTitle: z.string(),
}) satisfies Of<model.EntitySuggestion>;

export const duplicate = z.object({
  reason: z.enum(DUPLICATE_REASONS),
  entities: z.array(entity.pick({ id: true, name: true, type: true, mentions: true })),
}) satisfies Of<model.Duplicate>;

export const relation = z.object({
  id,
  fromId: id,
  toId: id,
  fromName: z.string(),
  toName: z.string(),
  type: z.string(),
  inverse: z.string().describe('as it reads from the other end'),
  dates: z.string(),
  comment: z.string(),
  evidence: z.array(id),
  ...dated,
}) satisfies Of<model.Relation>;

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

export const outlineItem = z.object({
  id,
  outlineId: id,
  parentId: id.nullable(),
  position: count,
  kind: z.enum(OUTLINE_ITEM_KINDS),
  refId: id.nullable(),
  text: z.string(),
  sourceTitle: z.string().optional(),
  locator: z.string().optional(),
  sourceId: id.optional(),
  colour: z.string().optional(),
  tags: z.array(z.string()).optional(),
  resolved: z.boolean(),
  words: count,
  gist: z.string(),
  status: z.enum(OUTLINE_STATUSES).nullable(),
  target: count.nullable(),
}) as Of<model.OutlineItem>;

const outlineSummaryShape = {
  id,
  title: z.string(),
  items: count,
  quotations: count,
  words: count,
  ...dated,
};

export const outlineSummary = z.object(outlineSummaryShape) satisfies Of<model.OutlineSummary>;

export const outline = z.object({
  ...outlineSummaryShape,
  tree: z.array(outlineItem),
}) satisfies Of<model.Outline>;

export const historyStep = z.object({
  id: count,
  deed: z.enum(DEEDS),
  subject: z.string(),
  at: time,
  undone: z.boolean(),
  kept: z.enum(STEP_KEPT),
}) satisfies Of<model.HistoryStep>;

export const hit = z.object({
  kind: z.enum(HIT_KINDS),
  id,
  title: z.string(),
  snippet: z.string(),
  marks: z.array(z.tuple([count, count])),
  sourceId: id.optional(),
  start: offset.optional(),
  end: offset.optional(),
  locator: z.string().optional(),
  block: count.optional(),
  sign: z.string().optional(),
}) as Of<model.Hit>;

export const defect = z.object({
  code: z.enum(DEFECT_CODES),
  table: z.string(),
  id: z.string(),
  message: z.string(),
  repairable: z.boolean(),
}) satisfies Of<model.Defect>;

export const checkReport = z.object({
  ok: z.boolean(),
  defects: z.array(defect),
  repaired: count,
  checked: z.record(z.string(), count),
}) satisfies Of<model.CheckReport>;

export const change = z.object({
  noun: z.enum(NOUNS),
  id,
  deed: z.enum(['created', 'updated', 'removed']),
  sourceId: id.optional(),
}) as Of<model.Change>;
