import type { Annotation } from './annotations.ts';
import type { Line } from './lines.ts';
import type { Piece } from './piece.ts';
import type { Region } from './regions.ts';

/** A footnote at the foot of its page. */
export interface Note {
  /** By which its call leads to it. */
  readonly name: string;
  readonly lines: readonly Line[];
}

/** A page without its footnotes, whose calls are marked in what is left. */
export interface Noted {
  readonly pieces: readonly Piece[];
  readonly notes: readonly Note[];
}

/** Notes are set in letters smaller than this share of the text's, and calls in letters smaller than this one. */
const SMALLER = 0.92;
const MUCH_SMALLER = 0.8;
/** A call stands higher than its line by this share of the line's letters. */
const RAISED = 0.15;
/** Notes stand in this part of the page and below. */
const LOWER = 0.4;
/** How far, in sizes, one note may begin to the right or left of the other. */
const SAME_EDGE = 1.5;
/** So many notes on one page are none. */
const MOST_NOTES = 60;
/** The number a note begins with, which is no year, date or decimal. */
const NUMBER = /^(\d{1,3})(?![\d.,:/–-]*\d)\W{0,3}\s*\p{L}/u;

interface Begun {
  readonly number: number;
  readonly lines: Line[];
}

/**
 * Finds footnotes that can be told with certainty: small lines at the foot of a column that begin with numbers that count on, each of which
 * stands raised in the text of the page, once and in the same order. Where any of that is not so, nothing is taken for a note.
 * @param regions of the page without running titles and page numbers
 * @param height of the page, in points
 * @param usual size of the text, in points
 * @param page a name of the page that no other has
 */
export function findNotes(
  regions: readonly Region[],
  pieces: readonly Piece[],
  height: number,
  usual: number,
  page: string,
): Noted {
  const none = { pieces, notes: [] };
  const body = regions.flatMap(({ lines }) => lines).filter(({ size }) => size >= SMALLER * usual);
  const begun = regions.flatMap((region) => notesBelow(region, height, usual));
  if (begun.length === 0 || begun.length > MOST_NOTES) return none;
  const calls = begun.map(({ number }) => callsOf(String(number), body));
  if (calls.some((found) => found.length !== 1)) return none;
  const order = calls.map(([call]) => (call === undefined ? -1 : body.findIndex((line) => line.pieces.includes(call))));
  if (order.some((at, index) => at < (order[index - 1] ?? 0))) return none;
  if (begun.some(({ number }, index) => number !== (begun[0]?.number ?? 0) + index)) return none;

  const taken = new Set(begun.flatMap(({ lines }) => lines.flatMap((line) => line.pieces)));
  const marked = new Map<Piece, Piece>();
  const notes = begun.map(({ number, lines }, index): Note => {
    const name = `note ${number} of page ${page}`;
    for (const call of calls[index] ?? []) marked.set(call, withCall(call, name));
    return { name, lines };
  });
  return { pieces: pieces.filter((piece) => !taken.has(piece)).map((piece) => marked.get(piece) ?? piece), notes };
}

/** The small lines at the end of a region, from the first that begins with a number, in notes whose numbers count on. */
function notesBelow({ lines }: Region, height: number, usual: number): Begun[] {
  const last = lines.findLastIndex(({ size, y }) => size >= SMALLER * usual || y < LOWER * height);
  const foot = lines.slice(last + 1);
  const first = foot.findIndex(({ text }) => NUMBER.test(text));
  const begun: Begun[] = [];
  for (const line of first < 0 ? [] : foot.slice(first)) {
    const note = begun.at(-1);
    const number = Number(NUMBER.exec(line.text)?.[1]);
    const edge = note?.lines[0]?.left ?? line.left;
    const isNext = note === undefined || number === note.number + 1;
    if (isNext && Number.isInteger(number) && Math.abs(line.left - edge) <= SAME_EDGE * line.size)
      begun.push({ number, lines: [line] });
    else note?.lines.push(line);
  }
  return begun;
}

/** The places where a number stands raised behind words of the text. */
function callsOf(number: string, body: readonly Line[]): Piece[] {
  return body.flatMap((line) =>
    line.pieces.filter(
      ({ text, size, y, left }) =>
        text.trim() === number &&
        size <= MUCH_SMALLER * line.size &&
        line.y - y >= RAISED * line.size &&
        left > line.left,
    ),
  );
}

function withCall(piece: Piece, name: string): Piece {
  const annotation: Annotation = { kind: 'call', quads: [], colour: '', comment: '', author: '', address: name };
  const spots = [
    { at: 0, annotation, ends: false },
    { at: piece.text.length, annotation, ends: true },
  ];
  return { ...piece, spots: [...piece.spots, ...spots] };
}
