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

/** The way from a folded text back. Asking for places in their order costs next to nothing. */
export interface Unfolding {
  /** Says whether a unit of the folded text is the first of those its character folds to. */
  begins(foldedAt: number): boolean;
  /** Where the character begins that a unit of the folded text comes from; the text's length at the end. */
  startOf(foldedAt: number): number;
  /**
   * Where the last character of a stretch of the folded text ends, without the dropped ones that follow it, or null
   * where the stretch ends inside the letters one character folds to. `foldedEnd` is exclusive and above 0.
   */
  endOf(foldedEnd: number): number | null;
}

export function unfolding({ at, foldedAt, lengths, foldedLengths }: FoldedText): Unfolding {
  // The last odd character whose folded form begins at or before the place asked for last; -1 where there is none.
  let odd = -1;
  const goTo = (place: number) => {
    while (odd + 1 < foldedAt.length && (foldedAt[odd + 1] ?? 0) <= place) odd++;
    while (odd >= 0 && (foldedAt[odd] ?? 0) > place) odd--;
  };
  const oddEnd = () => (foldedAt[odd] ?? 0) + (foldedLengths[odd] ?? 0);
  const beyondOdd = (place: number) => (at[odd] ?? 0) + (lengths[odd] ?? 0) + place - oddEnd();
  return {
    begins(place) {
      goTo(place);
      return odd < 0 || foldedAt[odd] === place || oddEnd() <= place;
    },
    startOf(place) {
      goTo(place);
      if (odd < 0) return place;
      return place < oddEnd() ? (at[odd] ?? 0) : beyondOdd(place);
    },
    endOf(end) {
      goTo(end - 1);
      if (odd < 0) return end;
      return end < oddEnd() ? null : beyondOdd(end);
    },
  };
}

/**
 * The stretch of the text that a stretch of its folded form stands for, whole characters and the dropped ones that
 * follow them. All in UTF-16 units, end exclusive; the stretch must not be empty.
 */
export function unfoldRange(text: FoldedText, start: number, end: number): [start: number, end: number] {
  const { startOf, endOf } = unfolding(text);
  let whole = end;
  while (endOf(whole) === null) whole++;
  return [startOf(start), startOf(whole)];
}
