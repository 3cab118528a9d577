/**
 * What each UTF-16 unit is to somebody who looks for names, in one table, so that a text is read at one look-up a unit.
 * A word is a run of letters, marks and digits (Unicode properties L, M, N); in scripts that write no spaces each letter
 * is a word of its own, as in the full-text index.
 */
import { fold } from '../fold.ts';

/** No part of a word. */
export const GAP = 1;
/** Invisible, for instance a soft hyphen: neither ends a word nor belongs to it. */
export const FORMAT = 2;
/** Belongs to the word before it and is dropped by folding: an accent, a vowel sign, the Arabic stretcher. */
export const MARK = 3;
/** Half of a character beyond U+FFFF, or a letter that folds to several: asks for a closer look. */
export const ODD = 4;
/** A letter that is a word. */
export const ALONE = 5;

const LETTER = /[\p{L}\p{N}]/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** By unit: 0 while nobody has asked, one of the above, or the unit the letter folds to. */
export const LETTERS = new Uint16Array(0x10000);

/** Looks a unit up that nobody has asked for yet. */
export function letterOf(unit: number): number {
  const letter = unit >= 0xd800 && unit <= 0xdfff ? ODD : classify(String.fromCharCode(unit));
  LETTERS[unit] = letter;
  return letter;
}

/** What a character is, one beyond U+FFFF among them. */
export function classify(character: string): number {
  if (/\p{M}/u.test(character)) return MARK;
  if (/\p{Cf}/u.test(character)) return FORMAT;
  if (!LETTER.test(character)) return GAP;
  if (UNSPACED.test(character)) return ALONE;
  const folded = fold(character);
  if (folded === '') return MARK;
  return folded.length === 1 ? folded.charCodeAt(0) : ODD;
}
