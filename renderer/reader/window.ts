import type { HeightIndex } from './height-index.ts';

/** Rows from `first` to `last`, both included; empty where `last < first`. */
export interface RowSpan {
  readonly first: number;
  readonly last: number;
}

/** Rows kept mounted above and below the screen, in screens, so that a scrolled screen is painted at once. */
export const OVERSCAN = 0.25;

/** The same while the text moves by leaps: a screen that is passed at once has no use for those around it, but rows may be lower than thought. */
export const LEAPING_OVERSCAN = 0.05;

/**
 * The rows to mount.
 * @param top where the screen begins, in pixels from the top of the first row
 * @param height of the screen in pixels
 */
export function rowsInView(index: HeightIndex, top: number, height: number, overscan = OVERSCAN): RowSpan {
  if (index.length === 0) return { first: 0, last: -1 };
  return {
    first: index.rowAt(Math.max(0, top - height * overscan)),
    last: index.rowAt(Math.max(0, top + height * (1 + overscan))),
  };
}

/** All rows to mount, in order and once each: those in view and the pinned ones (the ends of the selection). */
export function mountedRows(view: RowSpan, pins: readonly number[]): readonly number[] {
  const rows = new Set<number>();
  for (let row = view.first; row <= view.last; row++) rows.add(row);
  for (const pin of pins) rows.add(pin);
  return [...rows].sort((a, b) => a - b);
}
