import {
  codePointsIn,
  type EntitySuggestion,
  formatLocator,
  type LikelyName,
  likelyNames,
  nameFinder,
} from '../../model/index.ts';
import type { Connection } from '../../sqlite/connection.ts';
import { allNames } from './owned-names.ts';
import { type Place, wholeGround } from './places.ts';

/** How much text is shown before and after, in UTF-16 units. */
const CONTEXT = 80;

/** How far the reading of a text for likely names has come, in blocks; at its end, what it found. */
export interface SuggestionStep {
  readonly done: number;
  readonly total: number;
  readonly suggestions: readonly EntitySuggestion[] | null;
}

/**
 * Reads a source, or all of them, for what looks like a name and is none of an entity yet. A few milliseconds' work a
 * step; the last step has the suggestions, the most frequent first.
 */
export function* suggestEntities(connection: Connection, sourceId?: string): Generator<SuggestionStep> {
  const find = nameFinder(allNames(connection));
  const ground = wholeGround(connection, sourceId);
  const likely = likelyNames<Place>();
  let done = 0;
  for (const { places } of ground.stretches) {
    for (const place of places) likely.read(place.text, place, find(place.text));
    done += places.length;
    yield { done, total: ground.blocks, suggestions: null };
  }
  yield { done, total: ground.blocks, suggestions: likely.found().map(described) };
}

function described({ name, aliases, count, isPlace, sample }: LikelyName<Place>): EntitySuggestion {
  const { text, start, number, label, sourceId, sourceTitle } = sample.place;
  const points = codePointsIn(text);
  return {
    name,
    aliases,
    count,
    type: isPlace ? 'place' : 'person',
    sourceId,
    sourceTitle,
    start: start + points(sample.start),
    end: start + points(sample.end),
    quote: text.slice(sample.start, sample.end),
    // A cut may go through a pair of surrogates.
    before: text
      .slice(Math.max(0, sample.start - CONTEXT), sample.start)
      .toWellFormed()
      .replace(/^\uFFFD/, ''),
    after: text
      .slice(sample.end, sample.end + CONTEXT)
      .toWellFormed()
      .replace(/\uFFFD$/, ''),
    locator: formatLocator({ firstBlock: number, lastBlock: number, ...(label === null ? {} : { label }) }),
  };
}
