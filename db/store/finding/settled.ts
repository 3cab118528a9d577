import type { Passage } from '../../model/index.ts';
import type { Connection } from '../../sqlite/connection.ts';

interface Row extends Passage {
  readonly entityId: string;
}

/** What has been decided about the passages of one source. */
export interface Settled {
  /** Whether somebody said that exactly this passage does not speak of the entity. */
  isRejected(passage: Passage, entityId: string): boolean;
  /** Whether a link to the entity touches the passage. Asked in text order it costs next to nothing. */
  isLinked(passage: Passage, entityId: string): boolean;
  /** Whether exactly this passage is linked to the entity. */
  isLinkedAsItIs(passage: Passage, entityId: string): boolean;
}

const COLUMNS = 'SELECT entity_id AS entityId, start, "end" AS "end" FROM';
const AMONG = 'entity_id IN (SELECT value FROM json_each(?))';

/** What is decided in a source about these entities, or about all of them. */
export function settledIn(connection: Connection, sourceId: string, entityIds: readonly string[] | null): Settled {
  const rows = (table: 'mentions' | 'rejected_mentions') =>
    entityIds === null
      ? connection.all<Row>(`${COLUMNS} ${table} WHERE source_id = ? ORDER BY start`, sourceId)
      : connection.all<Row>(
          `${COLUMNS} ${table} WHERE source_id = ? AND ${AMONG} ORDER BY start`,
          sourceId,
          JSON.stringify(entityIds),
        );
  const rejected = new Set(rows('rejected_mentions').map(keyOf));
  const links = rows('mentions');
  const exact = new Set(links.map(keyOf));
  const byEntity = Map.groupBy(links, ({ entityId }) => entityId);
  // Passages come in text order, so a link that ended before one is of no account for those after it.
  const past = new Map<string, number>();
  return {
    isRejected: (passage, entityId) => rejected.has(keyOf({ ...passage, entityId })),
    isLinkedAsItIs: (passage, entityId) => exact.has(keyOf({ ...passage, entityId })),
    isLinked({ start, end }, entityId) {
      const own = byEntity.get(entityId) ?? [];
      let first = past.get(entityId) ?? 0;
      if ((own[first - 1]?.end ?? 0) > start) first = 0;
      while ((own[first]?.end ?? Number.POSITIVE_INFINITY) <= start) first++;
      past.set(entityId, first);
      for (let at = first; at < own.length; at++) {
        const link = own[at];
        if (link === undefined || link.start >= end) return false;
        if (start < link.end) return true;
      }
      return false;
    },
  };
}

function keyOf({ start, end, entityId }: Row): string {
  return `${start} ${end} ${entityId}`;
}
