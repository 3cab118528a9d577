import {
  countWords,
  LecternError,
  type Outline,
  type OutlineItem,
  type OutlineItemKind,
  type OutlineStatus,
} from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import * as entities from './entities.ts';
import * as highlights from './highlights.ts';
import * as notes from './notes.ts';
import * as outlines from './outlines.ts';
import { place } from './ranks.ts';
import { found } from './rows.ts';
import { makeRoom, type Sibling } from './siblings.ts';

export interface NewItem {
  readonly outlineId: string;
  /** Null or left out: at the top level. */
  readonly parentId?: string | null | undefined;
  /** Place among its siblings, from 0; last when left out. */
  readonly position?: number | undefined;
  readonly kind: OutlineItemKind;
  /** A highlight (quotation), note or entity, by kind. */
  readonly refId?: string | undefined;
  /** Of a heading or text. */
  readonly text?: string | undefined;
}

interface ItemRow {
  readonly outlineId: string;
  readonly kind: OutlineItemKind;
  readonly text: string;
}

/** What an item says when its reference is gone. */
interface Snapshot {
  readonly text: string;
  readonly sourceTitle: string;
  readonly locator: string;
}

/** @throws LecternError `not-found`, `bad-input` for a kind without what it refers to */
export function add(connection: Connection, item: NewItem): OutlineItem {
  const { outlineId, parentId = null, kind, refId } = item;
  outlines.title(connection, outlineId);
  if (parentId !== null) refuseForeign(get(connection, parentId), outlineId);
  const snapshot = snapshotOf(connection, item);
  const id = connection.newId();
  connection.run(
    `INSERT INTO outline_items
       (id, outline_id, parent_id, rank, kind, highlight_id, note_id, entity_id, text, source_title, locator, words)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    outlineId,
    parentId,
    rankAt(connection, outlineId, parentId, item.position),
    kind,
    kind === 'quotation' ? (refId ?? null) : null,
    kind === 'note' ? (refId ?? null) : null,
    kind === 'entity' ? (refId ?? null) : null,
    snapshot.text,
    snapshot.sourceTitle,
    snapshot.locator,
    countWords(snapshot.text),
  );
  outlines.touch(connection, outlineId);
  return outlines.item(connection, id);
}

/** What may be changed of an item; what is left out stays. */
export interface ItemChange {
  /** Of a heading or text. */
  readonly text?: string | undefined;
  readonly gist?: string | undefined;
  /** Of a heading, as is its target. */
  readonly status?: OutlineStatus | null | undefined;
  readonly target?: number | null | undefined;
}

/** @throws LecternError `not-found`, `not-allowed` for what an item of its kind does not have */
export function update(connection: Connection, id: string, change: ItemChange): OutlineItem {
  const { outlineId, kind } = get(connection, id);
  const { text, gist, status, target } = change;
  if (text !== undefined && kind !== 'heading' && kind !== 'text') {
    throw new LecternError('not-allowed', `The words of a ${kind} are changed where it comes from.`, { kind });
  }
  if ((status !== undefined || target !== undefined) && kind !== 'heading') {
    throw new LecternError('not-allowed', 'Only a heading has a status and a word target.', { kind });
  }
  if (text !== undefined) {
    connection.run('UPDATE outline_items SET text = ?, words = ? WHERE id = ?', text, countWords(text), id);
  }
  if (gist !== undefined) connection.run('UPDATE outline_items SET gist = ? WHERE id = ?', gist, id);
  if (status !== undefined) connection.run('UPDATE outline_items SET status = ? WHERE id = ?', status ?? '', id);
  if (target !== undefined) connection.run('UPDATE outline_items SET target = ? WHERE id = ?', target, id);
  outlines.touch(connection, outlineId);
  return outlines.item(connection, id);
}

/**
 * Takes items of one outline out with all below them.
 * @throws LecternError `not-found`, `not-allowed` for items of several outlines
 */
export function remove(connection: Connection, ids: readonly string[]): Outline {
  const outlineId = sharedOutline(connection, ids);
  // An item may stand below another one that is named too; from the leaves up: an item goes before its parent does.
  const gone = new Set(ids.flatMap((id) => subtree(connection, id)).reverse());
  for (const id of gone) connection.run('DELETE FROM outline_items WHERE id = ?', id);
  outlines.touch(connection, outlineId);
  return outlines.get(connection, outlineId);
}

/**
 * The outline in which all of these items stand.
 * @throws LecternError `not-found`, `not-allowed` where there are several
 */
export function sharedOutline(connection: Connection, ids: readonly string[]): string {
  const [first = '', ...others] = ids;
  const { outlineId } = get(connection, first);
  for (const id of others) refuseForeign(get(connection, id), outlineId);
  return outlineId;
}

/** @throws LecternError `not-found` */
export function get(connection: Connection, id: string): ItemRow {
  const row = connection.get<ItemRow>(
    `SELECT i.outline_id AS outlineId, i.kind, i.text FROM outline_items i JOIN outlines o ON o.id = i.outline_id
     WHERE i.id = ? AND o.trashed_at IS NULL`,
    id,
  );
  return found(row, 'outline item', id);
}

function snapshotOf(connection: Connection, { kind, refId, text = '' }: NewItem): Snapshot {
  if (kind === 'heading' || kind === 'text') return { text, sourceTitle: '', locator: '' };
  if (refId === undefined) {
    throw new LecternError('bad-input', `“refId”: an item of kind ${kind} refers to something.`, { field: 'refId' });
  }
  if (kind === 'note') return { text: notes.get(connection, refId).title, sourceTitle: '', locator: '' };
  if (kind === 'entity') return { text: entities.get(connection, refId).name, sourceTitle: '', locator: '' };
  const { quote, sourceTitle, locator } = highlights.get(connection, refId);
  return { text: quote, sourceTitle, locator };
}

/** What stands below an item, or at the top, in order. */
export function children(connection: Connection, outlineId: string, parentId: string | null): Sibling[] {
  return connection.all<Sibling>(
    'SELECT id, rank FROM outline_items WHERE outline_id = ? AND parent_id IS ? ORDER BY rank, id',
    outlineId,
    parentId,
  );
}

/** The rank for a newcomer. Its neighbours say which; all siblings are read only where there is no room between those. */
function rankAt(connection: Connection, outlineId: string, parentId: string | null, position = Infinity): number {
  const { count } = connection.get<{ count: number }>(
    'SELECT count(*) AS count FROM outline_items WHERE outline_id = ? AND parent_id IS ?',
    outlineId,
    parentId,
  ) ?? { count: 0 };
  const at = Math.min(position, count);
  const neighbours = connection.all<{ rank: number }>(
    'SELECT rank FROM outline_items WHERE outline_id = ? AND parent_id IS ? ORDER BY rank LIMIT ? OFFSET ?',
    outlineId,
    parentId,
    at === 0 ? 1 : 2,
    Math.max(0, at - 1),
  );
  const { ranks, siblings } = place(
    neighbours.map(({ rank }) => rank),
    at === 0 ? 0 : 1,
  );
  const [rank] = ranks;
  if (siblings === undefined && rank !== undefined) return rank;
  return makeRoom(connection, 'outline_items', children(connection, outlineId, parentId), at);
}

/** An item and all below it, parents first. */
function subtree(connection: Connection, id: string): string[] {
  return connection
    .all<{ id: string }>(
      `WITH RECURSIVE below (id, depth) AS (
         SELECT ?, 0 UNION ALL
         SELECT i.id, below.depth + 1 FROM outline_items i JOIN below ON i.parent_id = below.id)
       SELECT id FROM below ORDER BY depth`,
      id,
    )
    .map((row) => row.id);
}

function refuseForeign(item: ItemRow, outlineId: string): void {
  if (item.outlineId === outlineId) return;
  throw new LecternError('not-allowed', 'The items are not all in the same outline.', { outlineId });
}
