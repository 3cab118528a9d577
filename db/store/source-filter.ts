import type { SourceFilter } from '../model/index.ts';
import type { Value } from '../sqlite/connection.ts';
import type { Condition } from './reading-filter.ts';

const COLLECTED = `s.id IN (
  WITH RECURSIVE below (id) AS (
    SELECT id FROM collections WHERE id = ?
    UNION SELECT c.id FROM collections c JOIN below ON c.parent_id = below.id)
  SELECT cs.source_id FROM below CROSS JOIN collection_sources cs ON cs.collection_id = below.id)`;

const UNCOLLECTED = 'NOT EXISTS (SELECT 1 FROM collection_sources WHERE source_id = s.id)';

const TAGGED = `s.id IN (
  WITH RECURSIVE below (id) AS (
    SELECT id FROM tags WHERE id IN (SELECT value FROM json_each(?)) AND trashed_at IS NULL
    UNION SELECT t.id FROM tags t JOIN below ON t.parent_id = below.id WHERE t.trashed_at IS NULL)
  SELECT h.source_id FROM below CROSS JOIN highlight_tags ht ON ht.tag_id = below.id
    JOIN highlights h ON h.id = ht.highlight_id AND h.trashed_at IS NULL)`;

const ONE_OF = 'IN (SELECT value FROM json_each(?))';

/** Says of `sources s` what a filter asks, as words for the end of a WHERE. */
export function conditionOfSources(filter: SourceFilter): Condition {
  const { collectionId, statuses, tagIds, languages, mediaTypes } = filter;
  const parts: string[] = [];
  const values: Value[] = [];
  if (collectionId === null) parts.push(UNCOLLECTED);
  else if (collectionId !== undefined) {
    parts.push(COLLECTED);
    values.push(collectionId);
  }
  const lists = [
    [`s.status ${ONE_OF}`, statuses],
    [TAGGED, tagIds],
    [`s.language ${ONE_OF}`, languages],
    [`s.media_type ${ONE_OF}`, mediaTypes],
  ] as const;
  for (const [sql, list] of lists) {
    if (list === undefined || list.length === 0) continue;
    parts.push(sql);
    values.push(JSON.stringify(list));
  }
  return { sql: parts.map((part) => ` AND ${part}`).join(''), values };
}
