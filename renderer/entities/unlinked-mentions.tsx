import { t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { MentionList } from './mention-list.tsx';
import { useMentionSearch } from './mention-search.ts';

/** Occurrences of an entity's names that are not linked yet. */
export function UnlinkedMentions({ id }: { id: string }) {
  const search = useMentionSearch({ entityId: id });
  if (search.mentions.length > 0) return <MentionList search={search} showEntity={false} />;
  if (search.failure) return <p className="entity-quiet">{failureSentence(search.failure)}</p>;
  return <p className="entity-quiet">{search.progress ? t('entities.looking') : t('entities.allLinked')}</p>;
}
