import { type Line, linesOf } from './lines.ts';
import type { Piece } from './piece.ts';

/** A stretch of a page that is read from top to bottom before the next one is: a column, or what stands across columns. */
export interface Region {
  readonly lines: readonly Line[];
  readonly left: number;
  readonly right: number;
}

/** Cuts in cuts; a page of a newspaper needs a dozen. */
const MOST_CUTS = 40;
/** A gutter is at least as wide as this share of the size of the text. */
const GUTTER = 0.8;
/** What is no column: fewer lines, lines that do not fill it or hold a word or two (the cells of a table), or a strip. */
const FEWEST_LINES = 4;
const FEWEST_CHARACTERS = 16;
const FILLED = 0.55;
const NARROWEST = 0.18;

/**
 * The regions of a page in reading order, by recursive cuts along white space (the XY-cut of Nagy and Seth, 1984) that prefer
 * columns: a page is first divided from left to right where both sides hold columns, and from top to bottom only
 * where that makes columns possible.
 */
export function regionsOf(pieces: readonly Piece[]): Region[] {
  return cut(pieces, MOST_CUTS).map(regionOf);
}

function regionOf(pieces: readonly Piece[]): Region {
  return {
    lines: knownLinesOf(pieces),
    left: lowest(pieces, ({ left }) => left),
    right: -lowest(pieces, ({ right }) => -right),
  };
}

function cut(pieces: readonly Piece[], cuts: number): (readonly Piece[])[] {
  if (cuts <= 0 || pieces.length < 2 * FEWEST_LINES) return [pieces];
  const columns = columnsOf(pieces);
  if (columns !== undefined) return columns.flatMap((column) => cut(column, cuts - 1));
  // Only a cut below which columns begin, or above which they end, changes the order of reading.
  for (const y of bands(pieces)) {
    const above = pieces.filter((piece) => piece.y <= y);
    const below = pieces.filter((piece) => piece.y > y);
    if (columnsOf(below) !== undefined || columnsOf(above) !== undefined)
      return [...cut(above, cuts - 1), ...cut(below, cuts - 1)];
  }
  return [pieces];
}

/** The two sides of the widest gutter with a column on either side. */
function columnsOf(pieces: readonly Piece[]): (readonly Piece[])[] | undefined {
  if (pieces.length < 2 * FEWEST_LINES || overlap(pieces)) return undefined;
  const sorted = pieces.toSorted((a, b) => a.left - b.left);
  const size = median(pieces.map((piece) => piece.size));
  const width = widthOf(pieces);
  const gutters: { readonly at: number; readonly width: number }[] = [];
  let reach = sorted[0]?.right ?? 0;
  for (const { left, right } of sorted) {
    if (left - reach > GUTTER * size) gutters.push({ at: (left + reach) / 2, width: left - reach });
    reach = Math.max(reach, right);
  }
  for (const { at } of gutters.sort((a, b) => b.width - a.width)) {
    const sides = [pieces.filter(({ left }) => left < at), pieces.filter(({ left }) => left >= at)];
    if (
      sides.every((side) => side.length >= FEWEST_LINES && widthOf(side) >= NARROWEST * width) &&
      sides.every(isColumn)
    )
      return sides;
  }
  return undefined;
}

/** Whether one upright line would go through them all, as through the full lines of a column: then nothing parts them. */
function overlap(pieces: readonly Piece[]): boolean {
  return -lowest(pieces, ({ left }) => -left) < lowest(pieces, ({ right }) => right);
}

function isColumn(pieces: readonly Piece[]): boolean {
  const lines = knownLinesOf(pieces);
  if (lines.length < FEWEST_LINES) return false;
  const filled = lines.reduce((sum, line) => sum + (line.right - line.left), 0) / (lines.length * widthOf(pieces));
  const characters = lines.reduce((sum, { text }) => sum + text.length, 0) / lines.length;
  return filled > FILLED && characters >= FEWEST_CHARACTERS;
}

/** What was looked at as a column mostly becomes a region. */
const known = new WeakMap<readonly Piece[], readonly Line[]>();

function knownLinesOf(pieces: readonly Piece[]): readonly Line[] {
  const lines = known.get(pieces) ?? linesOf(pieces);
  known.set(pieces, lines);
  return lines;
}

function widthOf(pieces: readonly Piece[]): number {
  return -lowest(pieces, ({ right }) => -right) - lowest(pieces, ({ left }) => left);
}

/** Heights at which nothing stands, the widest band first: a page has few that matter. */
function bands(pieces: readonly Piece[]): number[] {
  const sorted = pieces.toSorted((a, b) => a.y - b.y);
  const found: { readonly at: number; readonly width: number }[] = [];
  let bottom = sorted[0]?.y ?? 0;
  for (const { y, size } of sorted) {
    const width = y - size - bottom;
    if (width > 0) found.push({ at: bottom, width });
    bottom = Math.max(bottom, y);
  }
  return found
    .sort((a, b) => b.width - a.width)
    .slice(0, 8)
    .map(({ at }) => at);
}

function lowest(pieces: readonly Piece[], of: (piece: Piece) => number): number {
  return pieces.reduce((least, piece) => Math.min(least, of(piece)), Number.POSITIVE_INFINITY);
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
