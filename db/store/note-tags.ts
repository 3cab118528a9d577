/** The tags of notes: the same tags passages carry. */
import type { Connection } from '../sqlite/connection.ts';
import * as tags from './tags.ts';

/** Which tags a note is to have; with both, both. */
export interface TagsSaid {
  /** Names; a tag that does not exist is made. */
  readonly tags?: readonly string[] | undefined;
  /** Exactly these tags, whatever others are called. */
  readonly tagIds?: readonly string[] | undefined;
}

/** The condition of notes `n` that carry a tag or one below it. */
export const WITH_TAG_OR_BELOW = `n.id IN (
  WITH RECURSIVE below (id) AS (
    SELECT ? UNION SELECT t.id FROM tags t JOIN below ON t.parent_id = below.id WHERE t.trashed_at IS NULL)
  SELECT nt.note_id FROM below JOIN note_tags nt ON nt.tag_id = below.id)`;

const TAGS_OF = `
  SELECT nt.note_id AS noteId, t.id, t.name
  FROM json_each(?) j JOIN note_tags nt ON nt.note_id = j.value JOIN tags t ON t.id = nt.tag_id
  WHERE t.trashed_at IS NULL`;

/** Adds their tags to notes, in the order of the tree; tags in the trash are left out. */
export function withTags<T extends { readonly id: string }>(connection: Connection, notes: readonly T[]) {
  const ids = JSON.stringify(notes.map(({ id }) => id));
  const rows = connection.all<{ noteId: string; id: string; name: string }>(TAGS_OF, ids);
  const place = rows.length === 0 ? new Map<string, number>() : tags.placeInTree(connection);
  const tagged = Map.groupBy(
    rows.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)),
    ({ noteId }) => noteId,
  );
  return notes.map((note) => {
    const of = tagged.get(note.id) ?? [];
    return { ...note, tags: of.map(({ name }) => name), tagIds: of.map(({ id }) => id) };
  });
}

/**
 * Replaces the tags of a note. Of a name that several tags have it keeps those it is tagged with; a tag in the trash stays with the
 * note, to be back when the tag is.
 * @throws LecternError `not-found` for a tag by id
 */
export function putTags(connection: Connection, id: string, said: TagsSaid): void {
  if (!said.tags && !said.tagIds) return;
  const [{ tagIds: before } = { tagIds: [] }] = withTags(connection, [{ id }]);
  const held = before.map((tagId) => tags.row(connection, tagId));
  for (const tagId of said.tagIds ?? []) tags.row(connection, tagId);
  const wanted = new Set([...(said.tagIds ?? []), ...tags.idsOfNames(connection, said.tags ?? [], held)]);
  for (const tagId of before) {
    if (!wanted.has(tagId)) connection.run('DELETE FROM note_tags WHERE note_id = ? AND tag_id = ?', id, tagId);
  }
  for (const tagId of wanted) {
    connection.run('INSERT OR IGNORE INTO note_tags (note_id, tag_id) VALUES (?, ?)', id, tagId);
  }
}

/** Gives one note the tags of another besides its own. */
export function addTagsOf(connection: Connection, fromId: string, toId: string): void {
  connection.run(
    'INSERT OR IGNORE INTO note_tags (note_id, tag_id) SELECT ?, tag_id FROM note_tags WHERE note_id = ?',
    toId,
    fromId,
  );
}

/** Turns notes from one tag to another, where two have become one. */
export function retagNotes(connection: Connection, fromId: string, toId: string): void {
  const notes = connection.all<{ id: string }>('SELECT note_id AS id FROM note_tags WHERE tag_id = ?', fromId);
  for (const { id } of notes) {
    connection.run('INSERT OR IGNORE INTO note_tags (note_id, tag_id) VALUES (?, ?)', id, toId);
    connection.changed({ noun: 'note', id, deed: 'updated' });
  }
  connection.run('DELETE FROM note_tags WHERE tag_id = ?', fromId);
}
