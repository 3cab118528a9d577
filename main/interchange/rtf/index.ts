/** RTF in. */
export { rtfReader } from './read.ts';
