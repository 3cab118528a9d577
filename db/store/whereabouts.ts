import type { ReferenceKind } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';

/** Whether what a reference points at can be shown, and if not, why. */
export type Whereabouts = 'here' | 'missing' | 'in-trash' | 'source-missing';

const STATE: Readonly<Record<ReferenceKind, string>> = {
  source: 'SELECT trashed_at IS NOT NULL AS trashed, 0 AS hidden FROM sources WHERE id = ?',
  highlight: `SELECT h.trashed_at IS NOT NULL AS trashed, s.trashed_at IS NOT NULL AS hidden
    FROM highlights h JOIN sources s ON s.id = h.source_id WHERE h.id = ?`,
  tag: 'SELECT trashed_at IS NOT NULL AS trashed, 0 AS hidden FROM tags WHERE id = ?',
  entity: 'SELECT trashed_at IS NOT NULL AS trashed, 0 AS hidden FROM entities WHERE id = ?',
  note: 'SELECT trashed_at IS NOT NULL AS trashed, 0 AS hidden FROM notes WHERE id = ?',
};

/** Says what has become of a thing; a highlight in a source that is in the trash is `source-missing`. */
export function whereabouts(connection: Connection, kind: ReferenceKind, id: string): Whereabouts {
  const state = connection.get<{ trashed: number; hidden: number }>(STATE[kind], id);
  if (state === undefined) return 'missing';
  if (state.trashed === 1) return 'in-trash';
  return state.hidden === 1 ? 'source-missing' : 'here';
}
