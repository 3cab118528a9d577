import type { Defect } from '../model/index.ts';
import type { Core } from '../sqlite/connection.ts';

/**
 * What notes point at and is nowhere, neither in the trash nor among what was deleted for good. The notes keep their snapshots, so nothing is lost and
 * there is nothing to mend; but somebody may want to know.
 */
export function findUnresolvedReferences(core: Core): Defect[] {
  return core
    .all<{ note: string; title: string; kind: string }>(
      `SELECT r.note_id AS note, n.title, r.kind FROM note_references r JOIN notes n ON n.id = r.note_id
       WHERE NOT EXISTS (SELECT 1 FROM tombstones t WHERE t.noun = r.kind AND t.id = r.target_id) AND NOT CASE r.kind
         WHEN 'source' THEN EXISTS (SELECT 1 FROM sources WHERE id = r.target_id)
         WHEN 'highlight' THEN EXISTS (SELECT 1 FROM highlights WHERE id = r.target_id)
         WHEN 'tag' THEN EXISTS (SELECT 1 FROM tags WHERE id = r.target_id)
         WHEN 'entity' THEN EXISTS (SELECT 1 FROM entities WHERE id = r.target_id)
         WHEN 'note' THEN EXISTS (SELECT 1 FROM notes WHERE id = r.target_id)
       END`,
    )
    .map(({ note, title, kind }) => ({
      code: 'reference-unresolved',
      table: 'note_references',
      id: note,
      message: `The note “${title}” refers to a ${kind} that is not in the notebook.`,
      repairable: false,
    }));
}
