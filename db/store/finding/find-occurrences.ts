import {
  codePointsIn,
  findIn,
  fold,
  foldWithOrigins,
  formatLocator,
  type Occurrence,
  type Wanted,
} from '../../model/index.ts';
import type { Connection } from '../../sqlite/connection.ts';
import * as sources from '../sources.ts';
import { type Place, wholeGround } from './places.ts';

/** How much text is shown before and after an occurrence, in UTF-16 units. */
const CONTEXT = 80;

export interface Sought extends Wanted {
  /** In this source alone. */
  readonly sourceId?: string | undefined;
}

/**
 * Where words stand in the sources, in the order of the sources and of their text, found as the window finds them in a
 * text: never across paragraphs, none inside another. A few milliseconds' work a step, so that others get their turn
 * between two.
 * @throws LecternError `not-found` for the source
 */
export function* findOccurrences(connection: Connection, sought: Sought): Generator<readonly Occurrence[]> {
  if (sought.sourceId !== undefined) sources.get(connection, sought.sourceId);
  const mayHold = sieveFor(sought);
  for (const { places } of wholeGround(connection, sought.sourceId).stretches) {
    yield places
      .filter(({ text }) => mayHold(text))
      .flatMap((place) => occurrencesIn(place, sought))
      .map((occurrence) => ({ ...occurrence, marked: isMarked(connection, occurrence) }));
  }
}

/** Most blocks hold nothing of the kind, and are not worth a table of origins. */
function sieveFor({ words, exact }: Wanted): (text: string) => boolean {
  const needle = fold(words);
  return exact ? (text) => text.includes(words) : (text) => fold(text).includes(needle);
}

function occurrencesIn(place: Place, wanted: Wanted): Omit<Occurrence, 'marked'>[] {
  const { text } = place;
  const searched = { text, folded: foldWithOrigins(text) };
  const points = codePointsIn(text);
  const found: Omit<Occurrence, 'marked'>[] = [];
  for (let at: number | null = 0; at !== null; ) {
    at = findIn(searched, wanted, at, (from, to) => {
      const start = place.start + points(from);
      found.push({ ...surroundings(place, from, to), start, end: place.start + points(to) });
    });
  }
  return found;
}

function surroundings({ sourceId, sourceTitle, number, text, label }: Place, from: number, to: number) {
  return {
    sourceId,
    sourceTitle,
    quote: text.slice(from, to),
    // A cut may go through a pair of surrogates.
    before: text
      .slice(Math.max(0, from - CONTEXT), from)
      .toWellFormed()
      .replace(/^\uFFFD/, ''),
    after: text
      .slice(to, to + CONTEXT)
      .toWellFormed()
      .replace(/\uFFFD$/, ''),
    locator: formatLocator({ firstBlock: number, lastBlock: number, ...(label === null ? {} : { label }) }),
  };
}

/** Whether a highlight has exactly these words. */
function isMarked(connection: Connection, { sourceId, start, end }: Omit<Occurrence, 'marked'>): boolean {
  const there = connection.get(
    'SELECT 1 FROM highlights WHERE source_id = ? AND start = ? AND "end" = ? AND trashed_at IS NULL',
    sourceId,
    start,
    end,
  );
  return there !== undefined;
}
