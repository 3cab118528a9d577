/**
 * What a word is, for the index and for queries alike: a run of letters and digits of the folded text. In scripts that
 * write no spaces each character counts as a word, so that any run of them is found as a phrase.
 */
import { fold, UNSPACED } from '../model/index.ts';

const UNSPACED_LETTER = new RegExp(`[${UNSPACED}]`, 'u');
const TOKEN = new RegExp(String.raw`[${UNSPACED}]|(?:(?![${UNSPACED}])[\p{L}\p{N}])+`, 'gu');

/** The words of a text, folded. */
export function tokens(text: string): string[] {
  return fold(text).match(TOKEN) ?? [];
}

/**
 * A pattern that finds the words in this order in a folded text, whole words only; with `prefix` the last may go on.
 * Made for the global flag, with `lastIndex` and `matchAll`.
 */
export function tokenPattern(words: readonly string[], prefix: boolean): RegExp {
  const letter = String.raw`(?![${UNSPACED}])[\p{L}\p{N}]`;
  const notInside = String.raw`(?<!(?![${UNSPACED}])[\p{L}\p{N}])`;
  const parts = words.map((word) => {
    const unspaced = word.search(UNSPACED_LETTER) >= 0;
    return { word, before: unspaced ? '' : notInside, after: unspaced ? '' : `(?!${letter})` };
  });
  const source = parts
    .map(({ word, before, after }, at) => {
      const isLast = at === parts.length - 1;
      return `${before}${word}${isLast && prefix ? `(?:${letter})*` : after}`;
    })
    .join(String.raw`[^\p{L}\p{N}]*`);
  return new RegExp(source, 'gu');
}
