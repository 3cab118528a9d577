import { LecternError, type SourcePassage, sliceCodePoints } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { found } from './rows.ts';

/** How much text before and after a passage is kept with it, in code points, so that it can be found again by its words. */
const SURROUNDINGS = 32;

/** A passage held against the text it stands in. */
export interface PlacedPassage extends SourcePassage {
  /** The words of the passage exactly; a passage over several blocks has their line breaks in it. */
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly firstBlock: number;
  readonly lastBlock: number;
}

/** The part of a block that lies in a range. */
interface Part {
  readonly number: number;
  readonly start: number;
  readonly length: number;
  readonly text: string;
}

/**
 * SQLite cuts, so that a passage of a block with millions of characters does not bring them all here. What is compared with
 * `source_id` is spelled so that its value can be of no use to the planner, which would plan anew for every value.
 */
const PARTS = `
  SELECT number, start, length, substr(text, max(? - start, 0) + 1, ? - max(?, start)) AS text FROM blocks
  WHERE source_id = ? || '' AND start < ?
    AND start >= coalesce((SELECT max(start) FROM blocks WHERE source_id = ? || '' AND start <= ?), 0)
  ORDER BY start`;

/**
 * Looks a passage up in its source's text.
 * @throws LecternError `not-found` for a source that is not there or in the trash, `outside-the-text` where the text
 *   has no such passage
 */
export function placePassage(connection: Connection, passage: SourcePassage): PlacedPassage {
  const { sourceId } = passage;
  const { length } = found(
    connection.get<{ length: number }>('SELECT length FROM sources WHERE id = ? AND trashed_at IS NULL', sourceId),
    'source',
    sourceId,
  );
  return placeIn(connection, passage, length);
}

/**
 * The same for a source whose text is this long, wherever the source is.
 * @throws LecternError `outside-the-text`
 */
export function placeIn(connection: Connection, passage: SourcePassage, length: number): PlacedPassage {
  const { sourceId, start, end } = passage;
  if (start < 0 || start >= end || end > length) {
    throw new LecternError(
      'outside-the-text',
      `The passage ${start}–${end} is not in the text: a passage begins before it ends, between 0 and ${length}.`,
      { start, end, length },
    );
  }
  const from = Math.max(0, start - SURROUNDINGS);
  const to = Math.min(length, end + SURROUNDINGS);
  const parts = partsBetween(connection, sourceId, from, to);
  const text = joined(parts, to);
  return {
    sourceId,
    start,
    end,
    quote: sliceCodePoints(text, start - from, end - from),
    prefix: sliceCodePoints(text, 0, start - from),
    suffix: sliceCodePoints(text, end - from, to - from),
    firstBlock: numberAt(parts, start),
    lastBlock: numberAt(parts, end - 1),
  };
}

/** The text of a source between two offsets in code points that lie in it. */
export function textBetween(connection: Connection, sourceId: string, start: number, end: number): string {
  return joined(partsBetween(connection, sourceId, start, end), end);
}

function partsBetween(connection: Connection, sourceId: string, start: number, end: number): Part[] {
  return connection.all<Part>(PARTS, start, end, start, sourceId, end, sourceId, start);
}

/** The parts with the line break after each block, as far as it lies before the end. */
function joined(parts: readonly Part[], end: number): string {
  return parts.map((part) => (part.start + part.length < end ? `${part.text}\n` : part.text)).join('');
}

function numberAt(parts: readonly Part[], offset: number): number {
  return parts.findLast((part) => part.start <= offset)?.number ?? 1;
}
