import type { Passage } from '../../../db/model/index.ts';

/** How long a character is in an encoding, in bytes. */
export type LengthOf = (character: string) => number;

/** Characters that are the same in all encodings that are likely to be mistaken for one another. */
const ASCII = /^[\t\n -~]$/;

/**
 * Finds places of a block's text in the same block read in another encoding. Characters of ASCII stand in both and hold the
 * rest together: what stands between two of them in the one stands between the same two in the other. Inside such a stretch the bytes
 * decide. All offsets are code points of the block.
 */
export function placesOfSameBytes(
  older: string,
  newer: string,
  olderLength: LengthOf,
  newerLength: LengthOf,
): (passage: Passage) => Passage {
  const from = [...older];
  const to = [...newer];
  const stretches = stretchesOf(from, to) ?? [{ from: 0, to: 0, fromLength: from.length, toLength: to.length }];
  const place = (offset: number, side: 'start' | 'end'): number => {
    if (offset >= from.length) return to.length;
    const stretch = stretches.findLast((each) => each.from <= offset) ?? stretches[0];
    if (stretch === undefined) return 0;
    const within = offset - stretch.from;
    if (within === 0) return stretch.to;
    const share =
      bytes(from, stretch.from, offset, olderLength) /
      bytes(from, stretch.from, stretch.from + stretch.fromLength, olderLength);
    return stretch.to + atByte(to, stretch, share, newerLength, side);
  };
  return ({ start, end }) => {
    const begin = Math.min(place(start, 'start'), Math.max(0, to.length - 1));
    return { start: begin, end: Math.max(place(end, 'end'), Math.min(begin + 1, to.length)) };
  };
}

/** A character of ASCII, or what stands between two of them, in both readings. Code points of the block. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly fromLength: number;
  readonly toLength: number;
}

/** Nothing where the characters of ASCII are not the same in both, as where an encoding uses their bytes for halves of others. */
function stretchesOf(from: readonly string[], to: readonly string[]): Stretch[] | undefined {
  const marks = (characters: readonly string[]) =>
    characters.flatMap((character, at) => (ASCII.test(character) ? [at] : []));
  const older = marks(from);
  const newer = marks(to);
  const isSame = older.length === newer.length && older.every((at, index) => from[at] === to[newer[index] ?? -1]);
  if (!isSame) return undefined;
  const stretches: Stretch[] = [];
  let a = 0;
  let b = 0;
  const push = (nextA: number, nextB: number) => {
    if (nextA > a) stretches.push({ from: a, to: b, fromLength: nextA - a, toLength: nextB - b });
    a = nextA;
    b = nextB;
  };
  older.forEach((at, index) => {
    const other = newer[index] ?? 0;
    push(at, other);
    push(at + 1, other + 1);
  });
  push(from.length, to.length);
  return stretches;
}

function bytes(characters: readonly string[], from: number, to: number, lengthOf: LengthOf): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += lengthOf(characters[at] ?? '');
  return sum;
}

/** The character of a stretch at a share of its bytes: the one that holds it, or for an end the one behind it. */
function atByte(
  characters: readonly string[],
  { to, toLength }: Stretch,
  share: number,
  lengthOf: LengthOf,
  side: 'start' | 'end',
): number {
  const wanted = Math.round(share * bytes(characters, to, to + toLength, lengthOf));
  let passed = 0;
  for (let at = 0; at < toLength; at++) {
    if (passed >= wanted) return at;
    const next = passed + lengthOf(characters[to + at] ?? '');
    if (next > wanted && side === 'start') return at;
    passed = next;
  }
  return toLength;
}
