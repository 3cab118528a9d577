export { blocksHolding, entitiesNamed, type Forms } from './holding.ts';
export { searchNames } from './names.ts';
export { type SearchOptions, searchNotebook } from './search.ts';
export {
  expectedItems,
  expectedKeys,
  installFolding,
  installUpkeep,
  isIndexBehind,
  rebuildIndexes,
  rebuildItems,
  takeInItems,
  takeInWords,
} from './upkeep.ts';
