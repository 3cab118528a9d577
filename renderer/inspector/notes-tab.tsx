import { Plus } from 'lucide-react';
import type { NoteSummary } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { runCommand } from '../commands/index.ts';
import { t } from '../i18n/index.ts';
import { tellFailure } from '../messages/index.ts';
import { doDeed, failureOf, go, place, selection, useQuery, useStore, useStoreAfterPaint } from '../state/index.ts';
import { Button } from '../ui/index.ts';

/** Notes attached to the highlight in focus and to the source; and a new one. */
export function NotesTab() {
  const client = useClient();
  const sourceId = useStore(place, (now) => now.sourceId);
  const highlightId = useStoreAfterPaint(selection, (now) => now.highlightIds[0] ?? null);
  const onPassage = useQuery(
    'notes.list',
    highlightId === null ? null : { attachedTo: { kind: 'highlight', id: highlightId } },
  ).data;
  const onSource = useQuery(
    'notes.list',
    sourceId === null ? null : { attachedTo: { kind: 'source', id: sourceId } },
  ).data;

  const create = () => {
    if (runCommand('passage.note') || sourceId === null) return;
    doDeed(client, 'notes.create', { title: '', attachedTo: { kind: 'source', id: sourceId } }).then(
      (note) => go({ view: 'notes', noteId: note.id }),
      (error: unknown) => tellFailure(failureOf(error)),
    );
  };

  return (
    <>
      <Button onPress={create}>
        <Plus aria-hidden size={14} />
        {t('inspector.newNote')}
      </Button>
      <NoteList title={t('inspector.notesOnPassage')} notes={onPassage ?? []} />
      <NoteList title={t('inspector.notesOnSource')} notes={onSource ?? []} />
      {onPassage?.length !== 0 || onSource?.length !== 0 ? null : (
        <p className="inspector-quiet">{t('inspector.noNotes')}</p>
      )}
    </>
  );
}

function NoteList({ title, notes }: { title: string; notes: readonly NoteSummary[] }) {
  if (notes.length === 0) return null;
  return (
    <>
      <h2 className="section-title">{title}</h2>
      <ul className="inspector-pile">
        {notes.map((note) => (
          <li key={note.id}>
            <button type="button" className="inspector-entry" onClick={() => go({ view: 'notes', noteId: note.id })}>
              <strong dir="auto">{note.title || t('inspector.untitled')}</strong>
              <span className="inspector-place" dir="auto">
                {note.excerpt}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
