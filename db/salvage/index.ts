export { clearSalvage, salvageNotebook } from './salvage.ts';
export type { ReadAs, Reread } from './texts.ts';
