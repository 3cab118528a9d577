import { formatAgo, t } from '../../i18n/index.ts';
import { useQuery, useStore } from '../../state/index.ts';
import type { NoteSession } from '../session/note-session.ts';

/** The line below the title: the length of the note, when it was edited, where it is used. */
export function NoteMeta({ session }: { session: NoteSession }) {
  const words = useStore(session.view, (now) => now.words);
  const note = useStore(session.view, (now) => now.note);
  const backlinks = useQuery('notes.backlinks', { reference: { kind: 'note', id: session.id } }).data ?? [];
  const outlines = new Set(backlinks.flatMap(({ kind, id }) => (kind === 'outline' ? [id] : []))).size;
  return (
    <p className="note-meta">
      <span>{t('notes.words', { words })}</span>
      <span>{t('notes.edited', { when: formatAgo(note.updatedAt) })}</span>
      {outlines > 0 && <span>{t('notes.inOutlines', { outlines })}</span>}
    </p>
  );
}
