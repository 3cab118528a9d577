/** Marks that may stand between two letters of a word: apostrophe, hyphens, dashes, middle dot, soft hyphen. */
const INSIDE_WORDS: ReadonlySet<number> = new Set([0x91, 0x92, 0x96, 0x97, 0xa0, 0xad, 0xb7]);
/** Letters that are words of their own in some western language: à å æ è é ê ó ô ö ø, and their capitals. */
const LONE_WORDS: ReadonlySet<number> = new Set([
  0xc0, 0xc5, 0xc6, 0xc8, 0xc9, 0xca, 0xd3, 0xd4, 0xd6, 0xd8, 0xe0, 0xe5, 0xe6, 0xe8, 0xe9, 0xea, 0xf3, 0xf4, 0xf6,
  0xf8,
]);
/** Letters of windows-1252 outside the row of letters: Š Œ Ž š œ ž Ÿ ƒ. */
const STRAY_LETTERS: ReadonlySet<number> = new Set([0x83, 0x8a, 0x8c, 0x8e, 0x9a, 0x9c, 0x9e, 0x9f]);
const UNDEFINED: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * How well bytes read as windows-1252: the share of the bytes beyond ASCII that stand where a western
 * writer would put that character. Letters touch an ASCII letter; signs do not stand inside a word.
 * 0xFF (ÿ) never counts: it is the commonest byte of damage and among the rarest of letters.
 */
export function readsAsWestern(bytes: Uint8Array): number {
  let beyond = 0;
  let sensible = 0;
  bytes.forEach((byte, at) => {
    if (byte < 0x80) return;
    beyond += 1;
    if (isSensible(byte, bytes[at - 1] ?? 0x20, bytes[at + 1] ?? 0x20)) sensible += 1;
  });
  return beyond === 0 ? 0 : sensible / beyond;
}

function isSensible(byte: number, before: number, after: number): boolean {
  if (UNDEFINED.has(byte) || byte === 0xff) return false;
  const inWord = isAsciiLetter(before) || isAsciiLetter(after);
  if (isWesternLetter(byte)) {
    return inWord || (LONE_WORDS.has(byte) && before < 0x80 && after < 0x80);
  }
  return INSIDE_WORDS.has(byte) || !(isAsciiLetter(before) && isAsciiLetter(after));
}

function isWesternLetter(byte: number): boolean {
  return (byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7) || STRAY_LETTERS.has(byte);
}

function isAsciiLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
