export { OutlinePanel } from './outline-panel.tsx';
export { OutlineView } from './outline-view.tsx';
