/** OpenDocument text out, as a summary. */

export { flatOdtReader, odtReader } from './read/index.ts';
export { odtWriter } from './write.ts';
