import {
  graphemeBoundaryAfter,
  graphemeBoundaryBefore,
  type Passage,
  toCodePoints,
  toUtf16,
} from '../../main/contract/index.ts';
import { runsBothWays, runsFromRight } from './directions.ts';
import { lineAround } from './lines.ts';
import type { Pages } from './pages.ts';
import { offsetAtPoint } from './places.ts';
import { isRtl, rectsOf } from './rects.ts';
import { offsetIn, type RowView, unitsAt, unitsIn } from './row-element.ts';
import { wordPiece } from './steps.ts';
import type { TextView } from './text-view.ts';

/**
 * The word, or the sign or space between words, that a point of the window is on; null beside the words. Words are as
 * the keyboard's steps have them, whatever the script and the system.
 */
export function wordAtPoint(view: TextView, pages: Pages, x: number, y: number): Passage | null {
  const offset = graphemeAtPoint(view, x, y);
  return offset === null ? null : wordAround(view, pages, offset);
}

/**
 * The word that a point of the window is on, else the one beside the offset nearest to it: between two lines, or after the last word of
 * one. Empty where there is none.
 */
export function wordNear(view: TextView, pages: Pages, offset: number, x: number, y: number): Passage {
  const before = Math.max(view.rows.startOf(view.rows.blockAt(offset)), offset - 1);
  return (
    wordAtPoint(view, pages, x, y) ??
    wordAround(view, pages, offset) ??
    wordAround(view, pages, before) ?? { start: offset, end: offset }
  );
}

/** The word, sign or space the character after an offset belongs to; null at the end of a block. */
function wordAround(view: TextView, pages: Pages, offset: number): Passage | null {
  const block = view.rows.blockAt(offset);
  const start = view.rows.startOf(block);
  const text = pages.block(block)?.text;
  const piece = text === undefined ? null : wordPiece(text, toUtf16(text, offset - start));
  if (text === undefined || !piece) return null;
  return { start: start + toCodePoints(text, piece.from), end: start + toCodePoints(text, piece.to) };
}

/** Where the grapheme begins that is drawn at a point: a caret only says which of its edges is nearer. */
export function graphemeAtPoint(view: TextView, x: number, y: number): number | null {
  const place = document.caretPositionFromPoint(x, y);
  const row = place && view.rowOfNode(place.offsetNode);
  if (!row || !(place.offsetNode instanceof Text)) return null;
  const after = graphemeBoundaryBefore(row.text, unitsAt(row, { node: place.offsetNode, offset: place.offset }));
  const before = graphemeBoundaryBefore(row.text, Math.max(0, after - 1));
  const from = [after, before].find((at) => at < row.text.length && isDrawnAt(row, at, x, y));
  return from === undefined ? null : offsetIn(row, from);
}

function isDrawnAt(row: RowView, at: number, x: number, y: number): boolean {
  return Array.from(rectsOf(row, at, graphemeBoundaryAfter(row.text, at + 1))).some(
    ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
  );
}

/** Pixels a point is kept inside the edges of the text, so that the text is what lies there. */
const INSIDE = { across: 1, along: 4 };

/**
 * The offset nearest to a point anywhere in the window or outside: on the nearest line that is on the screen, at the edge of the text
 * where the point is beside it. Null where something covers the text there.
 * @param x in client coordinates, as is `y`
 */
export function offsetNear(
  view: TextView,
  canvas: HTMLElement,
  scroller: HTMLElement,
  x: number,
  y: number,
): number | null {
  const column = canvas.getBoundingClientRect();
  const screen = scroller.getBoundingClientRect();
  const top = Math.max(column.top, screen.top + INSIDE.along);
  const bottom = Math.min(column.bottom - INSIDE.across, screen.bottom - INSIDE.along);
  const across = Math.max(column.left + INSIDE.across, Math.min(column.right - INSIDE.across, x));
  const offset = offsetAtPoint(view, across, Math.max(top, Math.min(bottom, y)));
  const row = offset === null ? null : view.rowHolding(offset);
  if (offset === null || !row || !runsBothWays(row.text)) return offset;
  return edgeOnLine(row, unitsIn(row, offset), across) ?? offset;
}

/**
 * The edge of a grapheme nearest to an x on the line of a place. Where words that run one way meet words that run the other the browser
 * takes the place beside the former, though the point is on the latter. Null where none is drawn there.
 */
function edgeOnLine(row: RowView, near: number, x: number): number | null {
  const line = lineAround(row, near);
  for (let at = line.from; at < line.to; ) {
    const next = graphemeBoundaryAfter(row.text, at + 1);
    const [rect] = rectsOf(row, at, next);
    if (rect && rect.left <= x && x <= rect.right) {
      const isAtRight = x > (rect.left + rect.right) / 2;
      return offsetIn(row, isAtRight === runsFromRight(row.text, at, isRtl(row)) ? at : next);
    }
    at = next;
  }
  return null;
}
