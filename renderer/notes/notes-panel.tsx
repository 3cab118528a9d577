import { useState } from 'react';
import { t } from '../i18n/index.ts';
import { place, useStore } from '../state/index.ts';
import { EmptyState, Tabs } from '../ui/index.ts';
import { LinkedHere } from './panel/linked-here.tsx';
import { NoteHistory } from './panel/note-history.tsx';
import { NoteQuotations } from './panel/note-quotations.tsx';
import { useSession } from './session/use-session.ts';

/** The side panel of the open note. */
export function NotesPanel() {
  const noteId = useStore(place, (now) => now.noteId);
  const [tab, setTab] = useState<'linked' | 'quotations' | 'history'>('linked');
  const opening = useSession(noteId);
  if (noteId === null) return <EmptyState title={t('notes.chooseNote')}>{t('notes.chooseNoteText')}</EmptyState>;
  if (opening === null || !('session' in opening)) return null;
  const { session } = opening;
  return (
    <Tabs
      label={t('notes.panel')}
      selected={tab}
      onSelect={setTab}
      tabs={[
        { id: 'linked', label: t('notes.linkedHere'), content: <LinkedHere noteId={noteId} /> },
        { id: 'quotations', label: t('notes.quotations'), content: <NoteQuotations session={session} /> },
        { id: 'history', label: t('notes.history'), content: <NoteHistory session={session} /> },
      ]}
    />
  );
}
