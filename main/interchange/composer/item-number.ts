/** How a list counts: in the words of CSS, and with letters that word processors repeat after z (aa, bb, …). */
export type Counting =
  | 'decimal'
  | 'lower-alpha'
  | 'upper-alpha'
  | 'lower-letters'
  | 'upper-letters'
  | 'lower-roman'
  | 'upper-roman';

/** How lists count by the sign of their first item, as HTML and OpenDocument say it. */
export const COUNTING_BY_SIGN: Readonly<Record<string, Counting>> = {
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};

/** A number as a list of the original shows it; as digits where its letters go no further. */
export function itemNumber(number: number, counting: Counting): string {
  const written = Number.isSafeInteger(number) && number > 0 ? inSigns(number, counting) : '';
  if (written === '') return String(number);
  return counting.startsWith('upper') ? written.toUpperCase() : written;
}

function inSigns(number: number, counting: Counting): string {
  if (counting.endsWith('alpha')) return inLetters(number);
  if (counting.endsWith('letters')) return inRepeatedLetters(number);
  return counting.endsWith('roman') ? inRomanNumerals(number) : '';
}

/** More letters than anybody counts with. */
const MOST_REPEATED = 30;

function inRepeatedLetters(number: number): string {
  const times = Math.ceil(number / 26);
  return times > MOST_REPEATED ? '' : String.fromCharCode(0x61 + ((number - 1) % 26)).repeat(times);
}

/** `a` … `z`, `aa` … as spreadsheets name columns, which is how browsers count on. */
function inLetters(number: number): string {
  let letters = '';
  for (let left = number; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(0x61 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

const NUMERALS = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

function inRomanNumerals(number: number): string {
  if (number > 3999) return '';
  let left = number;
  let written = '';
  for (const [worth, sign] of NUMERALS) {
    for (; left >= worth; left -= worth) written += sign;
  }
  return written;
}
