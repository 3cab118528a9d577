import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { LecternError } from '../../../db/model/index.ts';
import { type Guess, guessLegacy, guessSevenBit, isKnownEncoding, isWebEncoding } from './guess.ts';
import { surveyUtf8, type Utf8Survey } from './utf8.ts';
import { guessUtf16 } from './utf16.ts';

/** Text read from bytes, and how sure the reading is. */
export interface Decoded {
  /** As decoded: the byte-order mark is gone, nothing else is cleaned yet. */
  readonly text: string;
  /** Label of the encoding, lower case (`utf-8`, `windows-1252`, `koi8-r`, `cp850` …). */
  readonly encoding: string;
  /** 1: told by a mark or proved by well-formedness; below: a guess. */
  readonly confidence: number;
  /** How many times U+FFFD stands for bytes that mean nothing in this encoding. */
  readonly replaced: number;
}

const BYTE_ORDER_MARKS: readonly (readonly [encoding: string, ...mark: number[]])[] = [
  ['utf-8', 0xef, 0xbb, 0xbf],
  ['utf-32le', 0xff, 0xfe, 0x00, 0x00],
  ['utf-32be', 0x00, 0x00, 0xfe, 0xff],
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
  ['gb18030', 0x84, 0x31, 0x95, 0x33],
];

/** A guess is never certain, whatever the detector says. */
const SUREST_GUESS = 0.99;

/** From this share of control bytes on, well-formed UTF-8 may be UTF-16 of a script below U+0800. */
const SUSPICIOUS_CONTROLS = 0.2;
/** As many bytes as are looked at to tell UTF-16. */
const BEGINNING = 65_536;
const ESCAPE = 0x1b;

/**
 * Bytes to text, never refusing: by a byte-order mark, as UTF-16 without one, as UTF-8 well-formed or with a few
 * faults, by a statistical guess. See docs/decisions/0010-how-an-encoding-is-found.md for the order and its evidence.
 */
export function decode(bytes: Uint8Array): Decoded {
  for (const [encoding, ...mark] of BYTE_ORDER_MARKS) {
    if (mark.every((byte, index) => bytes[index] === byte)) {
      return decodeAs(bytes.subarray(mark.length), encoding, 1);
    }
  }

  if (isPlainlyUtf8(bytes)) return decodeAs(bytes, 'utf-8', 1);
  const survey = surveyUtf8(bytes);
  const controlled = survey.controls >= bytes.length * SUSPICIOUS_CONTROLS;
  if (survey.controls > 0 && (survey.bad > 0 || controlled)) {
    const utf16 = guessUtf16(bytes);
    if (utf16 !== undefined) return decodeAs(bytes, utf16, 0.9);
  }
  if (survey.bad > 0 && isFaultyUtf8(survey)) {
    return decodeAs(bytes, 'utf-8', survey.sequences / (survey.sequences + survey.bad));
  }
  if (survey.bad > 0) return decodeGuess(bytes, guessLegacy(bytes));
  if (survey.escapes) return decodeGuess(bytes, guessSevenBit(bytes));
  return decodeAs(bytes, 'utf-8', 1);
}

/** Whether nothing speaks against it; told by the platform in a fiftieth of the time of a look at every byte. */
function isPlainlyUtf8(bytes: Uint8Array): boolean {
  if (!isUtf8(bytes) || bytes.includes(ESCAPE)) return false;
  const beginning = bytes.subarray(0, BEGINNING);
  return surveyUtf8(beginning).controls < beginning.length * SUSPICIOUS_CONTROLS;
}

/** The label of an encoding somebody named. @throws LecternError `unknown-encoding` for one that is not known here */
export function encodingCalled(name: string): string {
  const label = name.toLowerCase();
  if (isKnownEncoding(label)) return label;
  throw new LecternError('unknown-encoding', `There is no encoding “${name}”.`, { encoding: name });
}

/** Bytes to text in an encoding somebody chose; its byte-order mark is left out. @throws LecternError `unknown-encoding` */
export function decodeIn(bytes: Uint8Array, encoding: string): Decoded {
  const label = encodingCalled(encoding);
  const [, ...mark] = BYTE_ORDER_MARKS.find(([marked]) => marked === label) ?? [''];
  const isMarked = mark.length > 0 && mark.every((byte, index) => bytes[index] === byte);
  return decodeAs(isMarked ? bytes.subarray(mark.length) : bytes, label, 1);
}

function decodeGuess(bytes: Uint8Array, { encoding, confidence }: Guess): Decoded {
  return decodeAs(bytes, encoding, Math.min(confidence, SUREST_GUESS));
}

/**
 * A legacy text has sequences that look like UTF-8 only by accident, far fewer than faults; a UTF-8
 * text with damage has them the other way round.
 */
function isFaultyUtf8({ sequences, bad }: Utf8Survey): boolean {
  return sequences >= bad;
}

const UNDEFINED_IN_WINDOWS = /[\u0080-\u009F]/g;

/** Decodes under a known label, counting what had to be replaced. */
function decodeAs(bytes: Uint8Array, encoding: string, confidence: number): Decoded {
  const strict = decodeStrictly(bytes, encoding);
  const text = strict ?? decodeLeniently(bytes, encoding);
  const replaced = strict === undefined ? count(text, '\uFFFD') - countOwn(bytes, encoding) : 0;
  if (!encoding.startsWith('windows-')) return { text, encoding, confidence, replaced };

  // The Windows code pages of the web map their undefined bytes to C1 controls, which cleaning would
  // drop without a word; a character that is lost has to show.
  const shown = text.replace(UNDEFINED_IN_WINDOWS, '\uFFFD');
  return { text: shown, encoding, confidence, replaced: count(shown, '\uFFFD') };
}

/** The text where every byte means something, by the platform's decoder; nothing where that lacks the encoding. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { ignoreBOM: true, fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** By the platform where it can; the DOS code pages and UTF-32 are iconv-lite's. */
function decodeLeniently(bytes: Uint8Array, encoding: string): string {
  return isWebEncoding(encoding)
    ? new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
    : iconv.decode(bytes, encoding, { stripBOM: false });
}

/** U+FFFD that stand in the bytes as such and replace nothing. */
function countOwn(bytes: Uint8Array, encoding: string): number {
  if (encoding !== 'utf-8') return 0;
  let own = 0;
  for (let at = bytes.indexOf(0xef); at !== -1; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) own += 1;
  }
  return own;
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) found += 1;
  return found;
}
