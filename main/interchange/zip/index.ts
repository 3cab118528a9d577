/** Zip archives out, the same bytes for the same parts. */
export { type Part, pack } from './pack.ts';
