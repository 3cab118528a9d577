import type { ReadingFilter } from '../model/index.ts';
import type { Value } from '../sqlite/connection.ts';

/** Words for the end of a WHERE, beginning with AND, and what its question marks stand for. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** Says of `highlights h` that it has one of the tags of a JSON list, or one below. The join is a CROSS JOIN because that keeps its
 *  order: the few tags first, then the index of each. */
export const TAGGED = `h.id IN (
  WITH RECURSIVE below (id) AS (
    SELECT id FROM tags WHERE id IN (SELECT value FROM json_each(?)) AND trashed_at IS NULL
    UNION SELECT t.id FROM tags t JOIN below ON t.parent_id = below.id WHERE t.trashed_at IS NULL)
  SELECT ht.highlight_id FROM below CROSS JOIN highlight_tags ht ON ht.tag_id = below.id)`;

/** A mention that overlaps begins less than the longest mention's length before the highlight: that keeps it a search. */
const MENTIONING = `EXISTS (
  SELECT 1 FROM mentions m JOIN entities e ON e.id = m.entity_id AND e.trashed_at IS NULL
  WHERE m.entity_id IN (SELECT value FROM json_each(?)) AND m.source_id = h.source_id
    AND m.start < h."end" AND m."end" > h.start AND m.start > h.start - (SELECT max("end" - start) FROM mentions))`;

/** Says of `highlights h` what `passes` of the model says of a highlight. */
export function conditionOf({ tagIds, entityIds, colours, authors, commented }: ReadingFilter): Condition {
  const lists: readonly (readonly [sql: string, list: readonly string[]])[] = [
    ['h.colour IN (SELECT value FROM json_each(?))', colours],
    [TAGGED, tagIds],
    [MENTIONING, entityIds],
    ['h.author IN (SELECT value FROM json_each(?))', authors],
  ];
  const asked = lists.filter(([, list]) => list.length > 0);
  const parts = [...asked.map(([sql]) => sql), ...(commented ? [`h.comment <> ''`] : [])];
  return {
    sql: parts.map((part) => ` AND ${part}`).join(''),
    values: asked.map(([, list]) => JSON.stringify(list)),
  };
}
