/**
 * Folding: how a text looks to somebody who searches. Case, accents, ligatures and invisible characters are gone, and
 * so are the letters that no Unicode decomposition takes apart (ø, æ, ß, đ, ё …). What is stored is never folded.
 * Folding twice gives the same as folding once.
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

const PLAIN = /^[\0-\x7f]*$/;

/** The folded text. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  let folded = '';
  for (const character of text) folded += foldCodePoint(character.codePointAt(0) ?? 0);
  return folded;
}

/** A folded text that knows where it came from. Offsets are UTF-16 units on both sides. */
export interface FoldedText {
  readonly folded: string;
  /** For each unit of `folded`, where the character it comes from begins in the text; at the end, the text's length. */
  readonly origins: Uint32Array;
}

/** The folded text with the way back, for showing a match where it stands. */
export function foldWithOrigins(text: string): FoldedText {
  let folded = '';
  const origins: number[] = [];
  let at = 0;
  for (const character of text) {
    const piece = foldCodePoint(character.codePointAt(0) ?? 0);
    for (let unit = 0; unit < piece.length; unit++) origins.push(at);
    folded += piece;
    at += character.length;
  }
  origins.push(at);
  return { folded, origins: Uint32Array.from(origins) };
}

/**
 * The stretch of the text that a stretch of its folded form stands for, marks that follow it included.
 * All in UTF-16 units, end exclusive; the stretch must not be empty.
 */
export function unfoldRange({ origins }: FoldedText, start: number, end: number): [start: number, end: number] {
  const last = origins[end - 1] ?? 0;
  let next = end;
  // A character that folds to several ends only where the next one begins.
  while (next < origins.length - 1 && origins[next] === last) next++;
  return [origins[start] ?? 0, origins[next] ?? last];
}
