/** Outlines: the view, its side panel, and how others make one. */
export { useBeside } from './beside/beside.ts';
export { OutlinePanel, OutlineView } from './fetched.ts';
export { newOutline } from './new-outline.ts';
