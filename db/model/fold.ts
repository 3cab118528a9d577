/**
 * Folding: how a text looks to somebody who searches. Case, accents, ligatures and invisible characters are gone, and
 * so are the letters that no Unicode decomposition takes apart (ø, æ, ß, đ, ё …). What is stored is never folded.
 * Folding twice gives the same as folding once, and a text folds as its characters do, one by one.
 */

/** Letters without a decomposition that people type without; after lower-casing. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ŋ: 'n',
  ĸ: 'k',
  ƒ: 'f',
  ς: 'σ',
  // Ukrainian ґ is typed as г where the keyboard lacks it; ё and й come apart by themselves.
  ґ: 'г',
  // Persian and Urdu forms of letters Arabic has too, and the dotless ya.
  ک: 'ك',
  ی: 'ي',
  ى: 'ي',
};

/** Marks, invisible formatting (soft hyphen, joiners, direction marks) and the Arabic stretcher. */
const DROPPED = /[\p{M}\p{Cf}\u0640]/gu;

// Letters only decompose into letters that are lower-cased again: ϓ, for instance, into Υ.
const known = new Map<number, string>();

/** One code point folded; may be empty or several characters. */
function foldCodePoint(codePoint: number): string {
  let folded = known.get(codePoint);
  if (folded === undefined) {
    folded = '';
    const plain = String.fromCodePoint(codePoint).normalize('NFKD').toLowerCase().normalize('NFKD');
    for (const letter of plain.replace(DROPPED, '')) folded += LETTERS[letter] ?? letter;
    known.set(codePoint, folded);
  }
  return folded;
}

/** Stands in `singles` for a character that does not fold to one unit; no character of its own. */
const SEVERAL = 0xffff;

/** What a UTF-16 unit that is a character folds to, where that is one unit; 0 while nobody has asked. */
const singles = new Uint16Array(0x10000);

function singleFor(unit: number): number {
  const folded = unit >= 0xd800 && unit <= 0xdfff ? '' : foldCodePoint(unit);
  const single = folded.length === 1 ? folded.charCodeAt(0) : SEVERAL;
  singles[unit] = single;
  return single;
}

/** Units made into a string at once. */
const STRETCH = 8192;

/** Hears of a character that does not fold from one unit to one: where it is and how long, folded and not. */
export type OddListener = (at: number, length: number, foldedAt: number, foldedLength: number) => void;

/** Folds a text and tells of the characters that keep the two from having the same offsets. */
export function foldAndTell(text: string, onOdd: OddListener): string {
  const pieces: string[] = [];
  // An array, because a string is made of one several times faster than of a typed array.
  const units: number[] = [];
  let filled = 0;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const single = singles[unit] || singleFor(unit);
    if (single !== SEVERAL) units[filled++] = single;
    else {
      const codePoint = text.codePointAt(at) ?? 0;
      const length = codePoint > 0xffff ? 2 : 1;
      const folded = foldCodePoint(codePoint);
      onOdd(at, length, before + filled, folded.length);
      for (let letter = 0; letter < folded.length; letter++) units[filled++] = folded.charCodeAt(letter);
      at += length - 1;
    }
    if (filled >= STRETCH || at >= text.length - 1) {
      pieces.push(String.fromCharCode(...(filled === units.length ? units : units.slice(0, filled))));
      before += filled;
      filled = 0;
    }
  }
  return pieces.join('');
}

const PLAIN = /^[\0-\x7f]*$/;
const nobody = () => {};

/** The folded text. */
export function fold(text: string): string {
  return PLAIN.test(text) ? text.toLowerCase() : foldAndTell(text, nobody);
}
