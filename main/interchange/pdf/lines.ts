import type { Piece, Spot } from './piece.ts';

/** Text of a line without double spaces, and what is marked in it. */
export interface Words {
  readonly text: string;
  readonly spots: readonly Spot[];
}

/** A line of text as the page has it, with its box. */
export interface Line extends Words {
  /** The same in the stretches that wide gaps divide: the cells of a table, where the lines around it have them too. */
  readonly cells: readonly Words[];
  readonly pieces: readonly Piece[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Pieces belong to one line while their baselines differ by less than this share of their size: raised figures do. */
const SAME_LINE = 0.5;
/** A gap of this share of the size stands for a space that was not written, and of this one for the border of a cell. */
const SPACE = 0.18;
const BORDER = 1.3;

/** The lines of pieces that stand one below the other, from the top. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  return piecesByLine(pieces).map(lineOf);
}

/** The first and the last lines of pieces, so many of each, from the top; and how many lines there are in all. */
export function edgesOf(
  pieces: readonly Piece[],
  most: number,
): { readonly lines: readonly Line[]; readonly count: number } {
  const rows = piecesByLine(pieces);
  const edges = rows.length <= 2 * most ? rows : [...rows.slice(0, most), ...rows.slice(-most)];
  return { lines: edges.map(lineOf), count: rows.length };
}

/** The pieces of each line, from the top. */
function piecesByLine(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.y - b.y || a.left - b.left)) {
    const row = rows.at(-1);
    const last = row?.[0];
    if (row !== undefined && last !== undefined && piece.y - last.y < SAME_LINE * Math.max(piece.size, last.size))
      row.push(piece);
    else rows.push([piece]);
  }
  return rows;
}

function lineOf(row: readonly Piece[]): Line {
  const rtl = row.reduce((sum, { rtl: back, text }) => sum + (back ? text.length : -text.length), 0) > 0;
  const pieces = row.toSorted((a, b) => (rtl ? b.right - a.right : a.left - b.left));
  const largest = pieces.reduce((most, piece) => (weight(piece) > weight(most) ? piece : most));
  const cells: Words[] = [];
  let text = '';
  let spots: Spot[] = [];
  let before: Piece | undefined;
  for (const piece of pieces) {
    const gap = before === undefined ? 0 : rtl ? before.left - piece.right : piece.left - before.right;
    const size = Math.min(piece.size, before?.size ?? piece.size);
    if (gap > BORDER * size) {
      cells.push(settled(text, spots));
      text = '';
      spots = [];
    } else if (gap > SPACE * size && !/\s$/.test(text) && !/^\s/.test(piece.text)) text += ' ';
    const from = text.length;
    spots.push(...piece.spots.map((spot) => ({ ...spot, at: from + spot.at })));
    text += piece.text;
    before = piece;
  }
  const words = [...cells, settled(text, spots)].filter((cell) => cell.text !== '');
  return {
    ...joined(words),
    cells: words,
    pieces,
    left: pieces.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY),
    right: pieces.reduce((most, { right }) => Math.max(most, right), Number.NEGATIVE_INFINITY),
    y: largest.y,
    size: largest.size,
  };
}

function settled(raw: string, spots: readonly Spot[]): Words {
  const text = collapsed(raw).trim();
  const place = (at: number) => Math.min(collapsed(raw.slice(0, at)).trimStart().length, text.length);
  return { text, spots: spots.map((spot) => ({ ...spot, at: place(spot.at) })) };
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function joined(cells: readonly Words[]): Words {
  let text = '';
  const spots: Spot[] = [];
  for (const cell of cells) {
    if (text !== '') text += ' ';
    const from = text.length;
    spots.push(...cell.spots.map((spot) => ({ ...spot, at: from + spot.at })));
    text += cell.text;
  }
  return { text, spots };
}

/** The size of a line is that of most of its text, not of a raised figure or a drop cap. */
function weight({ text, size }: Piece): number {
  return text.trim().length * size;
}
