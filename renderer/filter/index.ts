export { filterCommands } from './commands.ts';
export { FilterStatus } from './filter-status.tsx';
