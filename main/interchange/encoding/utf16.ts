export type Utf16 = 'utf-16le' | 'utf-16be';

/** Bytes looked at: enough to be sure, cheap for a file of any size. */
const SAMPLE_BYTES = 65_536;
/** More nonsense than this share of the units, and it is no text. */
const TOLERATED_NONSENSE = 0.01;
/** A table of one number over and over is no word. */
const FEWEST_LETTERS = 3;
/** One Unicode page (256 code points) holding this share of the units is a script at work. */
const DOMINANT_PAGE = 0.7;

const SEPARATORS: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0d, 0x20, 0x3000, 0x3001, 0x3002, 0xff0c]);
const NO_TEXT = /[\uFFFD\p{Cn}\p{Co}\p{Cs}]|(?![\t\n\v\f\r])\p{Cc}/u;

/**
 * Tells UTF-16 without a byte-order mark from bytes that are something else. Asked only about bytes
 * that would otherwise be full of control characters, so English text is never taken for Chinese.
 *
 * In the right order the units are assigned characters, with separators (spaces, line ends,
 * ideographic full stops) or one dominating script; in the wrong order the same units are scattered.
 */
export function guessUtf16(bytes: Uint8Array): Utf16 | undefined {
  const little = evidence(bytes, 'utf-16le');
  const big = evidence(bytes, 'utf-16be');
  if (little === 0 && big === 0) return undefined;
  return little >= big ? 'utf-16le' : 'utf-16be';
}

/** Share of the characters that no text needs (unassigned, private, unpaired, controls) when read in this order. */
export function nonsenseShare(bytes: Uint8Array, order: Utf16): number {
  const { characters, nonsense } = survey(bytes, order);
  return characters === 0 ? 0 : nonsense / characters;
}

/** 0 when the bytes cannot be text in this order; else a number that grows with what speaks for it. */
function evidence(bytes: Uint8Array, order: Utf16): number {
  const { characters, different, nonsense, separators, dominant } = survey(bytes, order);
  if (different < FEWEST_LETTERS || nonsense > characters * TOLERATED_NONSENSE) return 0;
  const page = dominant / characters;
  return separators / characters + (page >= DOMINANT_PAGE ? page : 0);
}

interface Utf16Survey {
  readonly characters: number;
  readonly different: number;
  readonly nonsense: number;
  readonly separators: number;
  /** Characters of the commonest page, separators left out. */
  readonly dominant: number;
}

function survey(bytes: Uint8Array, order: Utf16): Utf16Survey {
  const sample = bytes.subarray(0, Math.min(SAMPLE_BYTES, bytes.length & ~1));
  const pages = new Map<number, number>();
  const different = new Set<number>();
  let characters = 0;
  let nonsense = 0;
  let separators = 0;
  for (const character of new TextDecoder(order, { ignoreBOM: true }).decode(sample)) {
    const code = character.codePointAt(0) ?? 0;
    characters += 1;
    different.add(code);
    if (NO_TEXT.test(character)) nonsense += 1;
    else if (SEPARATORS.has(code)) separators += 1;
    else pages.set(code >> 8, (pages.get(code >> 8) ?? 0) + 1);
  }
  return { characters, different: different.size, nonsense, separators, dominant: Math.max(0, ...pages.values()) };
}
