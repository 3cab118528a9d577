import { type Colour, formatLocator, type Highlight, LecternError, type SourcePassage } from '../model/index.ts';
import type { Connection, Value } from '../sqlite/connection.ts';
import { type PlacedPassage, placePassage } from './passages.ts';
import { found, isoTime } from './rows.ts';
import * as tags from './tags.ts';

interface HighlightRow extends SourcePassage {
  readonly id: string;
  readonly first: number;
  readonly last: number;
  readonly label: string | null;
  readonly colour: Colour;
  readonly quote: string;
  readonly sourceTitle: string;
  readonly comment: string;
  readonly author: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** Which highlights to list; all of them where nothing is said. */
export interface HighlightFilter {
  readonly id?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly sourceId?: string | undefined;
  /** Numbers of the first and last block they have to touch. */
  readonly blocks?: readonly [first: number, last: number] | undefined;
  /** With the tags below it. */
  readonly tagId?: string | undefined;
  readonly entityId?: string | undefined;
  /** Only those not quoted in this outline. */
  readonly unusedIn?: string | undefined;
  readonly limit?: number | undefined;
}

const SELECT = `
  SELECT h.id, h.source_id AS sourceId, h.start, h."end" AS "end", h.first_block AS first, h.last_block AS last,
    b.label, h.colour, h.quote, s.title AS sourceTitle, h.comment, h.author,
    h.created_at AS createdAt, h.updated_at AS updatedAt
  FROM highlights h
  JOIN sources s ON s.id = h.source_id AND s.trashed_at IS NULL
  LEFT JOIN blocks b ON b.source_id = h.source_id AND b.number = h.first_block
  WHERE h.trashed_at IS NULL`;

const TAG_OR_BELOW = `
  WITH RECURSIVE below (id) AS (
    SELECT ? UNION SELECT t.id FROM tags t JOIN below ON t.parent_id = below.id WHERE t.trashed_at IS NULL)
  SELECT ht.highlight_id FROM highlight_tags ht JOIN below ON below.id = ht.tag_id`;

const TAGS_OF = `
  SELECT ht.highlight_id AS highlightId, t.id, t.name
  FROM json_each(?) j JOIN highlight_tags ht ON ht.highlight_id = j.value JOIN tags t ON t.id = ht.tag_id
  WHERE t.trashed_at IS NULL`;

/** A mention that overlaps begins less than the longest mention's length before the highlight: that keeps it an index search. */
const ENTITIES_OF = `
  SELECT h.id AS highlightId, e.id, e.name, min(m.start) AS first
  FROM json_each(?) j
  JOIN highlights h ON h.id = j.value
  JOIN mentions m ON m.source_id = h.source_id AND m.start < h."end" AND m.start > h.start - ? AND m."end" > h.start
  JOIN entities e ON e.id = m.entity_id
  WHERE e.trashed_at IS NULL GROUP BY h.id, e.id ORDER BY h.id, first, e.name`;

/** Highlights in the order of their sources and, in a source, of the text. */
export function list(connection: Connection, filter: HighlightFilter = {}): Highlight[] {
  const conditions: string[] = [];
  const values: Value[] = [];
  const add = (condition: string, ...bound: Value[]): void => {
    conditions.push(` AND ${condition}`);
    values.push(...bound);
  };
  // Of a value that is computed the planner knows nothing; for one it knows it would plan anew every time.
  if (filter.id !== undefined) add("h.id = ? || ''", filter.id);
  if (filter.ids !== undefined) add('h.id IN (SELECT value FROM json_each(?))', JSON.stringify(filter.ids));
  if (filter.sourceId !== undefined) add('h.source_id = ?', filter.sourceId);
  if (filter.blocks) {
    // By offsets, because those the index of places holds: a page of a text with 100,000 highlights is found in it alone.
    const [first, last] = filter.blocks;
    add(
      `h."end" > coalesce((SELECT start FROM blocks WHERE source_id = ? AND number = ?), 9e15)
        AND h.start < coalesce((SELECT start FROM blocks WHERE source_id = ? AND number = ?), 9e15)`,
      filter.sourceId ?? '',
      first,
      filter.sourceId ?? '',
      last + 1,
    );
  }
  if (filter.tagId !== undefined) add(`h.id IN (${TAG_OR_BELOW})`, filter.tagId);
  if (filter.entityId !== undefined) {
    add(
      `EXISTS (SELECT 1 FROM mentions m WHERE m.entity_id = ? AND m.source_id = h.source_id
        AND m.start < h."end" AND m."end" > h.start
        AND m.start > h.start - (SELECT max("end" - start) FROM mentions))`,
      filter.entityId,
    );
  }
  if (filter.unusedIn !== undefined) {
    add('NOT EXISTS (SELECT 1 FROM outline_items i WHERE i.highlight_id = h.id AND i.outline_id = ?)', filter.unusedIn);
  }
  // The same with the limit.
  const order = ' ORDER BY s.created_at, s.id, h.start, h."end" DESC, h.id LIMIT ? + 0';
  const rows = connection.all<HighlightRow>(SELECT + conditions.join('') + order, ...values, filter.limit ?? -1);
  return withTagsAndEntities(connection, rows);
}

/** @throws LecternError `not-found` */
export function get(connection: Connection, id: string): Highlight {
  return found(list(connection, { id })[0], 'highlight', id);
}

export interface NewHighlight extends SourcePassage {
  /** Made by whoever asks; one is made where it is left out. */
  readonly id?: string | undefined;
  readonly colour?: Colour | undefined;
  /** Names; a tag that does not exist is made. */
  readonly tags?: readonly string[] | undefined;
  /** Exactly these tags, whatever others are called; with `tags`, both. */
  readonly tagIds?: readonly string[] | undefined;
  readonly comment?: string | undefined;
}

/**
 * The highlight that was made under this id before, where a deed is repeated because its answer was lost; else null.
 * @throws LecternError `conflict` where the id belongs to another passage, or its highlight is in the trash
 */
export function madeBefore(connection: Connection, id: string, passage: SourcePassage): Highlight | null {
  if (connection.get('SELECT 1 FROM highlights WHERE id = ?', id) === undefined) return null;
  const made = list(connection, { id })[0];
  const { sourceId, start, end } = passage;
  if (made?.sourceId === sourceId && made.start === start && made.end === end) return made;
  throw new LecternError('conflict', 'There is another highlight of this id already.', { id });
}

/**
 * Marks a passage.
 * @param placed where it stands, if that was just looked up
 * @throws LecternError `not-found`, `outside-the-text`
 */
export function create(
  connection: Connection,
  highlight: NewHighlight,
  placed = placePassage(connection, highlight),
): Highlight {
  const id = insert(connection, highlight, placed);
  putTags(connection, id, highlight, []);
  return get(connection, id);
}

/**
 * Marks many passages alike; answers the highlights in the order of the texts.
 * @throws LecternError `not-found`, `outside-the-text`
 */
export function createAll(
  connection: Connection,
  passages: readonly SourcePassage[],
  said: Pick<NewHighlight, 'colour' | 'tags' | 'tagIds'>,
): Highlight[] {
  const { tags: names = [], tagIds = [] } = said;
  const both = { tagIds: [...tagIds, ...tags.idsOfNames(connection, names)] };
  const ids = passages.map((passage) => {
    const id = insert(connection, { ...passage, colour: said.colour }, placePassage(connection, passage));
    putTags(connection, id, both, []);
    return id;
  });
  return list(connection, { ids });
}

function insert(connection: Connection, highlight: NewHighlight, placed: PlacedPassage): string {
  const id = highlight.id ?? connection.newId();
  const now = connection.now();
  connection.run(
    `INSERT INTO highlights (id, source_id, start, "end", first_block, last_block, colour, quote, prefix, suffix,
       comment, author, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?)`,
    id,
    placed.sourceId,
    placed.start,
    placed.end,
    placed.firstBlock,
    placed.lastBlock,
    highlight.colour ?? 'yellow',
    placed.quote,
    placed.prefix,
    placed.suffix,
    highlight.comment ?? '',
    now,
    now,
  );
  connection.changed({ noun: 'highlight', id, deed: 'created', sourceId: placed.sourceId });
  return id;
}

export interface HighlightChange {
  readonly colour?: Colour | undefined;
  /** Names; replaces all its tags. Of a name that several tags have it keeps those it is tagged with. */
  readonly tags?: readonly string[] | undefined;
  /** Replaces all its tags; with `tags`, by both. */
  readonly tagIds?: readonly string[] | undefined;
  readonly comment?: string | undefined;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

/** @throws LecternError `not-found`, `outside-the-text` */
export function update(connection: Connection, id: string, change: HighlightChange): Highlight {
  const old = get(connection, id);
  const start = change.start ?? old.start;
  const end = change.end ?? old.end;
  if (start !== old.start || end !== old.end) {
    const placed = placePassage(connection, { sourceId: old.sourceId, start, end });
    connection.run(
      `UPDATE highlights SET start = ?, "end" = ?, first_block = ?, last_block = ?, quote = ?, prefix = ?, suffix = ?
       WHERE id = ?`,
      placed.start,
      placed.end,
      placed.firstBlock,
      placed.lastBlock,
      placed.quote,
      placed.prefix,
      placed.suffix,
      id,
    );
  }
  connection.run(
    'UPDATE highlights SET colour = ?, comment = ?, updated_at = ? WHERE id = ?',
    change.colour ?? old.colour,
    change.comment ?? old.comment,
    connection.now(),
    id,
  );
  if (change.tags || change.tagIds) {
    // A tag in the trash stays with the highlight, to be back when the tag is.
    connection.run(
      `DELETE FROM highlight_tags WHERE highlight_id = ?
       AND tag_id IN (SELECT id FROM tags WHERE trashed_at IS NULL)`,
      id,
    );
    const held = old.tagIds.map((tagId) => tags.row(connection, tagId));
    putTags(connection, id, change, held);
  }
  connection.changed({ noun: 'highlight', id, deed: 'updated', sourceId: old.sourceId });
  return get(connection, id);
}

/** Puts a highlight into the trash. */
export function remove(connection: Connection, id: string): void {
  const { sourceId } = get(connection, id);
  connection.run('UPDATE highlights SET trashed_at = ? WHERE id = ?', connection.now(), id);
  connection.changed({ noun: 'highlight', id, deed: 'removed', sourceId });
}

/** Takes a highlight out of the trash; it is seen again once its source is not in the trash either. */
export function restore(connection: Connection, id: string): void {
  const row = connection.get<{ sourceId: string }>(
    'SELECT source_id AS sourceId FROM highlights WHERE id = ? AND trashed_at IS NOT NULL',
    id,
  );
  const { sourceId } = found(row, 'highlight', id);
  connection.run('UPDATE highlights SET trashed_at = NULL WHERE id = ?', id);
  connection.changed({ noun: 'highlight', id, deed: 'created', sourceId });
}

/** @throws LecternError `not-found` for a tag by id */
function putTags(
  connection: Connection,
  id: string,
  { tags: names = [], tagIds = [] }: Pick<HighlightChange, 'tags' | 'tagIds'>,
  held: readonly tags.TagRow[],
): void {
  for (const tagId of tagIds) tags.row(connection, tagId);
  for (const tagId of [...tagIds, ...tags.idsOfNames(connection, names, held)]) {
    connection.run('INSERT OR IGNORE INTO highlight_tags (highlight_id, tag_id) VALUES (?, ?)', id, tagId);
  }
}

interface Named {
  readonly highlightId: string;
  readonly id: string;
  readonly name: string;
}

function withTagsAndEntities(connection: Connection, rows: readonly HighlightRow[]): Highlight[] {
  if (rows.length === 0) return [];
  const ids = JSON.stringify(rows.map(({ id }) => id));
  const place = tags.placeInTree(connection);
  const tagged = connection.all<Named>(TAGS_OF, ids).sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  const longest = connection.get<{ length: number }>('SELECT coalesce(max("end" - start), 0) AS length FROM mentions');
  const mentioned = connection.all<Named>(ENTITIES_OF, ids, longest?.length ?? 0);
  const tagsOf = Map.groupBy(tagged, ({ highlightId }) => highlightId);
  const entitiesOf = Map.groupBy(mentioned, ({ highlightId }) => highlightId);
  return rows.map((row) => fromRow(row, tagsOf.get(row.id) ?? [], entitiesOf.get(row.id) ?? []));
}

function fromRow(
  { first, last, label, createdAt, updatedAt, ...row }: HighlightRow,
  tagged: readonly Named[],
  mentioned: readonly Named[],
): Highlight {
  return {
    ...row,
    locator: formatLocator({ firstBlock: first, lastBlock: last, ...(label === null ? {} : { label }) }),
    block: first,
    tags: tagged.map(({ name }) => name),
    tagIds: tagged.map(({ id }) => id),
    entities: mentioned.map(({ name }) => name),
    entityIds: mentioned.map(({ id }) => id),
    createdAt: isoTime(createdAt),
    updatedAt: isoTime(updatedAt),
  };
}
