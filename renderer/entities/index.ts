export { EntitiesPanel } from './entities-panel.tsx';
export { EntitiesView } from './entities-view.tsx';
export { typeName } from './entity-types.ts';
export { afterWords, beforeWords } from './surroundings.ts';
