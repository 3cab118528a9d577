/** Word documents out, as a summary. */

export { docxReader } from './read/index.ts';
export { docxWriter } from './write.ts';
