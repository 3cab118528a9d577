import { useState } from 'react';
import { useClient } from '../../client/index.ts';
import { t } from '../../i18n/index.ts';
import { failureSentence, tellFailure } from '../../messages/index.ts';
import { failureOf, go, useIsInTrash, useStore } from '../../state/index.ts';
import { Button } from '../../ui/index.ts';
import type { NoteSession } from '../session/note-session.ts';

/** Says that the note is gone, and offers what there is: to have it back, or to keep the words that still stand here. */
function GoneNotice({ session }: { session: NoteSession }) {
  const client = useClient();
  const [isBusy, setBusy] = useState(false);
  const isInTrash = useIsInTrash('note', session.id);
  if (isInTrash === undefined) return null;
  const act = (work: Promise<unknown>) => {
    setBusy(true);
    work.catch((error: unknown) => tellFailure(failureOf(error))).finally(() => setBusy(false));
  };
  const restore = async () => {
    await client.call('trash.restore', { noun: 'note', id: session.id });
    await session.flush();
    await session.refresh();
  };
  const keepAnew = async () => go({ view: 'notes', noteId: await session.keepAnew() });
  return (
    <div role="alert" className="note-notice">
      <p>{t(isInTrash ? 'notes.inTrash' : 'notes.deletedForGood')}</p>
      <Button isDisabled={isBusy} onPress={() => act(isInTrash ? restore() : keepAnew())}>
        {t(isInTrash ? 'notes.restore' : 'notes.keepAnew')}
      </Button>
      <Button onPress={() => go({ noteId: null })}>{t('notes.all')}</Button>
    </div>
  );
}

/** Says above the text when it is not on disk, and what can be done: try again, or choose between two versions. */
export function SaveNotice({ session }: { session: NoteSession }) {
  const status = useStore(session.view, (now) => now.status);
  const other = useStore(session.view, (now) => now.other);
  const gone = useStore(session.view, (now) => now.gone);
  const title = useStore(session.view, (now) => now.title);
  const [isBusy, setBusy] = useState(false);

  if (gone) return <GoneNotice session={session} />;
  if (status.kind === 'failed') {
    return (
      <div role="alert" className="note-notice">
        <p>{t('notes.notSaved', { why: failureSentence(status.failure) })}</p>
        <Button onPress={() => void session.flush()}>{t('ui.tryAgain')}</Button>
      </div>
    );
  }
  if (status.kind !== 'conflict' || !other) return null;
  const keepBoth = () => {
    setBusy(true);
    session
      .keepBoth(t('notes.copyTitle', { title }))
      .then(
        (id) => go({ view: 'notes', noteId: id }),
        (error: unknown) => tellFailure(failureOf(error)),
      )
      .finally(() => setBusy(false));
  };
  return (
    <div role="alert" className="note-notice">
      <p>{t('notes.conflict')}</p>
      <Button look="primary" isDisabled={isBusy} onPress={keepBoth}>
        {t('notes.keepBoth')}
      </Button>
      <Button isDisabled={isBusy} onPress={() => session.takeOther()}>
        {t('notes.takeOther')}
      </Button>
    </div>
  );
}
