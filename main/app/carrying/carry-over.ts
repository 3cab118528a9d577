import { codePointLength, hasAstral } from '../../../db/model/index.ts';
import { align, type Common } from './alignment.ts';

/** A passage of the older text, in code points. */
export interface Anchor {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Where a passage stands in the newer text, word for word, in code points. */
export interface Carried extends Anchor {
  /** Whether it was found by its words and what stands around it, because its place was not kept. */
  readonly moved: boolean;
}

/** A passage whose words the newer text does not have, or not in a place that is certain. */
export interface Left {
  readonly id: string;
  readonly proposal: Proposal | null;
}

/** Where a passage that was rewritten may stand now. */
export interface Proposal {
  readonly start: number;
  readonly end: number;
  /** The share of the words that were kept, from 0 to 1. */
  readonly score: number;
}

/** How much text on either side is compared where a passage is found by its words, in UTF-16 units. */
const AROUND = 64;
/** So many of these must agree, unless the passage itself is as long as … */
const LEAST_AROUND = 16;
/** … this, or as this and in neither text twice. */
const TELLING = 24;
const TELLING_IF_SINGLE = 8;
/** Places looked at for one passage; words that stand in more places say nothing. */
const MOST_PLACES = 500;
/** A passage of which less was kept is not recognised, nor one that grew to more than so many times its length. */
const LEAST_KEPT = 0.5;
const MOST_GROWTH = 3;

/** What became of some passages. */
export interface CarriedOver {
  readonly carried: readonly Carried[];
  readonly left: readonly Left[];
}

/**
 * Compares a text with a newer version of it and answers what finds passages of the one in the other. A passage is carried over only to the very same words: where the comparison
 * of the two texts says they stand, or else to the place that has most of its surroundings. What was rewritten is left, with a
 * proposal where half of it or more was kept.
 */
export function carrier(older: string, newer: string): (anchors: readonly Anchor[]) => CarriedOver {
  const common = align(older, newer);
  const { units } = counting(older);
  const { codePoints } = counting(newer);
  const carriedPlace = ({ from, to }: Place): { place: Place; moved: boolean } | null => {
    const aligned = alignedPlace(common, from, to);
    if (aligned && newer.slice(aligned.from, aligned.to) === older.slice(from, to))
      return { place: aligned, moved: false };
    const place = placeByWords(older, newer, from, to, expected(common, from));
    return place && { place, moved: true };
  };
  return (anchors) => {
    const carried: Carried[] = [];
    const left: Left[] = [];
    for (const { id, start, end } of anchors) {
      const old = { from: units(start), to: units(end) };
      const found = carriedPlace(old);
      if (found) {
        const { place, moved } = found;
        carried.push({ id, start: codePoints(place.from), end: codePoints(place.to), moved });
        continue;
      }
      const now = rewrittenPlace(common, newer, old);
      left.push({ id, proposal: now && { start: codePoints(now.from), end: codePoints(now.to), score: now.score } });
    }
    return { carried, left };
  };
}

/** A place in UTF-16 units. */
interface Place {
  readonly from: number;
  readonly to: number;
}

/** Where the comparison says a passage stands, its first and its last unit having been kept. */
function alignedPlace(common: readonly Common[], from: number, to: number): Place | null {
  const first = stretchAt(common, from);
  const last = stretchAt(common, to - 1);
  if (!first || !last) return null;
  return { from: first.newer + from - first.older, to: last.newer + to - last.older };
}

/** The place of the same words that has most of their surroundings, the nearest of several; null where none is certain. */
function placeByWords(older: string, newer: string, from: number, to: number, near: number): Place | null {
  const quote = older.slice(from, to);
  let best: { at: number; around: number } | null = null;
  let places = 0;
  for (let at = newer.indexOf(quote); at !== -1; at = newer.indexOf(quote, at + 1)) {
    if (++places > MOST_PLACES) return null;
    const around = agreementBefore(older, from, newer, at) + agreementAfter(older, to, newer, at + quote.length);
    const isNearer = best !== null && around === best.around && Math.abs(at - near) < Math.abs(best.at - near);
    if (best === null || around > best.around || isNearer) best = { at, around };
  }
  if (best === null) return null;
  const isSingle = places === 1 && older.indexOf(quote) === older.lastIndexOf(quote);
  if (best.around < LEAST_AROUND && quote.length < (isSingle ? TELLING_IF_SINGLE : TELLING)) return null;
  return { from: best.at, to: best.at + quote.length };
}

/** From the first to the last unit of a passage that was kept, without the blanks at either end. */
function rewrittenPlace(
  common: readonly Common[],
  newer: string,
  { from, to }: Place,
): (Place & { readonly score: number }) | null {
  const kept: Place[] = [];
  for (let at = Math.max(0, indexBefore(common, from)); at < common.length; at++) {
    const stretch = common[at];
    if (!stretch || stretch.older >= to) break;
    const shift = stretch.newer - stretch.older;
    const start = Math.max(from, stretch.older);
    const end = Math.min(to, stretch.older + stretch.length);
    if (start < end) kept.push({ from: start + shift, to: end + shift });
  }
  const [first] = kept;
  const last = kept.at(-1);
  if (!first || !last) return null;
  const place = withoutBlanks(newer, { from: first.from, to: last.to });
  const length = place.to - place.from;
  const same = kept.reduce((sum, each) => sum + Math.max(0, overlap(each, place)), 0);
  const score = same / Math.max(to - from, length);
  return length > 0 && score >= LEAST_KEPT && length <= MOST_GROWTH * (to - from) ? { ...place, score } : null;
}

function withoutBlanks(text: string, { from, to }: Place): Place {
  const words = text.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  return { from: start, to: start + words.trim().length };
}

function overlap(one: Place, other: Place): number {
  return Math.min(one.to, other.to) - Math.max(one.from, other.from);
}

/** Where a place of the older text would be in the newer one. */
function expected(common: readonly Common[], at: number): number {
  const before = common[indexBefore(common, at)];
  return before ? before.newer + at - before.older : at;
}

function stretchAt(common: readonly Common[], at: number): Common | undefined {
  const stretch = common[indexBefore(common, at)];
  return stretch && at < stretch.older + stretch.length ? stretch : undefined;
}

/** The last stretch that begins at or before a place; -1 where none does. */
function indexBefore(common: readonly Common[], at: number): number {
  let low = 0;
  let high = common.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((common[middle]?.older ?? Number.POSITIVE_INFINITY) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function agreementBefore(older: string, from: number, newer: string, at: number): number {
  let count = 0;
  while (count < AROUND && count < from && count < at && older[from - count - 1] === newer[at - count - 1]) count++;
  return count;
}

function agreementAfter(older: string, to: number, newer: string, at: number): number {
  let count = 0;
  while (count < AROUND && to + count < older.length && older[to + count] === newer[at + count]) count++;
  return count;
}

/** The two ways of counting a text, each turned into the other at once however often it is asked. */
function counting(text: string): { units(codePoints: number): number; codePoints(units: number): number } {
  if (!hasAstral(text)) return { units: (codePoints) => codePoints, codePoints: (units) => units };
  const starts = new Uint32Array(codePointLength(text) + 1);
  let at = 0;
  let count = 0;
  for (const character of text) {
    starts[count++] = at;
    at += character.length;
  }
  starts[count] = at;
  return {
    units: (codePoints) => starts[Math.min(codePoints, count)] ?? at,
    codePoints(units) {
      let low = 0;
      let high = count;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) < units) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}
