import { fetchedRegion } from '../ui/index.ts';

/** What shows outlines comes after the first screen. */
export const OutlineView = fetchedRegion(async () => (await import('./outline-view.tsx')).OutlineView);
export const OutlinePanel = fetchedRegion(async () => (await import('./outline-panel.tsx')).OutlinePanel);
