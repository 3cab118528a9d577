/** Highlights as they lie along the text of one source: the next one, how many where, which tags they have. */
import { COLOURS, type Highlight, isOpen, NO_FILTER, type Passage, type ReadingFilter } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { get } from './highlights.ts';
import { conditionOf } from './reading-filter.ts';
import { found } from './rows.ts';

/** Where a step begins; a caret is a passage without length and without an id. */
export interface StepPlace extends Passage {
  readonly id: string;
}

/**
 * The highlight next after a place, or last before it, that passes the filter, in the order of where they begin and
 * then end; null where there is none.
 * @throws LecternError `not-found` for the source
 */
export function neighbour(
  connection: Connection,
  sourceId: string,
  from: StepPlace,
  forward: boolean,
  filter: ReadingFilter = NO_FILTER,
): Highlight | null {
  lengthOf(connection, sourceId);
  const { sql, values } = conditionOf(filter);
  const order = forward ? '' : ' DESC';
  const row = connection.get<{ id: string }>(
    `SELECT h.id FROM highlights h
     WHERE h.source_id = ? AND h.trashed_at IS NULL AND (h.start, h."end", h.id) ${forward ? '>' : '<'} (?, ?, ?)${sql}
     ORDER BY h.start${order}, h."end"${order}, h.id${order} LIMIT 1`,
    sourceId,
    from.start,
    from.end,
    from.id,
    ...values,
  );
  return row ? get(connection, row.id) : null;
}

/** A stretch of a text with how many highlights begin in it, by colour in the order of `COLOURS`. */
export interface Bucket extends Passage {
  readonly all: readonly number[];
  /** Those that pass the filter. */
  readonly passing: readonly number[];
}

const COUNTS = `json_array(${COLOURS.map((colour) => `sum(h.colour = '${colour}')`).join(', ')})`;

/** One search of the index of places for each stretch: no row of a highlight is read, and nothing has to be sorted. */
const PER_STRETCH = `
  SELECT j.key AS at, (
    SELECT ${COUNTS} FROM highlights h WHERE h.source_id = ? AND h.trashed_at IS NULL
      AND h.start >= j.value ->> 0 AND h.start < j.value ->> 1`;

/**
 * How dense the highlights lie: the text is divided into stretches of equal length, and those in which any begins are
 * answered, in order.
 * @param stretches how many; fewer where the text has fewer code points
 * @throws LecternError `not-found` for the source
 */
export function density(
  connection: Connection,
  sourceId: string,
  stretches: number,
  filter: ReadingFilter = NO_FILTER,
): Bucket[] {
  const length = lengthOf(connection, sourceId);
  const count = Math.min(stretches, length);
  const border = (at: number) => Math.ceil((at * length) / count);
  const parts = Array.from({ length: count }, (_, at) => [border(at), border(at + 1)] as const);
  const countsOf = (asked: ReadingFilter): readonly (readonly number[])[] => {
    const { sql, values } = conditionOf(asked);
    return connection
      .all<{ counts: string }>(
        `${PER_STRETCH}${sql}) AS counts FROM json_each(?) j ORDER BY j.key`,
        sourceId,
        ...values,
        JSON.stringify(parts),
      )
      .map(({ counts }) => numbers(counts));
  };
  const all = countsOf(NO_FILTER);
  const passing = isOpen(filter) ? all : countsOf(filter);
  return parts.flatMap(([start, end], at) => {
    const here = all[at] ?? [];
    return here.some((each) => each > 0) ? [{ start, end, all: here, passing: passing[at] ?? [] }] : [];
  });
}

/** A list of counts as SQLite writes it: null for the sum of nothing. */
function numbers(json: string): readonly number[] {
  const list: readonly (number | null)[] = JSON.parse(json);
  return list.map((each) => each ?? 0);
}

/** What a stretch of a text is about. */
export interface Tally {
  readonly highlights: number;
  /** The tags most used there, most first. */
  readonly tags: readonly { readonly id: string; readonly name: string; readonly highlights: number }[];
}

/** Tags a tally names. */
const MOST_TAGS = 3;

/**
 * Counts the highlights that begin in a stretch and pass the filter, with their most frequent tags.
 * @throws LecternError `not-found` for the source
 */
export function tally(
  connection: Connection,
  sourceId: string,
  { start, end }: Passage,
  filter: ReadingFilter = NO_FILTER,
): Tally {
  lengthOf(connection, sourceId);
  const { sql, values } = conditionOf(filter);
  const here = `h.source_id = ? AND h.trashed_at IS NULL AND h.start >= ? AND h.start < ?${sql}`;
  const total = connection.get<{ count: number }>(
    `SELECT count(*) AS count FROM highlights h WHERE ${here}`,
    sourceId,
    start,
    end,
    ...values,
  );
  const tags = connection.all<{ id: string; name: string; highlights: number }>(
    `SELECT t.id, t.name, count(*) AS highlights
     FROM highlights h JOIN highlight_tags ht ON ht.highlight_id = h.id
     JOIN tags t ON t.id = ht.tag_id AND t.trashed_at IS NULL
     WHERE ${here} GROUP BY t.id ORDER BY highlights DESC, t.name, t.id LIMIT ?`,
    sourceId,
    start,
    end,
    ...values,
    MOST_TAGS,
  );
  return { highlights: total?.count ?? 0, tags };
}

/** The names under which highlights were made, in order; the notebook's own is the empty one. */
export function authors(connection: Connection): string[] {
  return connection
    .all<{ author: string }>('SELECT DISTINCT author FROM highlights WHERE trashed_at IS NULL ORDER BY author')
    .map(({ author }) => author);
}

/** Code points of a source's text. @throws LecternError `not-found` */
function lengthOf(connection: Connection, sourceId: string): number {
  const row = connection.get<{ length: number }>(
    'SELECT length FROM sources WHERE id = ? AND trashed_at IS NULL',
    sourceId,
  );
  return found(row, 'source', sourceId).length;
}
