import { rectAfter, rectBefore } from './rects.ts';
import { type RowView, unitsIn } from './row-element.ts';

/** A place one line high, in pixels from the corner of its row. */
export interface Spot {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/** Where the edges of words are in their rows, remembered for each layout, so that it can be asked in every frame. */
export interface Spots {
  of(row: RowView, offset: number, side: 'before' | 'after'): Spot;
  /** Rows are laid out anew. */
  forget(): void;
}

export function createSpots(): Spots {
  let known = new WeakMap<RowView, Map<string, Spot>>();
  return {
    of(row, offset, side) {
      const inRow = known.get(row) ?? new Map<string, Spot>();
      known.set(row, inRow);
      const key = `${side} ${offset}`;
      const spot = inRow.get(key) ?? measured(row, offset, side);
      inRow.set(key, spot);
      return spot;
    },
    forget() {
      known = new WeakMap();
    },
  };
}

function measured(row: RowView, offset: number, side: 'before' | 'after'): Spot {
  const edge = side === 'before' ? rectBefore(row, unitsIn(row, offset)) : rectAfter(row, unitsIn(row, offset));
  const box = row.element.getBoundingClientRect();
  return { left: edge.left - box.left, top: edge.top - box.top, height: edge.height };
}
