import { decodeIn } from './decode.ts';
import { type Guess, hasFew, legacyGuesses, telling } from './guess.ts';
import { oddWords } from './plausible.ts';

/** How the telling lines of a file read in one encoding. */
export interface EncodingReading {
  readonly encoding: string;
  /** The lines with something beyond ASCII, or the first ones. */
  readonly sample: string;
  /** Characters that mean nothing in this encoding. */
  readonly replaced: number;
}

/** So many ways to read a file are offered; the rest can be asked for by name. */
const MOST_OFFERED = 6;
const SAMPLE_LENGTH = 1200;
/** Encodings that are offered where nothing speaks against them, because files in them are common. */
const COMMON = ['utf-8', 'windows-1252', 'windows-1250', 'windows-1251', 'macintosh', 'cp850'] as const;

/** The ways in which a file may be read, the likeliest first; each reads differently from those before it. */
export function encodingReadings(bytes: Uint8Array): readonly EncodingReading[] {
  const guessed = legacyGuesses(bytes).map(({ encoding }) => encoding);
  const found: (EncodingReading & { readonly odd: number })[] = [];
  for (const encoding of new Set([...guessed, ...COMMON])) {
    const reading = readingIn(bytes, encoding);
    if (found.some(({ sample }) => sample === reading.sample)) continue;
    found.push({ ...reading, odd: oddWords(reading.sample) + reading.replaced });
  }
  return found
    .toSorted((a, b) => a.odd - b.odd)
    .slice(0, MOST_OFFERED)
    .map(({ odd: _, ...reading }) => reading);
}

/** How the telling lines of a file read in an encoding. */
export function readingIn(bytes: Uint8Array, encoding: string): EncodingReading {
  // Lines of UTF-16 and UTF-32 end in more than one byte.
  const lines = encoding.startsWith('utf-8') || !encoding.startsWith('utf-') ? telling(bytes) : bytes.subarray(0, 4096);
  const { text, replaced } = decodeIn(lines.length > 0 ? lines : bytes.subarray(0, 4096), encoding);
  const sample = text.trim();
  return { encoding, sample: sample.length > SAMPLE_LENGTH ? `${sample.slice(0, SAMPLE_LENGTH)}…` : sample, replaced };
}

/** What Western text was written in before Windows, and beside it. */
const OF_OTHER_SYSTEMS = ['macintosh', 'cp850'] as const;

/** A reading that is less than so much likelier than another one is contested by it. */
const MARGIN = 0.85;

/**
 * Whether a guess may as well be another one, so that somebody should be asked: where another encoding is about as likely and
 * makes no odder words, or makes fewer. Of a few bytes statistics say nothing; there the old encodings of other systems are
 * rivals too.
 */
export function isContested(bytes: Uint8Array, { encoding, confidence }: Guess): boolean {
  // A text with more well-formed sequences than faults is UTF-8 with damage.
  if (encoding.startsWith('utf-') && confidence >= 0.5) return false;
  const best = readingIn(bytes, encoding);
  const odd = oddWords(best.sample) + best.replaced;
  const isShort = hasFew(telling(bytes));
  const others = isShort ? OF_OTHER_SYSTEMS.map((label) => ({ encoding: label, confidence })) : [];
  return [...legacyGuesses(bytes), ...others].some((rival) => {
    const reading = readingIn(bytes, rival.encoding);
    if (reading.sample === best.sample) return false;
    const rivalOdd = oddWords(reading.sample) + reading.replaced;
    return rivalOdd < odd || (rivalOdd === odd && rival.confidence >= MARGIN * confidence);
  });
}
