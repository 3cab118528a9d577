/** EPUB in. */
export { epubReader } from './read.ts';
