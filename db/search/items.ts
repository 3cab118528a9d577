import { HIT_KINDS, type HitKind } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';

/** Things of one kind that were found. */
export interface FoundItems {
  readonly kind: HitKind;
  /** How many there are, also beyond the limit. */
  readonly total: number;
  /** Ids, the best first. */
  readonly items: readonly string[];
}

/** A name weighs as much as ten words of text. */
const NAME_WEIGHT = 10;

/**
 * Items of the index, each kind on its own. An item of an outline counts for its outline. What is in the trash has
 * left the index; what only stands in something trashed is left out here.
 */
const FIND = `
  WITH matches AS MATERIALIZED (
    SELECT k.noun, k.item_id AS id, bm25(item_index, ${NAME_WEIGHT}, 1) AS score
    FROM item_index CROSS JOIN item_index_keys k ON k.id = item_index.rowid
    WHERE item_index MATCH ?
  ), things AS (
    SELECT noun AS kind, id, score FROM matches WHERE noun NOT IN ('highlight', 'outline-item')
    UNION ALL
    SELECT 'highlight', m.id, m.score FROM matches m
      JOIN highlights h ON h.id = m.id JOIN sources s ON s.id = h.source_id
      WHERE m.noun = 'highlight' AND s.trashed_at IS NULL
    UNION ALL
    SELECT 'outline', o.id, m.score FROM matches m
      JOIN outline_items i ON i.id = m.id JOIN outlines o ON o.id = i.outline_id
      WHERE m.noun = 'outline-item' AND o.trashed_at IS NULL
  ), best AS (
    SELECT kind, id, min(score) AS score FROM things GROUP BY kind, id
  )
  SELECT kind, id, total FROM (
    SELECT kind, id, score, count(*) OVER (PARTITION BY kind) AS total,
      row_number() OVER (PARTITION BY kind ORDER BY score, id) AS place
    FROM best
  ) WHERE place <= ? ORDER BY kind, place`;

export function findItems(connection: Connection, match: string, limit: number): FoundItems[] {
  connection.catchUp();
  const rows = connection.all<{ kind: string; id: string; total: number }>(FIND, match, limit);
  return HIT_KINDS.flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    const first = own[0];
    return first ? [{ kind, total: first.total, items: own.map(({ id }) => id) }] : [];
  });
}
