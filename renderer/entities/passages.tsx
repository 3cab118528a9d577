import { useState } from 'react';
import { copyWithCitation } from '../citation/index.ts';
import { useClient } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { useDeed } from '../messages/index.ts';
import { arrive, useQuery } from '../state/index.ts';
import { Button } from '../ui/index.ts';
import { RowList } from './row-list.tsx';
import { afterWords, beforeWords } from './surroundings.ts';

const STEP = 200;

/** The passages linked to an entity, in text order by source. Delete unlinks. */
export function EntityPassages({ id }: { id: string }) {
  const [limit, setLimit] = useState(STEP);
  const mentions = useQuery('mentions.list', { entityId: id, limit: limit + 1 });
  const act = useDeed();
  const client = useClient();
  const rows = (mentions.data ?? []).slice(0, limit);
  return (
    <section className="entity-section passages">
      <header className="entity-section-head">
        <h2>{t('entities.passages')}</h2>
      </header>
      {rows.length === 0 && !mentions.loading ? (
        <p className="entity-quiet">{t('entities.noPassages')}</p>
      ) : (
        <RowList
          label={t('entities.passages')}
          rows={rows}
          keyOf={(mention) => mention.id}
          onOpen={(mention) => arrive({ view: 'read', sourceId: mention.sourceId, passage: mention })}
          onKey={(mention, key) => {
            if (key === 'c')
              void copyWithCitation(client, [{ sourceId: mention.sourceId, start: mention.start, end: mention.end }]);
            if (key !== 'Delete') return key === 'c';
            void act('mentions.remove', { id: mention.id });
            return true;
          }}
        >
          {(mention, isCurrent) => (
            <>
              <span className="row-main">
                <span className="row-quote" dir="auto" data-type={mention.entityType}>
                  {beforeWords(mention.before)}
                  <mark>{mention.quote}</mark>
                  {afterWords(mention.after)}
                </span>
                <span className="row-place">
                  {mention.sourceTitle} · {mention.locator}
                </span>
              </span>
              {isCurrent && (
                <span className="row-side">
                  <kbd>C</kbd> {t('entities.keyCopy')} · <kbd>Delete</kbd> {t('entities.keyUnlink')}
                </span>
              )}
            </>
          )}
        </RowList>
      )}
      {(mentions.data?.length ?? 0) > limit && (
        <Button onPress={() => setLimit(limit + STEP)}>{t('entities.showMore')}</Button>
      )}
    </section>
  );
}
