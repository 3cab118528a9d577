/** Pages saved in one file in. */
export { mhtmlReader } from './read.ts';
