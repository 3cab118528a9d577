import { graphemeBoundaryBefore, toCodePoints, toUtf16 } from '../../main/contract/index.ts';
import { LONGEST_ROW } from './rows.ts';

/** The text a row shows. Offsets count from the beginning of its block. */
export interface Part {
  readonly text: string;
  /** In code points of the block. */
  readonly start: number;
  readonly end: number;
}

/** How far back from its nominal end a part may be cut at a space; in UTF-16 units. */
const REACH = 200;

/**
 * Cuts a block's text into the parts its rows show: nominally `LONGEST_ROW` code points each, the end moved back to just
 * after a space where one is near, else to the nearest boundary between graphemes, never into one. There are as many
 * parts as rows, the same text always gives the same parts, and together they are the text.
 */
export function partsOfText(text: string, parts: number): readonly Part[] {
  if (parts <= 1) return [{ text, start: 0, end: toCodePoints(text, text.length) }];
  const result: Part[] = [];
  let from = 0;
  let start = 0;
  let nominal = 0;
  for (let part = 0; part < parts; part++) {
    const last = part === parts - 1;
    nominal += toUtf16(text.slice(nominal, nominal + 2 * LONGEST_ROW), LONGEST_ROW);
    const to = last ? text.length : Math.max(from, cutBefore(text, nominal, from));
    const piece = text.slice(from, to);
    const end = start + toCodePoints(piece, piece.length);
    result.push({ text: piece, start, end });
    from = to;
    start = end;
  }
  return result;
}

function cutBefore(text: string, nominal: number, from: number): number {
  const lowest = Math.max(from, nominal - REACH);
  for (let at = nominal; at > lowest; at--) if (/\s/u.test(text[at - 1] ?? '')) return at;
  return Math.max(from, graphemeBoundaryBefore(text, nominal));
}

/** Which of a block's parts holds an offset; one at the seam belongs to the later part. */
export function partAt(parts: readonly Part[], offset: number): number {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parts[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
