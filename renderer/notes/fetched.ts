import { fetchedDialog, fetchedRegion } from '../ui/index.ts';

/** What edits and shows notes comes after the first screen, and with it the editor. */
export const NotesView = fetchedRegion(async () => (await import('./notes-view.tsx')).NotesView);
export const NotesPanel = fetchedRegion(async () => (await import('./notes-panel.tsx')).NotesPanel);
export const NoteReading = fetchedRegion(async () => (await import('./note-reading.tsx')).NoteReading);
export const RichField = fetchedRegion(async () => (await import('./field/rich-field.tsx')).RichField);
export const RevisionsDialog = fetchedDialog(
  async () => (await import('./revisions/revisions-dialog.tsx')).RevisionsDialog,
);
