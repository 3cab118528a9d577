/** Plain text in. */
export { plainTextReader } from './read.ts';
