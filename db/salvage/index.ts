export { clearSalvage, salvageNotebook } from './salvage.ts';
export type { Reread } from './texts.ts';
