import {
  graphemeBoundaryAfter,
  graphemeBoundaryBefore,
  type Passage,
  toCodePoints,
  toUtf16,
} from '../../main/contract/index.ts';
import type { Pages } from './pages.ts';
import { rectsOf } from './rects.ts';
import { offsetIn, type RowView, unitsAt } from './row-element.ts';
import { wordPiece } from './steps.ts';
import type { TextView } from './text-view.ts';

/**
 * The word, or the sign or space between words, that a point of the window is on; null beside the words. Words are as
 * the keyboard's steps have them, whatever the script and the system.
 */
export function wordAtPoint(view: TextView, pages: Pages, x: number, y: number): Passage | null {
  const offset = graphemeAtPoint(view, x, y);
  if (offset === null) return null;
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
