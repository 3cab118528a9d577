import type { Line } from './lines.ts';
import { median, type Region } from './regions.ts';

/** What a line is to the text before it. */
export type Join = 'continues' | 'begins';

/** Lines as far apart as this many times the usual are not of one paragraph. */
const APART = 1.4;
/** In sizes; what lies further apart everywhere is no running text. */
const WIDEST_LEADING = 2;
const SIZES_DIFFER = 0.12;
const INDENTED = 0.8;
/** A line that leaves this share of its column free is the last of its paragraph, if a sentence ends with it. */
const SHORT = 0.15;
/** One that leaves so much free is the last whatever it ends with, if no small letter follows: verses, lists, addresses. */
const MUCH_SHORTER = 0.3;
const SENTENCE_ENDS = /[.!?:;…]["”’»)\]]*$/u;
export const BULLET = /^(?:[•◦▪‣●○■–]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+\S/u;

/** Where paragraphs begin among the lines of a region; the first line begins one. */
export function joinsOf({ lines, left, right }: Region): Join[] {
  const leading = median(
    lines
      .slice(1)
      .map((line, at) => line.y - (lines[at]?.y ?? 0))
      .filter((gap) => gap > 0),
  );
  return lines.map((line, at) => {
    const before = lines[at - 1];
    return before !== undefined && follows(before, line, { left, right, leading }) ? 'continues' : 'begins';
  });
}

function follows(before: Line, line: Line, column: { left: number; right: number; leading: number }): boolean {
  const size = Math.max(before.size, line.size);
  const usual = Math.min(Math.max(column.leading, size), WIDEST_LEADING * size);
  if (line.y - before.y > APART * usual) return false;
  if (Math.abs(line.size - before.size) > SIZES_DIFFER * size) return false;
  if (BULLET.test(line.text)) return false;
  const indented = line.left - column.left > INDENTED * size && before.left - column.left <= INDENTED * size * 0.6;
  if (indented && !BULLET.test(before.text)) return false;
  const free = (column.right - before.right) / (column.right - column.left);
  if (free > MUCH_SHORTER && !/^\p{Ll}/u.test(line.text)) return false;
  return !(free > SHORT && SENTENCE_ENDS.test(before.text));
}

/** Whether a paragraph goes on over the edge of a column or a page: in the middle of a sentence, in letters of its size. */
export function goesOn(before: Line, line: Line): boolean {
  const alike = Math.abs(line.size - before.size) <= SIZES_DIFFER * Math.max(before.size, line.size);
  return alike && !SENTENCE_ENDS.test(before.text) && /^[\p{Ll}(]/u.test(line.text);
}

/**
 * The text between two lines of a paragraph, and how the first ends: a hyphen that divides a word becomes a soft one, which a
 * search passes over and the eye does not see; other lines are divided by a space.
 */
export function joined(before: string, line: string): { readonly cut: number; readonly between: string } {
  if (/\p{L}[-\u2010\u00AD]$/u.test(before) && /^\p{Ll}/u.test(line)) return { cut: 1, between: '\u00AD' };
  if (/[-–—/\u2010]$/u.test(before) && /\S[-–—/\u2010]$/u.test(before)) return { cut: 0, between: '' };
  return { cut: 0, between: WITHOUT_SPACES.test(before) && WITHOUT_SPACES.test(line.slice(0, 1)) ? '' : ' ' };
}

/** Scripts that write no spaces between words. */
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}、。」』）]$/u;

/** So many lines in a row with cells make a table. */
const FEWEST_ROWS = 3;

/** The lines of a region that are rows of a table: those with several cells, where enough of them follow one another. */
export function rowsOf(lines: readonly Line[]): ReadonlySet<Line> {
  const rows = new Set<Line>();
  let run: Line[] = [];
  for (const line of [...lines, undefined]) {
    if (line !== undefined && line.cells.length > 1) {
      run.push(line);
      continue;
    }
    if (run.length >= FEWEST_ROWS) for (const each of run) rows.add(each);
    run = [];
  }
  return rows;
}
