import type { Annotation, Quad } from './annotations.ts';
import type { Piece, Spot } from './piece.ts';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Half the height of small letters: what is marked goes over this height of a line. */
const MIDDLE = 0.3;
/** Less of a letter's size than this is marked by a slip of the hand. */
const LEAST = 0.25;
/** How far, in characters, the edge of a word may lie from the edge of a mark to be what was meant. */
const NEAR = 2.5;

/** Where annotations lie over a piece; their boxes are turned as the piece is by `turned`. */
export function spotsIn(
  piece: Piece,
  annotations: readonly Annotation[],
  turned: (point: Quad[number]) => readonly [x: number, down: number],
): Spot[] {
  const middle = piece.y - MIDDLE * piece.size;
  return annotations.flatMap((annotation) => {
    if (annotation.kind === 'remark') return [];
    return annotation.quads.flatMap((quad) => {
      const { left, right, top, bottom } = boxOf(quad.map(turned));
      if (top > middle || bottom < middle) return [];
      const from = Math.max(left, piece.left);
      const to = Math.min(right, piece.right);
      if (to - from < LEAST * piece.size) return [];
      const begins = edge(piece, piece.rtl ? to : from, false);
      const ends = edge(piece, piece.rtl ? from : to, true);
      if (begins >= ends) return [];
      return [
        { at: begins, annotation, ends: false },
        { at: ends, annotation, ends: true },
      ];
    });
  });
}

/** The piece a note beside the text stands nearest to. */
export function nearest(
  pieces: readonly Piece[],
  { quads }: Annotation,
  turned: (point: Quad[number]) => readonly [x: number, down: number],
): Piece | undefined {
  const { left, right, top, bottom } = boxOf((quads[0] ?? []).map(turned));
  const middle = (top + bottom) / 2;
  const distance = (piece: Piece) => {
    const across = Math.max(0, piece.left - right, left - piece.right);
    return Math.abs(piece.y - MIDDLE * piece.size - middle) + across / 100;
  };
  return pieces.reduce<Piece | undefined>(
    (best, piece) => (best === undefined || distance(piece) < distance(best) ? piece : best),
    undefined,
  );
}

/** The place in a piece's text below a place on the page: the edge of the word that is near, else between two letters. */
function edge({ text, left, right, rtl }: Piece, x: number, ends: boolean): number {
  const widths = Array.from({ length: text.length }, (_, at) => widthOf(text[at] ?? ''));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let rest = ((rtl ? right - x : x - left) / (right - left)) * whole;
  let at = 0;
  while (at < widths.length && rest > (widths[at] ?? 0) / 2) rest -= widths[at++] ?? 0;
  let best = at;
  let least = NEAR;
  for (let place = 0; place <= text.length; place++) {
    const inside = ends ? text[place - 1] : text[place];
    const outside = ends ? text[place] : text[place - 1];
    const isEdge = /\S/.test(inside ?? '') && /^\s*$/.test(outside ?? '');
    if (isEdge && Math.abs(place - at) < least) {
      best = place;
      least = Math.abs(place - at);
    }
  }
  return best;
}

/** How wide letters are to each other in most fonts for books; a page says only how wide the whole piece is. */
function widthOf(character: string): number {
  if (/[ijltfr.,;:'|!()[\]\s]/.test(character)) return 0.55;
  if (/[mwMW@—]/.test(character)) return 1.5;
  return /\p{Lu}/u.test(character) ? 1.25 : 1;
}

function boxOf(points: readonly (readonly [number, number])[]): Box {
  const across = points.map(([x]) => x);
  const down = points.map(([, y]) => y);
  return { left: Math.min(...across), right: Math.max(...across), top: Math.min(...down), bottom: Math.max(...down) };
}
