import { t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import type { Finding } from '../state/index.ts';
import { Button, EmptyState, Progress } from '../ui/index.ts';
import { MentionList } from './mention-list.tsx';
import { type MentionSearch, useMentionSearch } from './mention-search.ts';

/** Where the sources name entities without being linked to them. */
export function FindMentions({ type, sourceId }: Pick<Finding, 'type' | 'sourceId'>) {
  const search = useMentionSearch({ type: type ?? undefined, sourceId: sourceId ?? undefined });
  const { mentions, progress } = search;
  if (mentions.length > 0) return <MentionList search={search} showEntity />;
  if (!progress) return <Nothing search={search} />;
  return (
    <Progress
      label={t('entities.looking')}
      done={progress.done}
      total={progress.total}
      item={progress.item}
      onCancel={search.stop}
    />
  );
}

function Nothing({ search: { failure, isStopped, start } }: { search: MentionSearch }) {
  if (isStopped) {
    return (
      <EmptyState
        title={t('entities.lookingStopped')}
        actions={<Button onPress={start}>{t('entities.lookAgain')}</Button>}
      />
    );
  }
  return (
    <EmptyState title={failure ? failureSentence(failure) : t('entities.allLinked')}>
      {!failure && t('entities.allLinkedText')}
    </EmptyState>
  );
}
