import type { Backlink, Reference } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { oneLine } from './rows.ts';

const BACKLINKS = `
  WITH about (kind, id) AS (VALUES (?, ?)),
    quoted (id) AS (
      SELECT id FROM about WHERE kind = 'highlight'
      UNION SELECT h.id FROM about JOIN highlights h ON about.kind = 'source' AND h.source_id = about.id)
  SELECT 'note' AS kind, n.id, n.title, substr(n.text, 1, 200) AS excerpt
  FROM notes n JOIN about
  WHERE n.trashed_at IS NULL AND (n.id IN (SELECT a.note_id FROM note_attachments a WHERE a.kind = about.kind AND a.target_id = about.id)
    OR n.id IN (SELECT r.note_id FROM note_references r WHERE r.kind = about.kind AND r.target_id = about.id)
    OR n.id IN (SELECT r.note_id FROM quoted JOIN note_references r ON r.kind = 'highlight' AND r.target_id = quoted.id))
  UNION ALL
  SELECT 'outline', o.id, o.title, substr(coalesce(min(nullif(i.text, '')), ''), 1, 200)
  FROM outlines o JOIN outline_items i ON i.outline_id = o.id JOIN about
  WHERE o.trashed_at IS NULL AND (i.highlight_id IN (SELECT id FROM quoted)
    OR (about.kind = 'note' AND i.note_id = about.id) OR (about.kind = 'entity' AND i.entity_id = about.id))
  GROUP BY o.id
  ORDER BY 1, 3, 2`;

/**
 * Notes and outlines that speak of a thing. A note attached to it speaks of it; a source is spoken of wherever one of
 * its highlights is quoted.
 */
export function backlinks(connection: Connection, { kind, id }: Reference): Backlink[] {
  return connection
    .all<Backlink>(BACKLINKS, kind, id)
    .map((backlink) => ({ ...backlink, excerpt: oneLine(backlink.excerpt) }));
}
