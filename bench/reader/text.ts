import { imitatedLines, randomNumbers } from '../imitation.ts';
import type { Cell } from './cell.ts';

/** A passage of a generated text, in code points; also UTF-16 units, for the text has no character beyond U+FFFF. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

/** Made-up paragraphs, some 450 bytes each on average, so many megabytes in all. */
export function linesOf(size: number): readonly string[] {
  const lines: string[] = [];
  let bytes = 0;
  for (const line of imitatedLines()) {
    if (bytes >= size * 1e6) break;
    lines.push(line);
    bytes += Buffer.byteLength(line) + 1;
  }
  return lines;
}

const SHORTEST = 20;
const LONGEST = 400;

/** Overlapping passages of 20 to 400 characters, evenly spread, the first of them on the first screen. */
export function marksOf({ highlights }: Cell, length: number): readonly Mark[] {
  const chance = randomNumbers(7);
  return Array.from({ length: highlights }, (_, at) => {
    const start = at === 0 ? 0 : Math.floor(chance() * (length - LONGEST));
    return { start, end: start + SHORTEST + Math.floor(chance() * (LONGEST - SHORTEST)) };
  });
}
