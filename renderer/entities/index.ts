export { EntitiesPanel } from './entities-panel.tsx';
export { EntitiesView } from './entities-view.tsx';
