import { surveyUtf8 } from './utf8.ts';
import { guessUtf16, nonsenseShare, type Utf16 } from './utf16.ts';

/** Control bytes tolerated in Unicode text: old logs and copied terminals hold some. */
const CONTROLS_IN_UNICODE = 0.1;
/** In bytes that are not UTF-8 either, fewer: compressed data has about one control in ten. */
const CONTROLS_IN_LEGACY = 0.02;
const NONSENSE_IN_UTF16 = 0.1;

/** Tells text in any encoding `decode` reads from binary data, by control bytes and well-formedness. */
export function isText(bytes: Uint8Array): boolean {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return isMarkedUtf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return isMarkedUtf16(bytes, 'utf-16be');

  const { controls, sequences, bad } = surveyUtf8(bytes);
  const tolerated = sequences >= bad ? CONTROLS_IN_UNICODE : CONTROLS_IN_LEGACY;
  if (controls <= bytes.length * tolerated) return true;
  if (controls === 1 && bad === 0 && bytes.length > 1) return true;
  return guessUtf16(bytes) !== undefined;
}

function isMarkedUtf16(bytes: Uint8Array, order: Utf16): boolean {
  // FF FE 00 00 is the mark of UTF-32, whose units are half zeros when read as UTF-16.
  const utf32 = order === 'utf-16le' && bytes[2] === 0 && bytes[3] === 0 && bytes.length % 4 === 0;
  return utf32 || nonsenseShare(bytes.subarray(2), order) <= NONSENSE_IN_UTF16;
}
