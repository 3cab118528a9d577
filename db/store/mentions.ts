import { formatLocator, type Mention, type SourcePassage } from '../model/index.ts';
import type { Connection, Value } from '../sqlite/connection.ts';
import * as entities from './entities.ts';
import { placePassage } from './passages.ts';
import { TAGGED } from './reading-filter.ts';
import { found, isoTime } from './rows.ts';

interface MentionRow extends SourcePassage {
  readonly id: string;
  readonly first: number;
  readonly last: number;
  readonly label: string | null;
  readonly entityId: string;
  readonly entityName: string;
  readonly entityType: string;
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  readonly sourceTitle: string;
  readonly createdAt: number;
}

export interface MentionFilter {
  readonly id?: string | undefined;
  readonly entityId?: string | undefined;
  readonly sourceId?: string | undefined;
  /** Numbers of the first and last block they have to touch. */
  readonly blocks?: readonly [first: number, last: number] | undefined;
  /** They have to touch a highlight with one of these tags or of one below, where there are any. */
  readonly tagIds?: readonly string[] | undefined;
  readonly limit?: number | undefined;
}

/** A highlight that touches begins less than the longest highlight's length before: that keeps it a search. */
const IN_TAGGED = `EXISTS (
  SELECT 1 FROM highlights h
  WHERE h.source_id = m.source_id AND h.start < m."end" AND h."end" > m.start AND h.trashed_at IS NULL
    AND h.start > m.start - (SELECT max("end" - start) FROM highlights) AND ${TAGGED})`;

/** How many code points are shown before and after a passage. */
export const AROUND = 80;

const SELECT = `
  SELECT m.id, m.source_id AS sourceId, m.start, m."end" AS "end", m.first_block AS first, m.last_block AS last, b.label,
    e.id AS entityId, e.name AS entityName, e.type AS entityType, m.quote, s.title AS sourceTitle,
    substr(b.text, max(m.start - b.start - ${AROUND}, 0) + 1, min(m.start - b.start, ${AROUND})) AS before,
    substr(b.text, m."end" - b.start + 1, ${AROUND}) AS after, m.created_at AS createdAt
  FROM mentions m
  JOIN sources s ON s.id = m.source_id AND s.trashed_at IS NULL
  JOIN entities e ON e.id = m.entity_id AND e.trashed_at IS NULL
  JOIN blocks b ON b.source_id = m.source_id AND b.number = m.first_block
  WHERE TRUE`;

/** Links in the order of their sources and, in a source, of the text. */
export function list(connection: Connection, filter: MentionFilter = {}): Mention[] {
  const conditions: string[] = [];
  const values: Value[] = [];
  const add = (condition: string, ...bound: Value[]): void => {
    conditions.push(` AND ${condition}`);
    values.push(...bound);
  };
  if (filter.id !== undefined) add('m.id = ?', filter.id);
  if (filter.entityId !== undefined) add('m.entity_id = ?', filter.entityId);
  if (filter.sourceId !== undefined) add('m.source_id = ?', filter.sourceId);
  if (filter.blocks) add('m.last_block >= ? AND m.first_block <= ?', ...filter.blocks);
  if (filter.tagIds?.length) add(IN_TAGGED, JSON.stringify(filter.tagIds));
  const order = ' ORDER BY s.created_at, s.id, m.start, m."end" DESC, m.id LIMIT ?';
  return connection.all<MentionRow>(SELECT + conditions.join('') + order, ...values, filter.limit ?? -1).map(fromRow);
}

/** @throws LecternError `not-found` */
export function get(connection: Connection, id: string): Mention {
  return found(list(connection, { id })[0], 'mention', id);
}

/**
 * Links a passage to an entity; where that is done already, answers the link there is.
 * @throws LecternError `not-found`, `outside-the-text`
 */
export function create(connection: Connection, passage: SourcePassage, entityId: string): Mention {
  entities.get(connection, entityId);
  return get(connection, link(connection, passage, entityId));
}

/** Links many passages to one entity. */
export function accept(connection: Connection, passages: readonly SourcePassage[], entityId: string): Mention[] {
  entities.get(connection, entityId);
  const ids = passages.map((passage) => link(connection, passage, entityId));
  const linked = new Map(list(connection, { entityId }).map((mention) => [mention.id, mention]));
  return ids.map((id) => found(linked.get(id), 'mention', id));
}

/** Remembers that these passages do not speak of the entity. Answers how many were not rejected before. */
export function reject(connection: Connection, passages: readonly SourcePassage[], entityId: string): number {
  entities.get(connection, entityId);
  let rejected = 0;
  for (const passage of passages) {
    const { sourceId, start, end } = placePassage(connection, passage);
    rejected += connection.run(
      'INSERT OR IGNORE INTO rejected_mentions (source_id, start, "end", entity_id) VALUES (?, ?, ?, ?)',
      sourceId,
      start,
      end,
      entityId,
    );
  }
  connection.changed({ noun: 'entity', id: entityId, deed: 'updated' });
  return rejected;
}

/** Takes a link away. @throws LecternError `not-found` */
export function remove(connection: Connection, id: string): void {
  const { sourceId } = get(connection, id);
  connection.run('DELETE FROM mentions WHERE id = ?', id);
  connection.changed({ noun: 'mention', id, deed: 'removed', sourceId });
}

/** Answers the id of the link made, or of the one that was there. */
function link(connection: Connection, passage: SourcePassage, entityId: string): string {
  const placed = placePassage(connection, passage);
  const { sourceId, start, end } = placed;
  const id = connection.newId();
  const added = connection.run(
    `INSERT OR IGNORE INTO mentions (id, source_id, start, "end", first_block, last_block, entity_id, quote, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    sourceId,
    start,
    end,
    placed.firstBlock,
    placed.lastBlock,
    entityId,
    placed.quote,
    connection.now(),
  );
  if (added === 1) {
    connection.run(
      'DELETE FROM rejected_mentions WHERE entity_id = ? AND source_id = ? AND start = ? AND "end" = ?',
      entityId,
      sourceId,
      start,
      end,
    );
    connection.changed({ noun: 'mention', id, deed: 'created', sourceId });
    return id;
  }
  const there = connection.get<{ id: string }>(
    'SELECT id FROM mentions WHERE source_id = ? AND start = ? AND "end" = ? AND entity_id = ?',
    sourceId,
    start,
    end,
    entityId,
  );
  return found(there, 'mention', id).id;
}

function fromRow({ first, last, label, createdAt, ...row }: MentionRow): Mention {
  return {
    ...row,
    locator: formatLocator({ firstBlock: first, lastBlock: last, ...(label === null ? {} : { label }) }),
    createdAt: isoTime(createdAt),
  };
}
