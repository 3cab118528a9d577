/** Plain text in. */
export { plainTextReader } from './read.ts';
export { plainTextWriter } from './write.ts';
