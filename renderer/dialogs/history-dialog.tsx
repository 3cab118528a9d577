import { Redo2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { HistoryStep } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { formatMoment, t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { deedName, goToStep, step } from '../session/index.ts';
import { notebook, useQuery, useStore } from '../state/index.ts';
import { Button, Dialog } from '../ui/index.ts';

const MOST = 200;

/** Going further than this is asked about first. */
const FEW = 5;

/** Where one would be afterwards (0: before everything), and how many steps lie between. */
interface Journey {
  readonly id: number;
  readonly direction: 'undo' | 'redo';
  readonly steps: number;
}

/** What was done in the notebook, newest first, with the place where one stands; any place can be gone to. */
export function HistoryDialog({ onClose }: { onClose: () => void }) {
  const client = useClient();
  const { data, failure } = useQuery('history.list', { limit: MOST });
  const undo = useStore(notebook, (now) => now.undo);
  const redo = useStore(notebook, (now) => now.redo);
  const isReadOnly = useStore(notebook, (now) => now.status?.readOnly ?? true);
  const [asked, setAsked] = useState<Journey | null>(null);
  const steps = (data ?? []).toSorted((a, b) => b.id - a.id);

  const go = (journey: Journey) => {
    setAsked(null);
    void goToStep(client, journey.id);
  };
  const wish = (journey: Journey) => (journey.steps > FEW ? setAsked(journey) : go(journey));

  return (
    <Dialog
      title={t('history.title')}
      onClose={onClose}
      actions={
        asked ? (
          <>
            <p role="alert" className="history-question">
              {t(asked.direction === 'undo' ? 'history.askUndo' : 'history.askRedo', { steps: asked.steps })}
            </p>
            <Button onPress={() => setAsked(null)}>{t('ui.cancel')}</Button>
            <Button look="primary" autoFocus onPress={() => go(asked)}>
              {t(asked.direction === 'undo' ? 'history.undoSteps' : 'history.redoSteps', { steps: asked.steps })}
            </Button>
          </>
        ) : (
          <>
            <Button isDisabled={!undo || isReadOnly} onPress={() => void step(client, 'history.undo')}>
              <Undo2 aria-hidden size={14} /> {t('command.undo', { deed: deedName(undo) })}
            </Button>
            <Button isDisabled={!redo || isReadOnly} onPress={() => void step(client, 'history.redo')}>
              <Redo2 aria-hidden size={14} /> {t('command.redo', { deed: deedName(redo) })}
            </Button>
          </>
        )
      }
    >
      {failure && <p role="alert">{failureSentence(failure)}</p>}
      {data?.length === 0 && <p className="report-sum">{t('history.empty')}</p>}
      {steps.length > 0 && <Steps steps={steps} isWhole={steps.length < MOST} isReadOnly={isReadOnly} onWish={wish} />}
    </Dialog>
  );
}

interface StepsProps {
  readonly steps: readonly HistoryStep[];
  /** The first step ever kept is among them. */
  readonly isWhole: boolean;
  readonly isReadOnly: boolean;
  readonly onWish: (journey: Journey) => void;
}

function Steps({ steps, isWhole, isReadOnly, onWish }: StepsProps) {
  const present = steps.find(isDone);
  // What came before a step of which a part was deleted for good cannot be reached any more.
  const barrier = steps.find((each) => isDone(each) && each.kept === 'part')?.id ?? 0;
  const between = (id: number) => ({
    undo: steps.filter((each) => isDone(each) && each.id > id).length,
    redo: steps.filter((each) => each.undone && each.id <= id).length,
  });
  const way = (id: number, name: string) => {
    const { undo, redo } = between(id);
    if (isReadOnly || id < barrier || undo + redo === 0) return null;
    const direction = undo > 0 ? 'undo' : 'redo';
    const words = t(direction === 'undo' ? 'history.undoTo' : 'history.redoTo');
    return (
      <Button
        look="quiet"
        aria-label={`${words}: ${name}`}
        onPress={() => onWish({ id, direction, steps: undo + redo })}
      >
        {words}
      </Button>
    );
  };
  return (
    <ol className="steps" aria-label={t('history.title')}>
      {steps.map((each) => (
        <li
          key={each.id}
          className={each.undone || each.kept === 'none' ? 'undone' : ''}
          aria-current={each === present ? 'step' : undefined}
        >
          <span className="step-name">
            {each.undone ? <s>{deedName(each)}</s> : deedName(each)}
            {each.undone && <span className="visually-hidden"> {t('history.undone')}</span>}
            {each.subject !== '' && (
              <span className="step-subject" dir="auto">
                {each.subject}
              </span>
            )}
            {each === present && <span className="step-here">{t('history.here')}</span>}
            {each.kept !== 'whole' && <span className="step-subject">{t(`history.kept.${each.kept}`)}</span>}
          </span>
          {each.kept !== 'none' && way(each.id, `${deedName(each)} ${each.subject}`.trim())}
          <time dateTime={each.at}>{formatMoment(each.at)}</time>
        </li>
      ))}
      {isWhole && (
        <li aria-current={present ? undefined : 'step'}>
          <span className="step-name">
            {t('history.beginning')}
            {!present && <span className="step-here">{t('history.here')}</span>}
          </span>
          {way(0, t('history.beginning'))}
        </li>
      )}
    </ol>
  );
}

function isDone({ undone, kept }: HistoryStep): boolean {
  return !undone && kept !== 'none';
}
