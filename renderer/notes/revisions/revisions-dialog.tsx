import { useEffect, useState } from 'react';
import type { Failure } from '../../../main/contract/index.ts';
import { useClient } from '../../client/index.ts';
import { t } from '../../i18n/index.ts';
import { failureSentence, tell, tellFailure } from '../../messages/index.ts';
import { doDeed, failureOf, notebook, useQuery, useStore } from '../../state/index.ts';
import { Button, Checkbox, Dialog } from '../../ui/index.ts';
import { DocumentReading } from '../note-reading.tsx';
import { sessionsOf } from '../session/sessions.ts';
import { Comparison } from './comparison.tsx';
import { RevisionList } from './revision-list.tsx';
import './revisions.css';

/** The earlier texts of a note: each compared with what the note says now, and put back if wanted. */
export function RevisionsDialog({ noteId, onClose }: { noteId: string; onClose: () => void }) {
  const client = useClient();
  const isReadOnly = useStore(notebook, (now) => now.status?.readOnly ?? true);
  const isSaved = useSaved(noteId);
  const note = useQuery('notes.get', isSaved ? { id: noteId } : null);
  const revisions = useQuery('notes.revisions', isSaved ? { id: noteId } : null);
  const [wanted, setWanted] = useState<number | null>(null);
  const [isMarked, setMarked] = useState(true);
  const chosen = wanted ?? revisions.data?.[0]?.revision ?? null;
  const shown = useQuery('notes.revision', chosen === null ? null : { id: noteId, revision: chosen });
  const failure: Failure | undefined = note.failure ?? revisions.failure ?? shown.failure;

  const restore = async (revision: number) => {
    try {
      await sessionsOf(client).flush();
      const { title } = await doDeed(client, 'notes.restore', { id: noteId, revision });
      onClose();
      tell({ tone: 'status', key: 'notes.revisionRestored', values: { title } });
    } catch (error) {
      tellFailure(failureOf(error));
    }
  };

  const isEmpty = revisions.data?.length === 0;
  return (
    <Dialog
      title={t('notes.revisionsOf', { title: note.data?.title ?? '' })}
      size="large"
      onClose={onClose}
      actions={
        chosen === null ? undefined : (
          <>
            <Checkbox isSelected={isMarked} onChange={setMarked}>
              {t('notes.revisionMark')}
            </Checkbox>
            <Button look="primary" isDisabled={isReadOnly || !shown.data} onPress={() => void restore(chosen)}>
              {t('notes.restoreRevision')}
            </Button>
          </>
        )
      }
    >
      {failure && <p role="alert">{failureSentence(failure)}</p>}
      {isEmpty && <p className="report-sum">{t('notes.noRevisions')}</p>}
      {revisions.data && !isEmpty && (
        <div className="revisions">
          <RevisionList revisions={revisions.data} chosen={chosen} onChoose={setWanted} />
          <div className="revision-shown">
            {shown.data && note.data && isMarked && <Comparison older={shown.data} newer={note.data} />}
            {shown.data && !isMarked && (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by key
              <section className="revision-text" tabIndex={0} aria-label={t('notes.revisionText')}>
                <h3 dir="auto">{shown.data.title}</h3>
                <DocumentReading document={shown.data.document} level={3} />
              </section>
            )}
          </div>
        </div>
      )}
    </Dialog>
  );
}

/** Saves what is typed first, so that what is compared is what is on the screen; then true, also where that failed. */
function useSaved(noteId: string): boolean {
  const client = useClient();
  const [saved, setSaved] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    void sessionsOf(client)
      .flush()
      .finally(() => isWanted && setSaved(noteId));
    return () => {
      isWanted = false;
    };
  }, [client, noteId]);
  return saved === noteId;
}
