import type { Connection } from '../sqlite/connection.ts';

/** How often a tag was used in a source. */
export interface TagInSource {
  readonly tagId: string;
  readonly sourceId: string;
  readonly highlights: number;
}

/** Live highlights of each tag itself in each source; pairs without any are left out. */
export function tagsBySource(connection: Connection): TagInSource[] {
  return connection.all<TagInSource>(
    `SELECT ht.tag_id AS tagId, h.source_id AS sourceId, count(*) AS highlights
     FROM highlight_tags ht
     JOIN tags t ON t.id = ht.tag_id AND t.trashed_at IS NULL
     JOIN highlights h ON h.id = ht.highlight_id AND h.trashed_at IS NULL
     JOIN sources s ON s.id = h.source_id AND s.trashed_at IS NULL
     GROUP BY 1, 2`,
  );
}
