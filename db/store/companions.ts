import type { Connection } from '../sqlite/connection.ts';

/** An entity that stands together with another. */
export interface Companion {
  readonly entityId: string;
  readonly name: string;
  readonly type: string;
  /** Blocks that mention both. */
  readonly blocks: number;
}

/** The entities mentioned in the same blocks as this one, most blocks first. `limit` -1 gives all. */
export function companions(connection: Connection, entityId: string, limit: number): Companion[] {
  return connection.all<Companion>(
    `WITH mine AS MATERIALIZED (
       SELECT DISTINCT m.source_id, m.first_block FROM mentions m
       JOIN sources s ON s.id = m.source_id AND s.trashed_at IS NULL WHERE m.entity_id = ?)
     SELECT e.id AS entityId, e.name, e.type, count(*) AS blocks
     FROM (
       SELECT DISTINCT other.entity_id, other.source_id, other.first_block
       FROM mine CROSS JOIN mentions other INDEXED BY mentions_by_block
         ON other.source_id = mine.source_id AND other.first_block = mine.first_block
       WHERE other.entity_id <> ?) pair
     JOIN entities e ON e.id = pair.entity_id AND e.trashed_at IS NULL
     GROUP BY e.id ORDER BY blocks DESC, e.name LIMIT ?`,
    entityId,
    entityId,
    limit,
  );
}
