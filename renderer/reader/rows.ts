/**
 * Rows: what the reader lays out one below the other. A block is one row, unless it is longer than `LONGEST_ROW`; then
 * it is shown in parts, so that a line of three million characters is laid out a screen at a time like any other text.
 * Everything here follows from the lengths of the blocks alone, before any text is fetched.
 */

/** Code points in one row at most, before the part's end is moved back to a place where the text may be broken. */
export const LONGEST_ROW = 4000;

export interface Rows {
  readonly count: number;
  readonly blocks: number;
  /** Code points of the whole text, one line break between blocks counted. */
  readonly length: number;
  /** Index of the block (from 0) a row shows. */
  blockOf(row: number): number;
  /** Which part of its block a row shows, from 0. */
  partOf(row: number): number;
  partsOf(block: number): number;
  firstRowOf(block: number): number;
  /** Where a block begins in the source's text, in code points. */
  startOf(block: number): number;
  lengthOf(block: number): number;
  /** Code points a row shows, exact for whole blocks and nominal for parts. */
  rowLength(row: number): number;
  /** The block (from 0) that holds an offset of the source's text; the line break after a block belongs to it. */
  blockAt(offset: number): number;
}

/** @param lengths of the blocks in code points */
export function createRows(lengths: readonly number[]): Rows {
  const blocks = lengths.length;
  const starts = new Uint32Array(blocks + 1);
  const firstRows = new Uint32Array(blocks + 1);
  for (let block = 0; block < blocks; block++) {
    const length = lengths[block] ?? 0;
    starts[block + 1] = (starts[block] ?? 0) + length + 1;
    firstRows[block + 1] = (firstRows[block] ?? 0) + partCount(length);
  }
  const count = firstRows[blocks] ?? 0;
  const lengthOf = (block: number) => lengths[block] ?? 0;
  const firstRowOf = (block: number) => firstRows[block] ?? count;
  const blockOf = (row: number) => (count === blocks ? row : lastNotAbove(firstRows, row, blocks));
  const partOf = (row: number) => row - firstRowOf(blockOf(row));
  return {
    count,
    blocks,
    length: Math.max(0, (starts[blocks] ?? 0) - 1),
    blockOf,
    partOf,
    partsOf: (block) => partCount(lengthOf(block)),
    firstRowOf,
    startOf: (block) => starts[block] ?? 0,
    lengthOf,
    rowLength(row) {
      const length = lengthOf(blockOf(row));
      return Math.min(LONGEST_ROW, length - partOf(row) * LONGEST_ROW);
    },
    blockAt: (offset) => lastNotAbove(starts, offset, blocks),
  };
}

function partCount(length: number): number {
  return Math.max(1, Math.ceil(length / LONGEST_ROW));
}

/** The last of the first `count` places of a growing list whose value is not above `value`. */
function lastNotAbove(list: Uint32Array, value: number, count: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((list[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
