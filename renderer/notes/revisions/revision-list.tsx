import { ListBox, ListBoxItem } from 'react-aria-components';
import type { RevisionSummary } from '../../../main/contract/index.ts';
import { formatMoment, t } from '../../i18n/index.ts';

interface RevisionListProps {
  readonly revisions: readonly RevisionSummary[];
  readonly chosen: number | null;
  readonly onChoose: (revision: number) => void;
}

/** The earlier texts of a note, newest first: when each was saved, how long it was, and why it was kept. */
export function RevisionList({ revisions, chosen, onChoose }: RevisionListProps) {
  return (
    <ListBox
      aria-label={t('notes.revisionList')}
      className="list revision-list"
      autoFocus
      disallowEmptySelection
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys;
        if (key !== undefined) onChoose(Number(key));
      }}
    >
      {revisions.map(({ revision, savedAt, words, reason }) => (
        <ListBoxItem key={revision} id={revision} textValue={formatMoment(savedAt)} className="row revision">
          <span className="revision-when">
            <time dateTime={savedAt}>{formatMoment(savedAt)}</time>
            <span>{t('notes.words', { words })}</span>
          </span>
          <span className="revision-why">{t(`notes.revisionReason.${reason}`)}</span>
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
