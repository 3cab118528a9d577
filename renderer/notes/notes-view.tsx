import { useState } from 'react';
import { useClient } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { failureSentence, tellFailure } from '../messages/index.ts';
import { failureOf, go, place, useIsInTrash, useStore } from '../state/index.ts';
import { Button, EmptyState } from '../ui/index.ts';
import { NoteList } from './list/note-list.tsx';
import { NotePage } from './page/note-page.tsx';
import { useSession } from './session/use-session.ts';

/** The view "Notes": the chosen note, or all of them. */
export function NotesView() {
  const noteId = useStore(place, (now) => now.noteId);
  return noteId === null ? <NoteList /> : <OneNote id={noteId} />;
}

function OneNote({ id }: { id: string }) {
  const client = useClient();
  const [turn, setTurn] = useState(0);
  const opening = useSession(id, turn);
  const isMissing = opening !== null && 'failure' in opening && opening.failure.code === 'not-found';
  const isInTrash = useIsInTrash('note', isMissing ? id : null);
  if (opening === null) return <div aria-busy="true" />;
  if ('session' in opening) return <NotePage key={id} session={opening.session} />;
  const { failure } = opening;
  const again = () => setTurn(turn + 1);
  const restore = () => {
    client.call('trash.restore', { noun: 'note', id }).then(again, (error: unknown) => tellFailure(failureOf(error)));
  };
  return (
    <EmptyState
      title={t('notes.cannotOpen')}
      actions={
        <>
          {isMissing ? (
            isInTrash && <Button onPress={restore}>{t('notes.restore')}</Button>
          ) : (
            <Button onPress={again}>{t('ui.tryAgain')}</Button>
          )}
          <Button onPress={() => go({ noteId: null })}>{t('notes.all')}</Button>
        </>
      }
    >
      {failureSentence(failure)}
    </EmptyState>
  );
}
