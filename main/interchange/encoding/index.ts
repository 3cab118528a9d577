/** Bytes to text: which encoding a file is in, and what could not be read. */
export { characterLength } from './character-length.ts';
export { type Decoded, decode, decodeIn, encodingCalled } from './decode.ts';
export { isKnownEncoding } from './guess.ts';
export { isText } from './is-text.ts';
export { type EncodingReading, encodingReadings, isContested, readingIn } from './readings.ts';
