/**
 * The contract: every method a window, a browser tab or a script may call, with the shape of its input and output.
 * Adding a method is one entry here and a handler in `main/app`; leaving either out does not compile.
 *
 * Offsets count Unicode code points of the source's text. Times are ISO 8601 in UTC. `kind` says what a method does to
 * the notebook: a `query` reads, a `deed` changes it as one undoable step (and is refused on a read-only notebook),
 * `host` touches something outside the open notebook.
 */
import { z } from 'zod';
import { HIT_KINDS, NOUNS, OUTLINE_ITEM_KINDS } from '../../db/model/index.ts';
import * as n from './nouns.ts';

type Kind = 'query' | 'deed' | 'host';

export interface MethodDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: Kind;
  readonly input: I;
  readonly output: O;
}

function method<I extends z.ZodType, O extends z.ZodType>(kind: Kind, input: I, output: O): MethodDefinition<I, O> {
  return { kind, input, output };
}

const none = z.strictObject({});
const byId = z.strictObject({ id: n.id });
const removed = z.object({ id: n.id, removed: z.literal(true) });
const title = z.string().trim().min(1).max(1000);
const name = z.string().trim().min(1).max(500);
const words = z.string().max(1_000_000);
const passage = { sourceId: n.id, start: n.offset, end: n.offset };
const limit = z.number().int().min(1).max(10_000).optional();
const order = z.number().int().min(0).optional().describe('place among its siblings, from 0; at the end when left out');

const notebookStatus = z.object({
  open: z.boolean(),
  name: z.string(),
  path: z.string(),
  readOnly: z.boolean(),
  /** Why it is read-only: made by a newer version, or the file or folder cannot be written. */
  reason: z.enum(['newer', 'not-writable']).nullable(),
  /** Whoever had it open before did not close it; it was checked as a whole when it was opened, and is sound. */
  recovered: z.boolean(),
  schemaVersion: n.count,
  size: n.count.describe('bytes'),
  lastBackupAt: n.time.nullable(),
});

const recentNotebook = z.object({ name: z.string(), path: z.string(), openedAt: n.time, exists: z.boolean() });

export const IMPORT_OUTCOMES = ['imported', 'duplicate', 'failed'] as const;
const importedFile = z.object({
  fileName: z.string(),
  outcome: z.enum(IMPORT_OUTCOMES),
  /** The new source, or for a duplicate the one already here. */
  source: n.source.optional(),
  remarks: z.array(n.remark),
  failure: z
    .object({
      code: z.string(),
      message: z.string(),
      details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    })
    .optional(),
});

export const EXPORT_FORMATS = ['markdown', 'html', 'docx'] as const;
export const EXPORT_KINDS = ['outline', 'source', 'tag', 'entity', 'note'] as const;
export const UNRESOLVED_REASONS = ['missing', 'in-trash', 'source-missing'] as const;

const exportReport = z.object({
  quotations: n.count,
  unresolved: z.array(z.object({ where: z.string(), what: z.string(), reason: z.enum(UNRESOLVED_REASONS) })),
});

const trashed = z.object({ noun: z.enum(NOUNS), id: n.id, title: z.string(), at: n.time });

const preferences = z.object({
  language: z.enum(['system', 'en', 'nb']),
  theme: z.enum(['system', 'light', 'dark']),
});

