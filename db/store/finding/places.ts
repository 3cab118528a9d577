import type { OwnedName } from '../../model/index.ts';
import { blocksHolding } from '../../search/index.ts';
import type { Connection } from '../../sqlite/connection.ts';
import { formsOf } from './owned-names.ts';

/** A block to be looked through, with what is said of places in it. */
export interface Place {
  readonly sourceId: string;
  readonly sourceTitle: string;
  readonly number: number;
  /** Where the block begins in its source, in code points. */
  readonly start: number;
  readonly text: string;
  readonly label: string | null;
}

/** Blocks of one source in the order of the text, as many as are looked through in a few milliseconds. */
export interface Stretch {
  readonly sourceId: string;
  readonly places: readonly Place[];
}

/** All there is to look through, stretch by stretch; `blocks` says how much it is. */
export interface Ground {
  readonly blocks: number;
  readonly stretches: Iterable<Stretch>;
}

const STRETCH = 200;

const COLUMNS = `b.source_id AS sourceId, s.title AS sourceTitle, b.number, b.start, b.text, b.label`;

/** Blocks in which one of the names may stand: the index of words is asked, unless there are too many names. */
export function groundFor(connection: Connection, names: readonly OwnedName[], sourceId?: string): Ground {
  const ids = blocksHolding(connection, formsOf(names), sourceId);
  return ids === null ? wholeGround(connection, sourceId) : { blocks: ids.length, stretches: among(connection, ids) };
}

/** Every block of every source outside the trash, or of one source. */
export function wholeGround(connection: Connection, sourceId?: string): Ground {
  const sources = connection.all<{ id: string; blocks: number }>(
    `SELECT id, block_count AS blocks FROM sources
     WHERE trashed_at IS NULL AND id = coalesce(?, id) ORDER BY created_at, id`,
    sourceId ?? null,
  );
  return {
    blocks: sources.reduce((sum, { blocks }) => sum + blocks, 0),
    stretches: throughout(
      connection,
      sources.map(({ id }) => id),
    ),
  };
}

function* throughout(connection: Connection, sourceIds: readonly string[]): Generator<Stretch> {
  for (const sourceId of sourceIds) {
    for (let from = 0; ; ) {
      const places = connection.all<Place>(
        `SELECT ${COLUMNS} FROM blocks b JOIN sources s ON s.id = b.source_id
         WHERE b.source_id = ? AND b.number > ? ORDER BY b.number LIMIT ?`,
        sourceId,
        from,
        STRETCH,
      );
      const last = places.at(-1);
      if (last === undefined) break;
      yield { sourceId, places };
      from = last.number;
    }
  }
}

function* among(connection: Connection, ids: readonly number[]): Generator<Stretch> {
  for (let from = 0; from < ids.length; from += STRETCH) {
    const places = connection.all<Place>(
      `SELECT ${COLUMNS} FROM json_each(?) j CROSS JOIN blocks b ON b.id = j.value
       CROSS JOIN sources s ON s.id = b.source_id ORDER BY j.key`,
      JSON.stringify(ids.slice(from, from + STRETCH)),
    );
    for (const [sourceId, own] of Map.groupBy(places, (place) => place.sourceId)) yield { sourceId, places: own };
  }
}
