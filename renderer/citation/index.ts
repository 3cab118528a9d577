/** Words copied with the source they come from. */
export { type Citable, copyWithCitation } from './copy.ts';