export const METHODS = {
  'notebook.create': method('host', z.strictObject({ path: z.string().min(1) }), notebookStatus),
  'notebook.open': method('host', z.strictObject({ path: z.string().min(1) }), notebookStatus),
  'notebook.openSample': method('host', none, notebookStatus),
  'notebook.close': method('host', none, notebookStatus),
  'notebook.status': method('host', none, notebookStatus),
  /** Notebooks opened before, newest first, and those in the folder where new ones go. */
  'notebook.recent': method('host', none, z.object({ folder: z.string(), notebooks: z.array(recentNotebook) })),
  'notebook.check': method('query', z.strictObject({ repair: z.boolean().optional() }), n.checkReport),
  'notebook.backup': method(
    'query',
    z.strictObject({ path: z.string().min(1).optional() }),
    z.object({ path: z.string(), size: n.count, at: n.time }),
  ),
  'preferences.get': method('host', none, preferences),
  'preferences.set': method('host', preferences.partial().strict(), preferences),

  'sources.list': method('query', none, z.array(n.source)),
  'sources.get': method('query', byId, n.source),
  'sources.text': method('query', byId, z.object({ text: z.string(), blocks: z.array(n.block) })),
  'sources.create': method('deed', z.strictObject({ title, text: z.string().min(1) }), n.source),
  /** Uploads come from the shell's upload door; each file succeeds or fails on its own. */
  'sources.import': method(
    'deed',
    z.strictObject({ files: z.array(z.strictObject({ upload: z.string().min(1), name: z.string().min(1) })).min(1) }),
    z.object({ files: z.array(importedFile) }),
  ),
  'sources.update': method(
    'deed',
    z.strictObject({
      id: n.id,
      title: title.optional(),
      authors: z.array(z.string()).optional(),
      date: z.string().optional(),
      language: z.string().optional(),
      url: z.string().optional(),
    }),
    n.source,
  ),
  'sources.remove': method('deed', byId, removed),

  /** What the reader needs before the first screen: no text, one number a block (its length in code points). */
  'reader.open': method('query', byId, z.object({ source: n.source, lengths: z.array(n.count) })),
  /** Blocks `from`…`from + count - 1` (numbers from 1) with every highlight and mention that touches them. */
  'reader.blocks': method(
    'query',
    z.strictObject({ sourceId: n.id, from: z.number().int().min(1), count: z.number().int().min(1).max(500) }),
    z.object({ blocks: z.array(n.block), highlights: z.array(n.highlight), mentions: z.array(n.mention) }),
  ),
  /** Where the highlights of a source lie, for the overview map: block number and colour. */
  'reader.overview': method(
    'query',
    byId,
    z.object({ marks: z.array(z.object({ id: n.id, block: n.count, colour: n.colour })) }),
  ),

  'highlights.create': method(
    'deed',
    z.strictObject({
      ...passage,
      colour: n.colour.optional(),
      tags: z.array(name).optional().describe('names; a tag that does not exist is created'),
      tagIds: z.array(n.id).optional().describe('exactly these tags; with `tags`, both'),
      comment: words.optional(),
    }),
    n.highlight,
  ),
  'highlights.list': method(
    'query',
    z.strictObject({
      sourceId: n.id.optional(),
      tagId: n.id.optional().describe('with the tags below it'),
      entityId: n.id.optional(),
      unusedIn: n.id.optional().describe('only those not quoted in this outline'),
      limit,
    }),
    z.array(n.highlight),
  ),
  'highlights.get': method('query', byId, n.highlight),
  'highlights.update': method(
    'deed',
    z.strictObject({
      id: n.id,
      colour: n.colour.optional(),
      tags: z.array(name).optional().describe('names; replaces all its tags, keeping those it has of these names'),
      tagIds: z.array(n.id).optional().describe('replaces all its tags; with `tags`, by both'),
      comment: words.optional(),
      start: n.offset.optional(),
      end: n.offset.optional(),
    }),
    n.highlight,
  ),
  'highlights.remove': method('deed', byId, removed),

  'tags.list': method('query', none, z.array(n.tag)),
  'tags.create': method(
    'deed',
    z.strictObject({
      name,
      parent: z.string().nullable().optional().describe('id or name'),
      colour: n.colour.optional(),
      memo: words.optional(),
    }),
    n.tag,
  ),
  'tags.update': method(
    'deed',
    z.strictObject({ id: n.id, name: name.optional(), colour: n.colour.optional(), memo: words.optional() }),
    n.tag,
  ),
  'tags.move': method('deed', z.strictObject({ id: n.id, parentId: n.id.nullable(), position: order }), n.tag),
  /** Everything tagged `id` becomes tagged `intoId`; the first tag goes to the trash. Answers the second. */
  'tags.merge': method('deed', z.strictObject({ id: n.id, intoId: n.id }), n.tag),
  'tags.remove': method('deed', byId, removed),

  'entities.list': method('query', z.strictObject({ type: z.string().optional() }), z.array(n.entity)),
  'entities.get': method('query', byId, n.entity),
  /** For pickers: entities by any name, accents, case and script variants ignored, best first. */
  'entities.search': method('query', z.strictObject({ query: z.string(), limit }), z.array(n.entity)),
  'entities.types': method(
    'query',
    none,
    z.array(z.object({ name: z.string(), colour: z.string(), shape: z.string(), entities: n.count })),
  ),
  /** Entities mentioned in the same blocks, most blocks first. */
  'entities.together': method(
    'query',
    z.strictObject({ id: n.id, limit }),
    z.array(z.object({ entityId: n.id, name: z.string(), type: z.string(), blocks: n.count })),
  ),
  'entities.create': method(
    'deed',
    z.strictObject({
      type: name,
      name,
      aliases: z.array(name).optional(),
      description: words.optional(),
      dates: z.string().max(500).optional(),
      identifiers: z.array(n.identifier).optional(),
    }),
    n.entity,
  ),
  'entities.update': method(
    'deed',
    z.strictObject({
      id: n.id,
      type: name.optional(),
      name: name.optional(),
      aliases: z.array(name).optional(),
      description: words.optional(),
      dates: z.string().max(500).optional(),
      identifiers: z.array(n.identifier).optional(),
    }),
    n.entity,
  ),
  /** All names, identifiers, mentions and relations of `id` go to `intoId`; answers the second. */
  'entities.merge': method('deed', z.strictObject({ id: n.id, intoId: n.id }), n.entity),
  'entities.remove': method('deed', byId, removed),
  'mentions.create': method('deed', z.strictObject({ ...passage, entityId: n.id }), n.mention),
  'mentions.list': method(
    'query',
    z.strictObject({ entityId: n.id.optional(), sourceId: n.id.optional(), limit }),
    z.array(n.mention),
  ),
  'mentions.remove': method('deed', byId, removed),
  /** Occurrences of the entity's names, on word boundaries, that are neither linked nor rejected. */
  'mentions.find': method('query', z.strictObject({ entityId: n.id, limit }), z.array(n.unlinkedMention)),
  'mentions.accept': method(
    'deed',
    z.strictObject({ entityId: n.id, passages: z.array(z.strictObject(passage)).min(1) }),
    z.array(n.mention),
  ),
  'mentions.reject': method(
    'deed',
    z.strictObject({ entityId: n.id, passages: z.array(z.strictObject(passage)).min(1) }),
    z.object({ rejected: n.count }),
  ),
  'relations.list': method('query', z.strictObject({ entityId: n.id.optional() }), z.array(n.relation)),
  'relations.create': method(
    'deed',
    z.strictObject({
      fromId: n.id,
      toId: n.id,
      type: name,
      dates: z.string().max(500).optional(),
      comment: words.optional(),
      evidence: z.array(n.id).optional().describe('ids of highlights'),
    }),
    n.relation,
  ),
  'relations.update': method(
    'deed',
    z.strictObject({
      id: n.id,
      type: name.optional(),
      dates: z.string().max(500).optional(),
      comment: words.optional(),
      evidence: z.array(n.id).optional(),
    }),
    n.relation,
  ),
  'relations.remove': method('deed', byId, removed),

  'notes.list': method('query', z.strictObject({ attachedTo: n.reference.optional() }), z.array(n.noteSummary)),
  'notes.get': method('query', byId, n.note),
  'notes.create': method(
    'deed',
    z.strictObject({
      title: z.string().max(1000),
      markdown: words.optional(),
      document: n.document.optional(),
      attachedTo: n.reference.optional(),
    }),
    n.note,
  ),
  /** `revision` is the one the editor began from; another one saved since is a `conflict`. Left out: no check. */
  'notes.update': method(
    'deed',
    z.strictObject({
      id: n.id,
      title: z.string().max(1000).optional(),
      markdown: words.optional(),
      document: n.document.optional(),
      revision: n.count.optional(),
    }),
    n.note,
  ),
  'notes.remove': method('deed', byId, removed),
  'notes.backlinks': method('query', z.strictObject({ reference: n.reference }), z.array(n.backlink)),

  'outlines.list': method('query', none, z.array(n.outlineSummary)),
  'outlines.get': method('query', byId, n.outline),
  'outlines.create': method('deed', z.strictObject({ title }), n.outline),
  'outlines.update': method('deed', z.strictObject({ id: n.id, title }), n.outline),
  'outlines.remove': method('deed', byId, removed),
  'outlines.add': method(
    'deed',
    z.strictObject({
      outlineId: n.id,
      parentId: n.id.nullable().optional(),
      position: order,
      kind: z.enum(OUTLINE_ITEM_KINDS),
      refId: n.id.optional().describe('highlight, note or entity, by kind'),
      text: words.optional(),
    }),
    n.outlineItem,
  ),
  'outlines.move': method(
    'deed',
    z.strictObject({ id: n.id.describe('of the item'), parentId: n.id.nullable(), position: order }),
    n.outline,
  ),
  'outlines.updateItem': method('deed', z.strictObject({ id: n.id, text: words }), n.outlineItem),
  /** Takes the item out with all below it. Answers the outline. */
  'outlines.removeItem': method('deed', byId, n.outline),

  'search.query': method(
    'query',
    z.strictObject({ query: z.string().max(10_000), limit, kinds: z.array(z.enum(HIT_KINDS)).optional() }),
    z.object({ hits: z.array(n.hit), totals: z.record(z.enum(HIT_KINDS), n.count) }),
  ),
  /** Everything with a name, by its name: for "Go to". An empty query gives what was changed last. */
  'search.names': method('query', z.strictObject({ query: z.string().max(1000), limit }), z.array(n.hit)),

  'history.list': method('query', z.strictObject({ limit }), z.array(n.historyStep)),
  'history.undo': method('query', none, n.historyStep),
  'history.redo': method('query', none, n.historyStep),

  'trash.list': method('query', none, z.array(trashed)),
  'trash.restore': method('deed', z.strictObject({ noun: z.enum(NOUNS), id: n.id }), trashed),

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
      report: exportReport,
    }),
  ),
  /** A quotation as text, with its source line, for the clipboard. */
  'exports.citation': method(
    'query',
    z.strictObject({ ...passage, language: z.enum(['en', 'nb']).optional() }),
    z.object({ text: z.string(), html: z.string() }),
  ),

  /** How many highlights of each source carry each tag itself; pairs without any are left out. */
  'analysis.tagsBySource': method(
    'query',
    none,
    z.array(z.object({ tagId: n.id, sourceId: n.id, highlights: n.count })),
  ),

  'settings.get': method('query', z.strictObject({ key: name }), z.object({ key: z.string(), value: z.unknown() })),
  'settings.set': method(
    'deed',
    z.strictObject({ key: name, value: z.unknown() }),
    z.object({ key: z.string(), value: z.unknown() }),
  ),
} as const satisfies Record<string, MethodDefinition>;

type Definitions = typeof METHODS;

export type MethodName = keyof Definitions;

/** What a caller hands over. */
export type Input<M extends MethodName> = z.input<Definitions[M]['input']>;

/** What a handler receives: the input after parsing. */
export type Parsed<M extends MethodName> = z.output<Definitions[M]['input']>;

export type Output<M extends MethodName> = z.output<Definitions[M]['output']>;

export type NotebookStatus = Output<'notebook.status'>;
export type ImportedFile = Output<'sources.import'>['files'][number];
export type Preferences = Output<'preferences.get'>;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export type ExportKind = (typeof EXPORT_KINDS)[number];
export type Trashed = Output<'trash.list'>[number];
