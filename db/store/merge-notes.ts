import { type DocumentJson, LecternError } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { addAttachmentsOf } from './note-attachments.ts';
import * as revisions from './note-revisions.ts';
import { addTagsOf } from './note-tags.ts';
import * as notes from './notes.ts';
import { retargetReferences } from './references.ts';

/**
 * Makes a note a part of another: its text comes at the end of the other, under its title, what pointed at it or was attached to it
 * turns to the other, its tags are the other's too, and it goes to the trash with its text. Links between the two become their words.
 * @throws LecternError `not-found`, and `bad-input` for a note and itself
 */
export function mergeNotes(connection: Connection, id: string, intoId: string): notes.StoredNote {
  if (id === intoId) {
    throw new LecternError('bad-input', 'A note cannot be merged with itself.', { field: 'intoId' });
  }
  const note = notes.get(connection, id);
  const into = notes.get(connection, intoId);
  const title: DocumentJson = { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: note.title }] };
  const joined = [
    ...withoutEmptyEnd(into.document.content ?? []),
    ...(note.title === '' ? [] : [title]),
    ...(note.document.content ?? []),
  ];
  revisions.keep(connection, intoId, 'merge');
  const content = joined.map((node) => unlinked(node, [id, intoId]));
  notes.update(connection, intoId, { document: { type: 'doc', content } });
  retargetReferences(connection, 'note', id, intoId);
  addAttachmentsOf(connection, id, intoId);
  addTagsOf(connection, id, intoId);
  turnItems(connection, id, intoId);
  notes.remove(connection, id);
  return notes.get(connection, intoId);
}

function withoutEmptyEnd(content: readonly DocumentJson[]): readonly DocumentJson[] {
  const last = content.at(-1);
  return last?.type === 'paragraph' && (last.content ?? []).length === 0 ? content.slice(0, -1) : content;
}

/** Links to the notes that are one now, as the words they were shown with. */
function unlinked(node: DocumentJson, ids: readonly string[]): DocumentJson {
  if (node.type === 'note_link' && ids.includes(String(node.attrs?.['noteId']))) {
    const text = `[[${String(node.attrs?.['title'] ?? '')}]]`;
    return { type: 'text', text, ...(node.marks ? { marks: node.marks } : {}) };
  }
  return node.content ? { ...node, content: node.content.map((child) => unlinked(child, ids)) } : node;
}

/** Items of outlines that show the other note show this one. */
function turnItems(connection: Connection, fromId: string, toId: string): void {
  const outlines = connection.all<{ id: string }>(
    'SELECT DISTINCT outline_id AS id FROM outline_items WHERE note_id = ?',
    fromId,
  );
  connection.run('UPDATE outline_items SET note_id = ? WHERE note_id = ?', toId, fromId);
  for (const { id } of outlines) connection.changed({ noun: 'outline', id, deed: 'updated' });
}
