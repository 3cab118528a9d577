/** Citations and bibliographies in a style: ours, or any CSL style. */
export { type Citer, createCiter } from './citer.ts';
export type { Citable } from './item.ts';
