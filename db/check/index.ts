export { checkNotebook, repairNotebook } from './check.ts';
export { findTextDefects } from './texts.ts';
