import { fetchedDialog, fetchedRegion } from '../ui/index.ts';

/** What shows entities comes after the first screen. */
export const EntitiesView = fetchedRegion(async () => (await import('./entities-view.tsx')).EntitiesView);
export const EntitiesPanel = fetchedRegion(async () => (await import('./entities-panel.tsx')).EntitiesPanel);
export const RelationDialog = fetchedDialog(async () => (await import('./relation-dialog.tsx')).RelationDialog);
