/** OpenDocument text out, as a summary. */
export { odtWriter } from './write.ts';
