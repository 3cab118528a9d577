import type { PDFPageProxy } from 'pdfjs-dist';
import { type Annotation, readAnnotations } from './annotations.ts';
import type { PageText, Piece, Spot } from './piece.ts';
import { nearest, spotsIn } from './spots.ts';

/** More than a page of the smallest print has. */
const MOST_PIECES = 100_000;

/** Most pieces have none, and a book has a hundred thousand pieces. */
const NO_SPOTS: readonly Spot[] = [];

export async function readPage(page: PDFPageProxy): Promise<PageText> {
  const viewport = page.getViewport({ scale: 1 });
  const [{ items }, annotations] = await Promise.all([page.getTextContent(), readAnnotations(page)]);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = viewport.transform as number[];
  const onPage = (x: number, y: number) => [a * x + c * y + e, b * x + d * y + f] as const;
  const byAngle = new Map<number, Piece[]>();
  for (const item of items.slice(0, MOST_PIECES)) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [ta = 1, tb = 0, tc = 0, td = 1, te = 0, tf = 0] = item.transform as number[];
    const [x, y] = onPage(te, tf);
    const along = Math.atan2(b * ta + d * tb, a * ta + c * tb);
    const size = Math.hypot(a * tc + c * td, b * tc + d * td) || item.height || 1;
    const turn = Math.round(along / QUARTER) & 3;
    const [left, down] = turned(x, y, turn);
    const bare = {
      text: item.str,
      left,
      right: left + item.width,
      y: down,
      size,
      rtl: item.dir === 'rtl',
      spots: NO_SPOTS,
    };
    const spots =
      annotations.length > 0 ? spotsIn(bare, annotations, (point) => turned(...onPage(...point), turn)) : [];
    const piece = spots.length > 0 ? { ...bare, spots } : bare;
    const alike = byAngle.get(turn);
    if (alike === undefined) byAngle.set(turn, [piece]);
    else alike.push(piece);
  }
  const length = (pieces: readonly Piece[]) => pieces.reduce((sum, { text }) => sum + text.length, 0);
  const [main, ...others] = [...byAngle].sort(([, one], [, other]) => length(other) - length(one));
  const [turn = 0, upper = []] = main ?? [];
  const noted = withRemarks(upper, annotations, (point) => turned(...onPage(...point), turn));
  const sideways = (turn & 1) === 1;
  return {
    width: sideways ? viewport.height : viewport.width,
    height: sideways ? viewport.width : viewport.height,
    pieces: upright(noted, sideways ? viewport.width : viewport.height),
    turned: others.map(([, pieces]) => upright(pieces, 0)),
  };
}

/** A note beside the text speaks of what it stands nearest to. */
function withRemarks(
  pieces: readonly Piece[],
  annotations: readonly Annotation[],
  place: Parameters<typeof nearest>[2],
): readonly Piece[] {
  const remarks = new Map<Piece, Spot[]>();
  for (const annotation of annotations.filter(({ kind }) => kind === 'remark')) {
    const piece = nearest(pieces, annotation, place);
    if (piece === undefined) continue;
    const spots = [
      { at: 0, annotation, ends: false },
      { at: piece.text.length, annotation, ends: true },
    ];
    remarks.set(piece, [...(remarks.get(piece) ?? []), ...spots]);
  }
  if (remarks.size === 0) return pieces;
  return pieces.map((piece) => ({ ...piece, spots: [...piece.spots, ...(remarks.get(piece) ?? [])] }));
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
