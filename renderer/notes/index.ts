export { NotesPanel } from './notes-panel.tsx';
export { NotesView } from './notes-view.tsx';
