export { checkNotebook, repairNotebook } from './check.ts';
