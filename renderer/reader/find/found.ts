import type { Passage } from '../../../main/contract/index.ts';

/** Matches of a search in the order of the text, none overlapping another; a million cost eight megabytes. */
export interface Found {
  readonly count: number;
  /** The match at an index from 0. */
  at(index: number): Passage;
  /** The first match that begins at or after an offset; `count` where there is none. */
  firstFrom(offset: number): number;
  /** The first match that ends after an offset; `count` where there is none. */
  firstBeyond(offset: number): number;
  /** Adds the next match; offsets in code points of the source's text. */
  add(start: number, end: number): void;
}

export function createFound(): Found {
  let starts = new Uint32Array(256);
  let ends = new Uint32Array(256);
  let count = 0;
  const first = (list: Uint32Array, isReached: (value: number) => boolean) => {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isReached(list[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return {
    get count() {
      return count;
    },
    at: (index) => ({ start: starts[index] ?? 0, end: ends[index] ?? 0 }),
    firstFrom: (offset) => first(starts, (start) => start >= offset),
    firstBeyond: (offset) => first(ends, (end) => end > offset),
    add(start, end) {
      if (count === starts.length) {
        starts = doubled(starts);
        ends = doubled(ends);
      }
      starts[count] = start;
      ends[count] = end;
      count++;
    },
  };
}

function doubled(list: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(list.length * 2);
  larger.set(list);
  return larger;
}
