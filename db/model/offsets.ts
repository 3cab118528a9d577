/**
 * The one home of the conversion between the two ways of counting text.
 *
 * Lectern counts **Unicode code points** wherever a position is stored or leaves the program (database, contract,
 * interchange). JavaScript strings and the DOM count **UTF-16 code units**; the two differ after a character beyond
 * U+FFFF. Positions here are relative to the string at hand, usually one block.
 */

const HIGH_SURROGATE = /[\uD800-\uDBFF][\uDC00-\uDFFF]/;

/** Says whether the two counts differ anywhere in the text; where not, every conversion is the identity. */
export function hasAstral(text: string): boolean {
  return HIGH_SURROGATE.test(text);
}

/** Length of the text in code points. */
export function codePointLength(text: string): number {
  let count = text.length;
  if (!hasAstral(text)) return count;
  for (let at = 0; at < text.length - 1; at++) {
    if (isPairAt(text, at)) {
      count--;
      at++;
    }
  }
  return count;
}

/**
 * Turns a code-point offset into a UTF-16 offset.
 * An offset beyond the end gives the end; a negative one gives 0.
 */
export function toUtf16(text: string, codePoints: number): number {
  if (codePoints <= 0) return 0;
  let left = codePoints;
  let at = 0;
  while (at < text.length && left > 0) {
    at += isPairAt(text, at) ? 2 : 1;
    left--;
  }
  return at;
}

/**
 * Turns a UTF-16 offset into a code-point offset.
 * An offset between the halves of a surrogate pair counts as before the pair.
 */
export function toCodePoints(text: string, utf16: number): number {
  const end = Math.min(utf16, text.length);
  let count = 0;
  let at = 0;
  while (at < end) {
    const step = isPairAt(text, at) ? 2 : 1;
    if (at + step > end) break;
    at += step;
    count++;
  }
  return count;
}

/**
 * Turns UTF-16 offsets of one text into code points. Asking for places in their order costs no more than reading the
 * text once.
 */
export function codePointsIn(text: string): (utf16: number) => number {
  if (!hasAstral(text)) return (utf16) => Math.min(utf16, text.length);
  let counted = 0;
  let codePoints = 0;
  return (utf16) => {
    if (utf16 < counted) {
      counted = 0;
      codePoints = 0;
    }
    codePoints += toCodePoints(text.slice(counted, utf16), utf16 - counted);
    counted = utf16;
    return codePoints;
  };
}

/** The part of the text between two code-point offsets (start inclusive, end exclusive). */
export function sliceCodePoints(text: string, start: number, end: number): string {
  if (!hasAstral(text)) return text.slice(Math.max(0, start), Math.max(0, end));
  const from = toUtf16(text, start);
  return text.slice(from, from + toUtf16(text.slice(from), end - Math.max(0, start)));
}

function isPairAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff) return false;
  const next = text.charCodeAt(at + 1);
  return next >= 0xdc00 && next <= 0xdfff;
}
