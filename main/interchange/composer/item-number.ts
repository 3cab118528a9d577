/** How a list counts, in the words of CSS. */
export type Counting = 'decimal' | 'lower-alpha' | 'upper-alpha' | 'lower-roman' | 'upper-roman';

/** A number as a list of the original shows it; as digits where its letters go no further. */
export function itemNumber(number: number, counting: Counting): string {
  const written =
    counting === 'decimal' || !Number.isSafeInteger(number)
      ? ''
      : counting.endsWith('alpha')
        ? inLetters(number)
        : inRomanNumerals(number);
  if (written === '') return String(number);
  return counting.startsWith('upper') ? written.toUpperCase() : written;
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
  if (number < 1 || number > 3999) return '';
  let left = number;
  let written = '';
  for (const [worth, sign] of NUMERALS) {
    for (; left >= worth; left -= worth) written += sign;
  }
  return written;
}
