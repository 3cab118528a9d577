import { fetchedRegion } from '../ui/index.ts';

/** What shows outlines is fetched when there is one to be seen. */
export const OutlineView = fetchedRegion(async () => (await import('./outline-view.tsx')).OutlineView);
export const OutlinePanel = fetchedRegion(async () => (await import('./outline-panel.tsx')).OutlinePanel);
