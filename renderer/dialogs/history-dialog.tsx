import { Redo2, Undo2 } from 'lucide-react';
import { useClient } from '../client/index.ts';
import { formatMoment, t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { deedName, step } from '../session/index.ts';
import { notebook, useQuery, useStore } from '../state/index.ts';
import { Button, Dialog } from '../ui/index.ts';

const MOST = 200;

/** What was done in the notebook, newest first; what was undone is struck out and can be done again. */
export function HistoryDialog({ onClose }: { onClose: () => void }) {
  const client = useClient();
  const { data, failure } = useQuery('history.list', { limit: MOST });
  const undo = useStore(notebook, (now) => now.undo);
  const redo = useStore(notebook, (now) => now.redo);
  const readOnly = useStore(notebook, (now) => now.status?.readOnly ?? true);
  const steps = (data ?? []).toSorted((a, b) => b.id - a.id);
  return (
    <Dialog
      title={t('history.title')}
      onClose={onClose}
      actions={
        <>
          <Button isDisabled={!undo || readOnly} onPress={() => void step(client, 'history.undo')}>
            <Undo2 aria-hidden size={14} /> {t('command.undo', { deed: deedName(undo) })}
          </Button>
          <Button isDisabled={!redo || readOnly} onPress={() => void step(client, 'history.redo')}>
            <Redo2 aria-hidden size={14} /> {t('command.redo', { deed: deedName(redo) })}
          </Button>
        </>
      }
    >
      {failure && <p role="alert">{failureSentence(failure)}</p>}
      {data?.length === 0 && <p className="report-sum">{t('history.empty')}</p>}
      <ol className="steps" aria-label={t('history.title')}>
        {steps.map((each) => (
          <li key={each.id} className={each.undone ? 'undone' : ''}>
            <span className="step-name">
              {each.undone ? <s>{deedName(each)}</s> : deedName(each)}
              {each.undone && <span className="visually-hidden"> {t('history.undone')}</span>}
              {each.subject !== '' && (
                <span className="step-subject" dir="auto">
                  {each.subject}
                </span>
              )}
            </span>
            <time dateTime={each.at}>{formatMoment(each.at)}</time>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
