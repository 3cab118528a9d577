import {
  formatLocator,
  type Outline,
  type OutlineItem,
  type OutlineItemKind,
  type OutlineStatus,
  type OutlineSummary,
} from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { found, isoTime } from './rows.ts';
import { inTreeOrder, type Sibling } from './siblings.ts';
import * as tags from './tags.ts';

interface SummaryRow extends Omit<OutlineSummary, 'createdAt' | 'updatedAt'> {
  readonly createdAt: number;
  readonly updatedAt: number;
}

interface ItemRow extends Sibling {
  readonly outlineId: string;
  readonly parentId: string | null;
  readonly kind: OutlineItemKind;
  readonly refId: string | null;
  readonly text: string;
  readonly words: number;
  readonly gist: string;
  readonly status: OutlineStatus | '';
  readonly target: number | null;
  /** Null where the thing referred to is gone or in the trash. */
  readonly liveTitle: string | null;
  readonly liveWords: number | null;
  readonly sourceTitle: string;
  readonly locator: string;
  readonly sourceId: string | null;
  readonly sourceLives: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly label: string | null;
  readonly colour: string | null;
}

const SUMMARY = `
  SELECT o.id, o.title, o.created_at AS createdAt, o.updated_at AS updatedAt, count(i.id) AS items,
    coalesce(sum(i.kind = 'quotation'), 0) AS quotations,
    coalesce(sum(coalesce(n.words, i.words)), 0) AS words
  FROM outlines o
  LEFT JOIN outline_items i ON i.outline_id = o.id
  LEFT JOIN notes n ON n.id = i.note_id AND n.trashed_at IS NULL
  WHERE o.trashed_at IS NULL`;

const ITEMS = `
  SELECT i.id, i.outline_id AS outlineId, i.parent_id AS parentId, i.rank, i.kind, i.text, i.words,
    i.gist, i.status, i.target,
    coalesce(i.highlight_id, i.note_id, i.entity_id) AS refId,
    CASE i.kind WHEN 'quotation' THEN h.quote WHEN 'note' THEN n.title WHEN 'entity' THEN e.name ELSE '' END AS liveTitle,
    n.words AS liveWords,
    coalesce(s.title, i.source_title) AS sourceTitle, i.locator, h.source_id AS sourceId,
    s.id IS NOT NULL AS sourceLives, h.first_block AS first, h.last_block AS last, b.label, h.colour
  FROM outline_items i
  LEFT JOIN highlights h ON h.id = i.highlight_id AND h.trashed_at IS NULL
  LEFT JOIN sources s ON s.id = h.source_id AND s.trashed_at IS NULL
  LEFT JOIN blocks b ON b.source_id = h.source_id AND b.number = h.first_block
  LEFT JOIN notes n ON n.id = i.note_id AND n.trashed_at IS NULL
  LEFT JOIN entities e ON e.id = i.entity_id AND e.trashed_at IS NULL`;

const TAGS = `
  SELECT DISTINCT ht.highlight_id AS highlightId, t.id, t.name
  FROM outline_items i JOIN highlight_tags ht ON ht.highlight_id = i.highlight_id JOIN tags t ON t.id = ht.tag_id
  WHERE t.trashed_at IS NULL`;

/** How many siblings stand before an item. */
const BEFORE = `
  SELECT count(*) AS position FROM outline_items i JOIN outline_items s
    ON s.outline_id = i.outline_id AND s.parent_id IS i.parent_id AND (s.rank, s.id) < (i.rank, i.id)
  WHERE i.id = ?`;

/** Every outline that is not in the trash, by title. */
export function list(connection: Connection): OutlineSummary[] {
  return connection.all<SummaryRow>(`${SUMMARY} GROUP BY o.id ORDER BY o.title COLLATE NOCASE, o.id`).map(toSummary);
}

/** An outline with its items in reading order. @throws LecternError `not-found` */
export function get(connection: Connection, id: string): Outline {
  const row = connection.get<SummaryRow>(`${SUMMARY} AND o.id = ? GROUP BY o.id`, id);
  return { ...toSummary(found(row, 'outline', id)), tree: items(connection, id) };
}

/** @throws LecternError `not-found` */
export function title(connection: Connection, id: string): string {
  const row = connection.get<{ title: string }>('SELECT title FROM outlines WHERE id = ? AND trashed_at IS NULL', id);
  return found(row, 'outline', id).title;
}

