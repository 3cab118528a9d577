/** What stands inside a word where somebody wrote it: letters, marks, digits, and what joins words. */
const INSIDE = /[\p{L}\p{M}\p{N}'’‘\-‐‑–—·\u00AD]/u;
/** A word, with whatever sign beyond ASCII stands in it. */
const WORDS = /[\p{L}\p{M}\u0080-\u{10FFFF}]+/gu;
const CAPITAL_INSIDE = /\p{Ll}\p{Lu}/u;

/**
 * How many words of a text look as nobody writes them: with a sign in the middle or at an edge that belongs to no word, with a
 * capital after a small letter, of two alphabets, or with something that was lost. Text read in a wrong encoding is full of them.
 */
export function oddWords(text: string): number {
  let odd = 0;
  for (const [word] of text.matchAll(WORDS)) {
    if (!/[\u0080-\u{10FFFF}]/u.test(word)) continue;
    if (word.includes('\uFFFD') || CAPITAL_INSIDE.test(word) || isMixed(word) || isSignOdd(word)) odd += 1;
  }
  return odd;
}

/** Letters of one alphabet among those of another. */
function isMixed(word: string): boolean {
  return (
    /\p{Script=Latin}/u.test(word) &&
    /\p{Script=Cyrillic}|\p{Script=Greek}|\p{Script=Hebrew}|\p{Script=Arabic}/u.test(word)
  );
}

/** Quotation marks and other punctuation may touch a word; signs of money, mathematics and drawing do not. */
function isSignOdd(word: string): boolean {
  const characters = [...word];
  if (!characters.some((character) => /\p{L}/u.test(character))) return false;
  return characters.some(
    (character) => !INSIDE.test(character) && !/\p{P}/u.test(character) && !/\p{Z}/u.test(character),
  );
}
