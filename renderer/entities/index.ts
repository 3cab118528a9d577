export { EntitiesPanel } from './entities-panel.tsx';
export { EntitiesView } from './entities-view.tsx';
export { EntityPicker } from './entity-picker.tsx';
export { ExportListDialog } from './lists/export-list-dialog.tsx';
export { ImportListDialog } from './lists/import-list-dialog.tsx';
export { RelationDialog, type RelationEnd } from './relation-dialog.tsx';
export { reading } from './relations.tsx';
export { afterWords, beforeWords } from './surroundings.ts';
export { useTypeLooks } from './use-type-looks.ts';
