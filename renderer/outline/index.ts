/** Outlines: the view, its side panel, and how others make one. */
export { useBeside } from './beside/beside.ts';
export { newOutline } from './new-outline.ts';
export { OutlinePanel } from './outline-panel.tsx';
export { OutlineView } from './outline-view.tsx';