export function create(connection: Connection, name: string): Outline {
  const id = connection.newId();
  const now = connection.now();
  connection.run('INSERT INTO outlines (id, title, created_at, updated_at) VALUES (?, ?, ?, ?)', id, name, now, now);
  connection.changed({ noun: 'outline', id, deed: 'created' });
  return get(connection, id);
}

/** @throws LecternError `not-found` */
export function rename(connection: Connection, id: string, name: string): Outline {
  title(connection, id);
  connection.run('UPDATE outlines SET title = ? WHERE id = ?', name, id);
  touch(connection, id);
  return get(connection, id);
}

/** Puts an outline with all its items into the trash. @throws LecternError `not-found` */
export function remove(connection: Connection, id: string): void {
  title(connection, id);
  connection.run('UPDATE outlines SET trashed_at = ? WHERE id = ?', connection.now(), id);
  connection.changed({ noun: 'outline', id, deed: 'removed' });
}

/** Takes an outline out of the trash. */
export function restore(connection: Connection, id: string): Outline {
  const changed = connection.run('UPDATE outlines SET trashed_at = NULL WHERE id = ? AND trashed_at IS NOT NULL', id);
  found(changed || undefined, 'outline', id);
  connection.changed({ noun: 'outline', id, deed: 'created' });
  return get(connection, id);
}

/** Notes that an outline has changed. */
export function touch(connection: Connection, id: string): void {
  connection.run('UPDATE outlines SET updated_at = ? WHERE id = ?', connection.now(), id);
  connection.changed({ noun: 'outline', id, deed: 'updated' });
}

/** The items of an outline in reading order: parents before what is below them. */
export function items(connection: Connection, outlineId: string): OutlineItem[] {
  const tagged = Map.groupBy(
    inOrder(connection, connection.all<TagOfHighlight>(`${TAGS} AND i.outline_id = ?`, outlineId)),
    ({ highlightId }) => highlightId,
  );
  const rows = inTreeOrder(connection.all<ItemRow>(`${ITEMS} WHERE i.outline_id = ?`, outlineId));
  const used = new Map<string | null, number>();
  return rows.map((row) => {
    const position = used.get(row.parentId) ?? 0;
    used.set(row.parentId, position + 1);
    return toItem(row, position, tagged.get(row.refId ?? '') ?? []);
  });
}

/** One item, without reading the others. @throws LecternError `not-found` */
export function item(connection: Connection, id: string): OutlineItem {
  const row = found(connection.get<ItemRow>(`${ITEMS} WHERE i.id = ?`, id), 'outline item', id);
  const { position } = found(connection.get<{ position: number }>(BEFORE, id), 'outline item', id);
  const tagged =
    row.kind === 'quotation' ? inOrder(connection, connection.all<TagOfHighlight>(`${TAGS} AND i.id = ?`, id)) : [];
  return toItem(row, position, tagged);
}

interface TagOfHighlight {
  readonly highlightId: string;
  readonly id: string;
  readonly name: string;
}

function inOrder(connection: Connection, tagged: readonly TagOfHighlight[]): TagOfHighlight[] {
  const place = tags.placeInTree(connection);
  return tagged.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

function toItem(row: ItemRow, position: number, tagged: readonly TagOfHighlight[]): OutlineItem {
  const { id, outlineId, parentId, kind, refId, gist, target } = row;
  const status = row.status === '' ? null : row.status;
  const base = { id, outlineId, parentId, position, kind, refId, gist, status, target };
  if (kind !== 'quotation') {
    const referred = kind === 'note' || kind === 'entity';
    return {
      ...base,
      text: referred ? (row.liveTitle ?? row.text) : row.text,
      resolved: row.liveTitle !== null,
      words: kind === 'note' ? (row.liveWords ?? row.words) : row.words,
    };
  }
  const here =
    row.first !== null && row.last !== null
      ? formatLocator({
          firstBlock: row.first,
          lastBlock: row.last,
          ...(row.label === null ? {} : { label: row.label }),
        })
      : row.locator;
  return {
    ...base,
    text: row.text,
    sourceTitle: row.sourceTitle,
    locator: here,
    ...(row.sourceId === null ? {} : { sourceId: row.sourceId }),
    ...(row.colour === null ? {} : { colour: row.colour }),
    tags: tagged.map(({ name }) => name),
    resolved: row.liveTitle !== null && row.sourceLives === 1,
    words: row.words,
  };
}

function toSummary({ createdAt, updatedAt, ...row }: SummaryRow): OutlineSummary {
  return { ...row, createdAt: isoTime(createdAt), updatedAt: isoTime(updatedAt) };
}
