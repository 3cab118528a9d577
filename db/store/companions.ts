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
    `SELECT e.id AS entityId, e.name, e.type, count(DISTINCT other.source_id || ' ' || other.first_block) AS blocks
     FROM mentions mine
     JOIN mentions other ON other.source_id = mine.source_id AND other.entity_id <> mine.entity_id
       AND other.first_block = mine.first_block
     JOIN sources s ON s.id = mine.source_id AND s.trashed_at IS NULL
     JOIN entities e ON e.id = other.entity_id AND e.trashed_at IS NULL
     WHERE mine.entity_id = ? GROUP BY e.id ORDER BY blocks DESC, e.name LIMIT ?`,
    entityId,
    limit,
  );
}
