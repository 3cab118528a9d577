/** OpenDocument texts in. */
export { flatOdtReader, odtReader } from './read.ts';
