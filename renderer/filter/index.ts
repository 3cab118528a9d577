export { ChoiceList } from './choice-list.tsx';
export { filterCommands } from './commands.ts';
export { FilterStatus } from './filter-status.tsx';
