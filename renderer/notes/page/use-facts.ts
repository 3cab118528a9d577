import type { NoteSummary } from '../../../main/contract/index.ts';
import { useQuery, useStore } from '../../state/index.ts';
import type { NoteSession } from '../session/note-session.ts';

/** What is known of an open note beside its text: as the list of notes has it, which hears of every change. */
export function useFacts(session: NoteSession): NoteSummary {
  const listed = useQuery('notes.list', {}).data?.find(({ id }) => id === session.id);
  const opened = useStore(session.view, (now) => now.note);
  return listed ?? opened;
}
