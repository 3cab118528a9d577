import type { DocumentJson, ReferenceKind } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { retargetAttachments } from './note-attachments.ts';
import * as revisions from './note-revisions.ts';

/**
 * Turns what points at one thing to another, where two have become one: references of notes, the notes attached to
 * it, and the entities and quotations named inside the notes' documents. A note whose document changes gets a new revision, so that an
 * editor holding the old one cannot write the old reference back.
 */
export function retargetReferences(connection: Connection, kind: ReferenceKind, fromId: string, toId: string): void {
  const now = connection.now();
  const notes = connection.all<{ id: string; document: string }>(
    `SELECT n.id, n.document FROM note_references r JOIN notes n ON n.id = r.note_id
     WHERE r.kind = ? AND r.target_id = ?`,
    kind,
    fromId,
  );
  for (const { id, document } of notes) {
    revisions.keep(connection, id, 'merge');
    const json: DocumentJson = JSON.parse(document);
    connection.run(
      'UPDATE notes SET document = ?, revision = revision + 1, updated_at = ? WHERE id = ?',
      JSON.stringify(retarget(json, kind, fromId, toId)),
      now,
      id,
    );
    connection.changed({ noun: 'note', id, deed: 'updated' });
  }
  connection.run(
    'INSERT OR IGNORE INTO note_references (note_id, kind, target_id) SELECT note_id, kind, ? FROM note_references WHERE kind = ? AND target_id = ?',
    toId,
    kind,
    fromId,
  );
  connection.run('DELETE FROM note_references WHERE kind = ? AND target_id = ?', kind, fromId);
  retargetAttachments(connection, kind, fromId, toId);
}

/** Where a node of a document says what it is of. */
const NAMED_BY: Readonly<Record<string, { readonly kind: ReferenceKind; readonly attribute: string }>> = {
  entity_mention: { kind: 'entity', attribute: 'entityId' },
  note_link: { kind: 'note', attribute: 'noteId' },
  quotation: { kind: 'highlight', attribute: 'highlightId' },
};

function retarget(node: DocumentJson, kind: ReferenceKind, fromId: string, toId: string): DocumentJson {
  const content = node.content?.map((child) => retarget(child, kind, fromId, toId));
  const inside = content ? { ...node, content } : node;
  const named = NAMED_BY[node.type];
  if (named?.kind !== kind || node.attrs?.[named.attribute] !== fromId) return inside;
  return { ...inside, attrs: { ...node.attrs, [named.attribute]: toId } };
}
