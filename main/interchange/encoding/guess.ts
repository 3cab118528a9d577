import iconv from 'iconv-lite';
import { chardet } from 'jschardet';
import { readsAsWestern } from './western.ts';

/** An encoding guessed from the statistics of the bytes. */
export interface Guess {
  readonly encoding: string;
  /** 0 to 1, as the detector reports it. */
  readonly confidence: number;
}

/** Bytes handed to the detector: it is slow on megabytes and no better for them. */
const SAMPLE_BYTES = 65_536;
/** All families jschardet knows except the mainframe ones (32), whose texts no desktop holds. */
const DESKTOP_ERAS = 31;
/** With fewer bytes beyond ASCII than this, spelling says more than statistics. */
const FEW_BYTES = 6;
/** Below this, on so little, the detector is outvoted by spelling that is half right … */
const WEAK = 0.1;
/** … and below this it is drawing lots. */
const HARDLY = 0.04;

const FALLBACK: Guess = { encoding: 'windows-1252', confidence: 0 };

/** Names of jschardet without a decoder of that name, and subsets whose superset is safer. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['ascii', 'utf-8'],
  ['iso-8859-1', 'windows-1252'],
  ['cp932', 'shift_jis'],
  ['shift_jis_2004', 'shift_jis'],
  ['euc-jis-2004', 'euc-jp'],
  ['iso-2022-jp-2', 'iso-2022-jp'],
  ['iso-2022-jp-2004', 'iso-2022-jp'],
  ['iso-2022-jp-ext', 'iso-2022-jp'],
  ['cp949', 'euc-kr'],
  ['gb2312', 'gb18030'],
  ['gbk', 'gb18030'],
  ['big5hkscs', 'big5'],
  ['big5-hkscs', 'big5'],
  ['macroman', 'macintosh'],
  ['maccyrillic', 'x-mac-cyrillic'],
  ['tis-620', 'windows-874'],
]);

/**
 * Guesses the encoding of bytes that are neither UTF-16 nor, as a whole, UTF-8. A short text is read
 * as windows-1252 where that spells words; where no reading makes sense, as UTF-8 with faults.
 */
export function guessLegacy(bytes: Uint8Array): Guess {
  const sample = telling(bytes);
  const [best] = guessesOf(sample);
  if (!hasFew(sample)) return best ?? FALLBACK;

  const sensible = readsAsWestern(sample);
  if (sensible === 1 || (sensible >= 0.5 && (best === undefined || best.confidence < WEAK))) {
    return { encoding: 'windows-1252', confidence: sensible / 2 };
  }
  const lost = best === undefined || best.confidence < HARDLY || best.encoding === 'windows-1252';
  return lost ? { encoding: 'utf-8', confidence: 0 } : best;
}

/** Whether there are too few bytes beyond ASCII for statistics. */
export function hasFew(sample: Uint8Array): boolean {
  return sample.filter((byte) => byte >= 0x80).length < FEW_BYTES;
}

/** All that the detector takes the bytes for, the likeliest first. */
export function legacyGuesses(bytes: Uint8Array): readonly Guess[] {
  return guessesOf(telling(bytes));
}

function guessesOf(sample: Uint8Array): readonly Guess[] {
  return chardet.detectAll(sample, { encodingEra: DESKTOP_ERAS }).flatMap((result) => {
    const encoding = decodable(result.encoding);
    return encoding === undefined ? [] : [{ encoding, confidence: result.confidence }];
  });
}

/** Guesses an encoding that writes everything in bytes below 0x80, such as ISO-2022-JP; else it is plain UTF-8. */
export function guessSevenBit(bytes: Uint8Array): Guess {
  const [best] = chardet.detectAll(bytes.subarray(0, SAMPLE_BYTES), { encodingEra: DESKTOP_ERAS });
  const encoding = decodable(best?.encoding ?? null);
  return encoding === 'iso-2022-jp' && best !== undefined
    ? { encoding, confidence: best.confidence }
    : { encoding: 'utf-8', confidence: 1 };
}

/** The label a decoder here understands, or nothing. */
function decodable(name: string | null): string | undefined {
  if (name === null) return undefined;
  const lower = name.toLowerCase().replace(/^iso(?=\d)/, 'iso-');
  const label = NAMES.get(lower) ?? lower;
  return isKnownEncoding(label) ? label : undefined;
}

/** Whether text can be read in an encoding of this label. */
export function isKnownEncoding(label: string): boolean {
  // The library has codecs of its own that are no encodings of text.
  if (/^(?:base64|hex|binary|internal|utf7.*)$/i.test(label)) return false;
  return isWebEncoding(label) || iconv.encodingExists(label);
}

/** Whether the platform's TextDecoder knows the label; it lacks the DOS code pages and UTF-32. */
export function isWebEncoding(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

/**
 * The part of the bytes worth looking at: the lines with something beyond ASCII, as many as fit. A long
 * English text with one foreign name on its last page is judged by that name.
 */
export function telling(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE_BYTES) return bytes;
  const sample = new Uint8Array(SAMPLE_BYTES);
  let filled = 0;
  let at = 0;
  while (filled < SAMPLE_BYTES) {
    const high = bytes.subarray(at).findIndex((byte) => byte >= 0x80);
    if (high === -1) break;
    const start = Math.max(at, bytes.lastIndexOf(0x0a, at + high) + 1, at + high - 256);
    const lineEnd = bytes.indexOf(0x0a, at + high);
    const end = Math.min(lineEnd === -1 ? bytes.length : lineEnd + 1, start + SAMPLE_BYTES - filled);
    sample.set(bytes.subarray(start, end), filled);
    filled += end - start;
    at = end;
  }
  return sample.subarray(0, filled);
}
