/** Notes: the view, its side panel, and what others need to make a note or to be sure that all of them are saved. */

export { NoteReading, NotesPanel, NotesView, RevisionsDialog, RichField } from './fetched.ts';
export { useFocusMode } from './focus-mode.ts';
export { gatherPassages } from './gather.ts';
export { goToHighlight } from './go-to-highlight.ts';
export { newNote } from './new-note.ts';
export { sessionsOf } from './session/sessions.ts';
