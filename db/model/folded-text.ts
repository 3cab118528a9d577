import { foldAndTell } from './fold.ts';

/**
 * A folded text that knows where it came from. Nearly every character folds from one unit to one, so only the others
 * are written down, in their order; between them both texts run side by side. Offsets are UTF-16 units on both sides.
 */
export interface FoldedText {
  readonly folded: string;
  /** Where each odd character begins in the text, and where in `folded`. */
  readonly at: Uint32Array;
  readonly foldedAt: Uint32Array;
  /** Units of each odd character in the text (1 or 2), and in `folded` (0 where it is dropped). */
  readonly lengths: Uint8Array;
  readonly foldedLengths: Uint8Array;
}

/** The folded text with the way back, for showing a match where it stands. */
export function foldWithOrigins(text: string): FoldedText {
  let room = 64 + (text.length >> 4);
  let at = new Uint32Array(room);
  let foldedAt = new Uint32Array(room);
  let lengths = new Uint8Array(room);
  let foldedLengths = new Uint8Array(room);
  let count = 0;
  const folded = foldAndTell(text, (place, length, foldedPlace, foldedLength) => {
    if (count === room) {
      room *= 2;
      at = grown(at, new Uint32Array(room));
      foldedAt = grown(foldedAt, new Uint32Array(room));
      lengths = grown(lengths, new Uint8Array(room));
      foldedLengths = grown(foldedLengths, new Uint8Array(room));
    }
    at[count] = place;
    foldedAt[count] = foldedPlace;
    lengths[count] = length;
    foldedLengths[count] = foldedLength;
    count++;
  });
  return {
    folded,
    at: at.slice(0, count),
    foldedAt: foldedAt.slice(0, count),
    lengths: lengths.slice(0, count),
    foldedLengths: foldedLengths.slice(0, count),
  };
}

function grown<T extends Uint32Array | Uint8Array>(from: T, into: T): T {
  into.set(from);
  return into;
}

/** Where the character begins that a unit of the folded text comes from; the text's length at the end. */
export function startOf(text: FoldedText, foldedAt: number): number {
  const odd = lastAtOrBefore(text, foldedAt);
  if (odd < 0) return foldedAt;
  const beyond = foldedAt - endOfOdd(text, odd);
  return beyond < 0 ? (text.at[odd] ?? 0) : (text.at[odd] ?? 0) + (text.lengths[odd] ?? 0) + beyond;
}

/**
 * Where the last character of a stretch of the folded text ends, without the dropped ones that follow it, or null where
 * the stretch ends inside the letters one character folds to.
 * @param foldedEnd exclusive, above 0
 */
export function endOf(text: FoldedText, foldedEnd: number): number | null {
  const odd = lastAtOrBefore(text, foldedEnd - 1);
  if (odd < 0) return foldedEnd;
  const beyond = foldedEnd - endOfOdd(text, odd);
  return beyond < 0 ? null : (text.at[odd] ?? 0) + (text.lengths[odd] ?? 0) + beyond;
}

/** Says whether a unit of the folded text is the first of those its character folds to. */
export function beginsCharacter(text: FoldedText, foldedAt: number): boolean {
  const odd = lastAtOrBefore(text, foldedAt);
  return odd < 0 || text.foldedAt[odd] === foldedAt || endOfOdd(text, odd) <= foldedAt;
}

/**
 * The stretch of the text that a stretch of its folded form stands for, whole characters and the dropped ones that
 * follow them. All in UTF-16 units, end exclusive; the stretch must not be empty.
 */
export function unfoldRange(text: FoldedText, start: number, end: number): [start: number, end: number] {
  const odd = lastAtOrBefore(text, end - 1);
  return [startOf(text, start), startOf(text, odd < 0 ? end : Math.max(end, endOfOdd(text, odd)))];
}

function endOfOdd({ foldedAt, foldedLengths }: FoldedText, odd: number): number {
  return (foldedAt[odd] ?? 0) + (foldedLengths[odd] ?? 0);
}

/** The last odd character whose folded form begins at or before a place; -1 where there is none. */
function lastAtOrBefore({ foldedAt }: FoldedText, place: number): number {
  let low = -1;
  let high = foldedAt.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((foldedAt[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
