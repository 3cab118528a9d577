/** HTML out, as a summary. */
export { htmlWriter } from './write.ts';
