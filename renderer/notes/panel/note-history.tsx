import type { Deed } from '../../../main/contract/index.ts';
import { formatMoment, t } from '../../i18n/index.ts';
import { useQuery, useStore } from '../../state/index.ts';
import type { NoteSession } from '../session/note-session.ts';

const DEEDS_OF_NOTES: readonly Deed[] = [
  'create-note',
  'edit-note',
  'tag-note',
  'attach-note',
  'remove-note',
  'restore',
  'restore-revision',
];

/** Steps looked through for those of this note. */
const MOST = 500;

/** What was done to this note, newest first. The history names things by their title, so a renamed note begins anew. */
export function NoteHistory({ session }: { session: NoteSession }) {
  const title = useStore(session.view, (now) => now.note.title);
  const { data } = useQuery('history.list', { limit: MOST });
  if (!data) return null;
  const steps = data.filter((step) => step.subject === title && DEEDS_OF_NOTES.includes(step.deed));
  if (steps.length === 0) return <p className="panel-empty">{t('notes.noHistory')}</p>;
  return (
    <ol className="panel-steps" aria-label={t('notes.history')}>
      {steps
        .toSorted((a, b) => b.id - a.id)
        .map((step) => (
          <li key={step.id} data-undone={step.undone || undefined}>
            <span>{formatMoment(step.at)}</span>
            <span>
              {step.undone ? t('notes.stepUndone', { deed: t(`deed.${step.deed}`) }) : t(`deed.${step.deed}`)}
            </span>
          </li>
        ))}
    </ol>
  );
}
