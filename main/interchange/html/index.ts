/** HTML in, as the text of pages and books, and out, as a summary. */
export { composeHtml, type FlowOptions } from './flow.ts';
export { htmlReader, readPage } from './read.ts';
export { htmlWriter } from './write.ts';
