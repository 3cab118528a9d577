import type { Piece } from './piece.ts';

/** A line of text as the page has it, with its box. */
export interface Line {
  readonly text: string;
  /** The same in the stretches that wide gaps divide: the cells of a table, where the lines around it have them too. */
  readonly cells: readonly string[];
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
  const rows: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.y - b.y || a.left - b.left)) {
    const row = rows.at(-1);
    const last = row?.[0];
    if (row !== undefined && last !== undefined && piece.y - last.y < SAME_LINE * Math.max(piece.size, last.size))
      row.push(piece);
    else rows.push([piece]);
  }
  return rows.map(lineOf).sort((a, b) => a.y - b.y);
}

function lineOf(row: readonly Piece[]): Line {
  const rtl = row.reduce((sum, { rtl: back, text }) => sum + (back ? text.length : -text.length), 0) > 0;
  const pieces = row.toSorted((a, b) => (rtl ? b.right - a.right : a.left - b.left));
  const largest = pieces.reduce((most, piece) => (weight(piece) > weight(most) ? piece : most));
  const cells: string[] = [];
  let text = '';
  let before: Piece | undefined;
  for (const piece of pieces) {
    const gap = before === undefined ? 0 : rtl ? before.left - piece.right : piece.left - before.right;
    const size = Math.min(piece.size, before?.size ?? piece.size);
    if (gap > BORDER * size) {
      cells.push(text);
      text = '';
    } else if (gap > SPACE * size && !/\s$/.test(text) && !/^\s/.test(piece.text)) text += ' ';
    text += piece.text;
    before = piece;
  }
  const words = [...cells, text].map((cell) => cell.replace(/\s+/g, ' ').trim()).filter((cell) => cell !== '');
  return {
    text: words.join(' '),
    cells: words,
    pieces,
    left: pieces.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY),
    right: pieces.reduce((most, { right }) => Math.max(most, right), Number.NEGATIVE_INFINITY),
    y: largest.y,
    size: largest.size,
  };
}

/** The size of a line is that of most of its text, not of a raised figure or a drop cap. */
function weight({ text, size }: Piece): number {
  return text.trim().length * size;
}
