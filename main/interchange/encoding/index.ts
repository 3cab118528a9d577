/** Bytes to text: which encoding a file is in, and what could not be read. */
export { type Decoded, decode } from './decode.ts';
export { isText } from './is-text.ts';
