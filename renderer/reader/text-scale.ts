import type { Rows } from './rows.ts';
import type { TextView } from './text-view.ts';

/**
 * Where an offset stands in the height of the whole text, as a share (0–1). Inside a block it goes by the length of the
 * text, so that the answer does not depend on which rows are laid out.
 */
export function shareOf({ extent, topOf }: TextView, rows: Rows, offset: number): number {
  const total = Math.max(1, extent().total);
  const block = rows.blockAt(offset);
  const start = rows.startOf(block);
  const top = topOf(start);
  const foot = block + 1 < rows.blocks ? topOf(rows.startOf(block + 1)) : total;
  const inside = (offset - start) / Math.max(1, rows.lengthOf(block));
  return Math.min(1, (top + (foot - top) * Math.min(1, inside)) / total);
}

/** The opposite: the offset, to the block, that stands at a share of the height. */
export function offsetAtShare(view: TextView, rows: Rows, share: number): number {
  let low = 0;
  let high = rows.blocks - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (shareOf(view, rows, rows.startOf(middle)) <= share) low = middle;
    else high = middle - 1;
  }
  const start = rows.startOf(low);
  const from = shareOf(view, rows, start);
  const to = low + 1 < rows.blocks ? shareOf(view, rows, rows.startOf(low + 1)) : 1;
  const inside = to > from ? (share - from) / (to - from) : 0;
  return start + Math.floor(Math.min(1, Math.max(0, inside)) * rows.lengthOf(low));
}
