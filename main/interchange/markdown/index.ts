/** Markdown in, as a source, and out, as a summary. */
export { markdownReader } from './read.ts';
