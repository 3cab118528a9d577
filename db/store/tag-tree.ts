/** What changes the shape of the tag tree: moving, merging, removing. */
import { LecternError, type Tag } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { retagNotes } from './note-tags.ts';
import { retargetReferences } from './references.ts';
import { makeRoom } from './siblings.ts';
import * as tags from './tags.ts';

/**
 * Puts a tag, with all below it, under another parent or to another place.
 * @param position among the tags then beside it, from 0; last when left out
 * @throws LecternError `not-found`, `name-taken`, `would-make-a-cycle`
 */
export function move(connection: Connection, id: string, parentId: string | null, position?: number): Tag {
  const { name } = tags.row(connection, id);
  if (parentId !== null) tags.row(connection, parentId);
  if (parentId !== null && isAtOrBelow(connection, parentId, id)) {
    throw new LecternError('would-make-a-cycle', `“${name}” cannot be put below itself.`, { name });
  }
  tags.refuseTakenName(connection, name, parentId, id);
  put(connection, id, parentId, position);
  connection.changed({ noun: 'tag', id, deed: 'updated' });
  return tags.get(connection, id);
}

/**
 * Makes one tag of two: all that is tagged `id` becomes tagged `intoId`, what is below the first comes below the
 * second (tags of the same name are merged in turn), its memo is added, and the first goes to the trash.
 * @throws LecternError `not-found`, `not-allowed` for a tag and itself
 */
export function merge(connection: Connection, id: string, intoId: string): Tag {
  const { name, parentId } = tags.row(connection, id);
  tags.row(connection, intoId);
  if (id === intoId) throw new LecternError('not-allowed', `“${name}” cannot be merged with itself.`, { name });
  trash(connection, id);
  if (isAtOrBelow(connection, intoId, id)) {
    // The second stands below the first: it takes the first one's place before that goes.
    tags.refuseTakenName(connection, tags.row(connection, intoId).name, parentId, intoId);
    put(connection, intoId, parentId, undefined);
  }
  absorb(connection, id, intoId);
  connection.changed({ noun: 'tag', id: intoId, deed: 'updated' });
  return tags.get(connection, intoId);
}

/**
 * Puts a tag into the trash. Its highlights and notes keep it there, so that restoring it brings everything back; the tags
 * below it move up to its place.
 * @throws LecternError `not-found`, `name-taken` where a tag that would move up meets one of its name
 */
export function remove(connection: Connection, id: string): void {
  const { parentId } = tags.row(connection, id);
  trash(connection, id);
  for (const child of tags.children(connection, id)) {
    tags.refuseTakenName(connection, child.name, parentId, child.id);
    put(connection, child.id, parentId, undefined);
    connection.changed({ noun: 'tag', id: child.id, deed: 'updated' });
  }
}

/** Takes a tag out of the trash, to the top level where its parent is gone. */
export function restore(connection: Connection, id: string): Tag {
  const row = connection.get<{ name: string; parentId: string | null }>(
    `SELECT t.name, p.id AS parentId FROM tags t LEFT JOIN tags p ON p.id = t.parent_id AND p.trashed_at IS NULL
     WHERE t.id = ? AND t.trashed_at IS NOT NULL`,
    id,
  );
  if (row === undefined) throw new LecternError('not-found', `There is no tag “${id}” in the trash.`, { id });
  tags.refuseTakenName(connection, row.name, row.parentId, id);
  connection.run('UPDATE tags SET trashed_at = NULL, parent_id = ? WHERE id = ?', row.parentId, id);
  connection.changed({ noun: 'tag', id, deed: 'created' });
  return tags.get(connection, id);
}

function absorb(connection: Connection, id: string, intoId: string): void {
  connection.run(
    'INSERT OR IGNORE INTO highlight_tags (highlight_id, tag_id) SELECT highlight_id, ? FROM highlight_tags WHERE tag_id = ?',
    intoId,
    id,
  );
  connection.run('DELETE FROM highlight_tags WHERE tag_id = ?', id);
  retagNotes(connection, id, intoId);
  connection.run(
    `UPDATE tags SET updated_at = ?, memo = CASE
       WHEN (SELECT memo FROM tags WHERE id = ?) IN ('', memo) THEN memo
       ELSE trim(memo || char(10, 10) || (SELECT memo FROM tags WHERE id = ?), char(10)) END
     WHERE id = ?`,
    connection.now(),
    id,
    id,
    intoId,
  );
  retargetReferences(connection, 'tag', id, intoId);
  const there = new Map(tags.children(connection, intoId).map((tag) => [tag.name, tag.id]));
  for (const child of tags.children(connection, id)) {
    const namesake = there.get(child.name);
    if (namesake === undefined) {
      put(connection, child.id, intoId, undefined);
      connection.changed({ noun: 'tag', id: child.id, deed: 'updated' });
    } else {
      trash(connection, child.id);
      absorb(connection, child.id, namesake);
      connection.changed({ noun: 'tag', id: namesake, deed: 'updated' });
    }
  }
}

function put(connection: Connection, id: string, parentId: string | null, position: number | undefined): void {
  const siblings = tags.children(connection, parentId).filter((tag) => tag.id !== id);
  const rank = makeRoom(connection, 'tags', siblings, position);
  connection.run(
    'UPDATE tags SET parent_id = ?, rank = ?, updated_at = ? WHERE id = ?',
    parentId,
    rank,
    connection.now(),
    id,
  );
}

function trash(connection: Connection, id: string): void {
  connection.run('UPDATE tags SET trashed_at = ? WHERE id = ?', connection.now(), id);
  connection.changed({ noun: 'tag', id, deed: 'removed' });
}

function isAtOrBelow(connection: Connection, id: string, root: string): boolean {
  if (id === root) return true;
  const above = connection.get<{ found: number }>(
    `WITH RECURSIVE above (id) AS (
       SELECT parent_id FROM tags WHERE id = ? UNION SELECT t.parent_id FROM tags t JOIN above ON t.id = above.id)
     SELECT 1 AS found FROM above WHERE id = ?`,
    id,
    root,
  );
  return above !== undefined;
}
