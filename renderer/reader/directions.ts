/**
 * Which way a character of a mixed line runs. The document does not tell; this follows the strong characters around it,
 * as the Unicode Bidirectional Algorithm (Standard Annex 9) does for text without embeddings, over a short stretch.
 */

const FROM_RIGHT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u;
const FROM_LEFT = /[\p{L}\p{Nd}]/u;

const ONLY_FROM_LEFT = new RegExp(`(?!${FROM_RIGHT.source})${FROM_LEFT.source}`, 'u');

/** Whether some of a text runs from the right and some from the left. */
export function runsBothWays(text: string): boolean {
  return FROM_RIGHT.test(text) && ONLY_FROM_LEFT.test(text);
}

/** Characters looked at on either side of a space or sign. */
const REACH = 60;

/** @param isRtl whether the paragraph runs from right to left */
export function runsFromRight(text: string, at: number, isRtl: boolean): boolean {
  const own = strong(text, at);
  if (own !== null) return own;
  const before = nearest(text, at, -1);
  return before !== null && before === nearest(text, at, 1) ? before : isRtl;
}

function nearest(text: string, from: number, step: 1 | -1): boolean | null {
  for (let at = from + step, left = REACH; left > 0 && at >= 0 && at < text.length; at += step, left--) {
    const found = strong(text, at);
    if (found !== null) return found;
  }
  return null;
}

/** Null for a character that runs as those around it; digits run from the left in every script. */
function strong(text: string, at: number): boolean | null {
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (/\p{Nd}/u.test(sign)) return false;
  if (FROM_RIGHT.test(sign) && /[\p{L}\p{M}]/u.test(sign)) return true;
  return FROM_LEFT.test(sign) ? false : null;
}
