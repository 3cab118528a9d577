/** Word documents out, as a summary. */
export { docxWriter } from './write.ts';
