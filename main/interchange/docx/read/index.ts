/** Word documents in. */
export { docxReader } from './read.ts';
