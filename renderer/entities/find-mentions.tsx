import { t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { type Finding, go, useQuery } from '../state/index.ts';
import { Button, EmptyState, Progress, Select } from '../ui/index.ts';
import { typeName } from './entity-types.ts';
import { MentionList } from './mention-list.tsx';
import { useMentionSearch } from './mention-search.ts';

const ALL = '';

/** Finds where the sources name entities without being linked to them: every entity or those of a type, in all sources or in one. */
export function FindMentions({ type, sourceId }: Finding) {
  const search = useMentionSearch({ type: type ?? undefined, sourceId: sourceId ?? undefined });
  const { mentions, progress } = search;
  return (
    <div className="entity-page" aria-busy={progress !== null}>
      <header className="entities-head">
        <h1 tabIndex={-1} data-landing>
          {t('entities.findMentions')}
        </h1>
        <Scope type={type} sourceId={sourceId} />
        <Button onPress={() => go({ view: 'entities', entityId: null })}>{t('entities.all')}</Button>
      </header>
      {mentions.length > 0 && <MentionList search={search} showEntity />}
      {mentions.length === 0 && progress && (
        <Progress
          label={t('entities.looking')}
          done={progress.done}
          total={progress.total}
          item={progress.item}
          onCancel={search.stop}
        />
      )}
      {mentions.length === 0 && !progress && <Nothing search={search} />}
    </div>
  );
}

/** Which entities and which sources are looked at; another choice is another search. */
function Scope({ type, sourceId }: Finding) {
  const types = useQuery('entities.types', {});
  const sources = useQuery('sources.list', {});
  return (
    <>
      <Select
        label={t('entities.type')}
        hideLabel
        value={type ?? ALL}
        onChange={(chosen) => go({ finding: { type: chosen === ALL ? null : chosen, sourceId } })}
        choices={[
          { id: ALL, name: t('entities.everyType') },
          ...(types.data ?? []).map(({ name }) => ({ id: name, name: typeName(name) })),
        ]}
      />
      <Select
        label={t('entities.sources')}
        hideLabel
        value={sourceId ?? ALL}
        onChange={(chosen) => go({ finding: { type, sourceId: chosen === ALL ? null : chosen } })}
        choices={[
          { id: ALL, name: t('entities.everySource') },
          ...(sources.data ?? []).map(({ id, title }) => ({ id, name: title })),
        ]}
      />
    </>
  );
}

function Nothing({ search }: { search: ReturnType<typeof useMentionSearch> }) {
  const { failure, isStopped, start } = search;
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
