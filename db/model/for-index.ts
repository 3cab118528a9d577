import { fold } from './fold.ts';

/** The scripts that write no spaces, as a character class of a pattern spells them. */
export const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;

const UNSPACED_LETTER = new RegExp(`[${UNSPACED}]`, 'gu');

/** Where such letters may be among these; few texts have any of them, and they are looked for several times faster. */
const LATER = /[\u0e00-\u1fff\u2e80-\uffff]/;

/** A text as the full-text index takes it in: folded, and with its words set apart. */
export function forIndex(text: string): string {
  const folded = fold(text);
  return LATER.test(folded) ? folded.replace(UNSPACED_LETTER, ' $& ') : folded;
}
