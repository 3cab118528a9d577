/** Moving by lines as they are laid out. Only rows in the document have lines; positions are UTF-16 units of the row. */

import { graphemeBoundaryBefore } from '../../main/contract/index.ts';
import { rectBefore } from './rects.ts';
import type { RowView } from './row-element.ts';
import { nextStop } from './steps.ts';

/** A line of a row: from its first place to the place after its last character. */
export interface Line {
  readonly from: number;
  readonly to: number;
  readonly top: number;
}

/** The line a place is on; a place at a soft break belongs to the line after it. */
export function lineAround(row: RowView, at: number): Line {
  const { top, height } = rectBefore(row, at);
  // Raised and lowered letters have boxes of their own on the line.
  const apart = (Number.parseFloat(getComputedStyle(row.words).lineHeight) || height) / 2;
  const here = (place: number) => Math.abs(rectBefore(row, place).top - top) < apart;
  let from = at;
  while (from > 0 && here(from - 1)) from--;
  let to = at;
  while (to < row.text.length && here(to)) to++;
  return { from: graphemeBoundaryBefore(row.text, from), to, top };
}

/** The place before the line's end that a caret can stand at without falling onto the next line. */
export function endOfLine(row: RowView, { from, to }: Line): number {
  if (to >= row.text.length) return to;
  return Math.max(from, graphemeBoundaryBefore(row.text, to - 1));
}

/** The place on a line nearest to an x in client coordinates. */
export function placeNearest(row: RowView, line: Line, x: number): number {
  let best = line.from;
  let least = Number.POSITIVE_INFINITY;
  const last = endOfLine(row, line);
  for (let at: number | null = line.from; at !== null && at <= last; at = nextStop(row.text, at, 'grapheme')) {
    const distance = Math.abs(rectBefore(row, at).left - x);
    if (distance < least) {
      least = distance;
      best = at;
    }
  }
  return best;
}
