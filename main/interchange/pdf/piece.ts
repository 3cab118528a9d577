import type { PDFPageProxy } from 'pdfjs-dist';

/** A run of characters where it stands on its page, turned so that its line runs from left to right. Units are points. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the baseline, counted downwards from the top. */
  readonly y: number;
  readonly size: number;
  readonly rtl: boolean;
}

/** A page as its text lies on it. */
export interface PageText {
  readonly width: number;
  readonly height: number;
  /** In the direction most of the text runs. */
  readonly pieces: readonly Piece[];
  /** Pieces that run in other directions, each direction turned upright: stamps along the margin, turned tables. */
  readonly turned: readonly (readonly Piece[])[];
}

/** More than a page of the smallest print has. */
const MOST_PIECES = 100_000;

export async function readPage(page: PDFPageProxy): Promise<PageText> {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const byAngle = new Map<number, Piece[]>();
  for (const item of items.slice(0, MOST_PIECES)) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = viewport.transform as number[];
    const [ta = 1, tb = 0, tc = 0, td = 1, te = 0, tf = 0] = item.transform as number[];
    const x = a * te + c * tf + e;
    const y = b * te + d * tf + f;
    const along = Math.atan2(b * ta + d * tb, a * ta + c * tb);
    const size = Math.hypot(a * tc + c * td, b * tc + d * td) || item.height || 1;
    const turn = Math.round(along / QUARTER) & 3;
    const [left, down] = turned(x, y, turn);
    const piece = { text: item.str, left, right: left + item.width, y: down, size, rtl: item.dir === 'rtl' };
    const alike = byAngle.get(turn);
    if (alike === undefined) byAngle.set(turn, [piece]);
    else alike.push(piece);
  }
  const length = (pieces: readonly Piece[]) => pieces.reduce((sum, { text }) => sum + text.length, 0);
  const [main, ...others] = [...byAngle].sort(([, one], [, other]) => length(other) - length(one));
  const sideways = ((main?.[0] ?? 0) & 1) === 1;
  return {
    width: sideways ? viewport.height : viewport.width,
    height: sideways ? viewport.width : viewport.height,
    pieces: upright(main?.[1] ?? [], sideways ? viewport.width : viewport.height),
    turned: others.map(([, pieces]) => upright(pieces, 0)),
  };
}

const QUARTER = Math.PI / 2;

/** A place on the page after the page was turned back by so many quarters. */
function turned(x: number, y: number, quarters: number): readonly [number, number] {
  if (quarters === 0) return [x, y];
  if (quarters === 1) return [y, -x];
  return quarters === 2 ? [-x, -y] : [-y, x];
}

/** Turned pages have their origin elsewhere; all are counted from their own top and left. */
function upright(pieces: readonly Piece[], height: number): Piece[] {
  const above = pieces.reduce((least, { y, size }) => Math.min(least, y - size), 0);
  const before = pieces.reduce((least, { left }) => Math.min(least, left), 0);
  if (above === 0 && before === 0) return [...pieces];
  const down = above < 0 ? Math.max(height, -above) : 0;
  return pieces.map((piece) => ({
    ...piece,
    y: piece.y + down,
    left: piece.left - before,
    right: piece.right - before,
  }));
}
