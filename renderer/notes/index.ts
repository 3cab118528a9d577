/** Notes: the view, its side panel, and what others need to make a note or to be sure that all of them are saved. */
export { RichField } from './field/rich-field.tsx';
export { useFocusMode } from './focus-mode.ts';
export { goToHighlight } from './follow.ts';
export { gatherPassages } from './gather.ts';
export { newNote } from './new-note.ts';
export { NoteReading } from './note-reading.tsx';
export { NotesPanel } from './notes-panel.tsx';
export { NotesView } from './notes-view.tsx';
export { RevisionsDialog } from './revisions/revisions-dialog.tsx';
export { sessionsOf } from './session/sessions.ts';
