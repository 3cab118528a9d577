/** What notes are about: any number of sources, highlights, tags, entities and other notes. */
import { LecternError, type Reference, type ReferenceKind } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { found } from './rows.ts';
import { whereabouts } from './whereabouts.ts';

/** Adds to notes what each is attached to, what is in the trash included. */
export function withAttachments<T extends { readonly id: string }>(connection: Connection, notes: readonly T[]) {
  const rows = connection.all<Reference & { noteId: string }>(
    `SELECT a.note_id AS noteId, a.kind, a.target_id AS id FROM json_each(?) j JOIN note_attachments a ON a.note_id = j.value
     ORDER BY a.kind, a.target_id`,
    JSON.stringify(notes.map(({ id }) => id)),
  );
  const attached = Map.groupBy(rows, ({ noteId }) => noteId);
  return notes.map((note) => ({
    ...note,
    attachedTo: (attached.get(note.id) ?? []).map(({ kind, id }): Reference => ({ kind, id })),
  }));
}

/**
 * Replaces what a note is attached to.
 * @throws LecternError `not-found` for what was not attached before and is not there, `bad-input` for the note itself
 */
export function putAttachments(connection: Connection, id: string, wanted: readonly Reference[]): void {
  const [{ attachedTo } = { attachedTo: [] }] = withAttachments(connection, [{ id }]);
  for (const old of attachedTo) {
    if (wanted.some((each) => isSame(each, old))) continue;
    connection.run(
      'DELETE FROM note_attachments WHERE note_id = ? AND kind = ? AND target_id = ?',
      id,
      old.kind,
      old.id,
    );
  }
  for (const target of wanted) {
    if (attachedTo.some((each) => isSame(each, target))) continue;
    if (target.kind === 'note' && target.id === id) {
      throw new LecternError('bad-input', 'A note cannot be attached to itself.', { field: 'attachedTo' });
    }
    found(whereabouts(connection, target.kind, target.id) === 'here' ? target : undefined, target.kind, target.id);
    attach(connection, id, target);
  }
}

/** Attaches one note to what another is attached to besides its own, but neither to the other. */
export function addAttachmentsOf(connection: Connection, fromId: string, toId: string): void {
  const [{ attachedTo } = { attachedTo: [] }] = withAttachments(connection, [{ id: fromId }]);
  for (const target of attachedTo) {
    if (target.kind !== 'note' || target.id !== toId) attach(connection, toId, target);
  }
  connection.run(
    "DELETE FROM note_attachments WHERE note_id = ? AND kind = 'note' AND target_id IN (?, ?)",
    toId,
    fromId,
    toId,
  );
}

/** Turns the notes that are attached to one thing to another, where two have become one. */
export function retargetAttachments(connection: Connection, kind: ReferenceKind, fromId: string, toId: string): void {
  const notes = connection.all<{ id: string }>(
    'SELECT note_id AS id FROM note_attachments WHERE kind = ? AND target_id = ?',
    kind,
    fromId,
  );
  connection.run('DELETE FROM note_attachments WHERE kind = ? AND target_id = ?', kind, fromId);
  for (const { id } of notes) {
    if (kind !== 'note' || id !== toId) attach(connection, id, { kind, id: toId });
    connection.changed({ noun: 'note', id, deed: 'updated' });
  }
}

function attach(connection: Connection, id: string, target: Reference): void {
  connection.run(
    'INSERT OR IGNORE INTO note_attachments (note_id, kind, target_id) VALUES (?, ?, ?)',
    id,
    target.kind,
    target.id,
  );
}

function isSame(one: Reference, other: Reference): boolean {
  return one.kind === other.kind && one.id === other.id;
}
