/** PDF in, where it has a text layer. */
export { pdfReader } from './read.ts';
