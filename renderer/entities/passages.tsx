import { useState } from 'react';
import type { Input } from '../../main/contract/index.ts';
import { copyWithCitation } from '../citation/index.ts';
import { useClient } from '../client/index.ts';
import { formatDates, t } from '../i18n/index.ts';
import { useDeed } from '../messages/index.ts';
import { arrive, useSteadyQuery, useStore } from '../state/index.ts';
import { createStore } from '../store/index.ts';
import { Button, Chip, TagDot, ToggleButton } from '../ui/index.ts';
import { RowList } from './row-list.tsx';
import { afterWords, beforeWords } from './surroundings.ts';
import './passages.css';

const STEP = 200;
const ORDERS = ['text', 'date'] as const satisfies readonly Input<'entities.passages'>['order'][];

/** In which order passages stand: chosen once, for the page of every entity. */
const passageOrder = createStore<{ readonly order: (typeof ORDERS)[number] }>({ order: 'text' });

/** The passages linked to an entity with their tags, in text order by source or by the sources' dates. Delete unlinks. */
export function EntityPassages({ id }: { id: string }) {
  const [limit, setLimit] = useState(STEP);
  const order = useStore(passageOrder, (now) => now.order);
  const passages = useSteadyQuery('entities.passages', { id, order, limit: limit + 1 });
  const act = useDeed();
  const client = useClient();
  const rows = (passages.data ?? []).slice(0, limit);
  return (
    <section className="entity-section passages">
      <header className="entity-section-head">
        <h2>{t('entities.passages')}</h2>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and name nothing better */}
        <div className="entity-actions" role="group" aria-label={t('entities.order')}>
          {ORDERS.map((each) => (
            <ToggleButton
              key={each}
              isSelected={order === each}
              onChange={(selected) => selected && passageOrder.set({ order: each })}
            >
              {t(`entities.order.${each}`)}
            </ToggleButton>
          ))}
        </div>
      </header>
      {rows.length === 0 && !passages.loading ? (
        <p className="entity-quiet">{t('entities.noPassages')}</p>
      ) : (
        <RowList
          label={t('entities.passages')}
          rows={rows}
          keyOf={(passage) => passage.id}
          onOpen={(passage) => arrive({ view: 'read', sourceId: passage.sourceId, passage })}
          onKey={(passage, key) => {
            if (key === 'c')
              void copyWithCitation(client, [{ sourceId: passage.sourceId, start: passage.start, end: passage.end }]);
            if (key !== 'Delete') return key === 'c';
            void act('mentions.remove', { id: passage.id });
            return true;
          }}
          groupOf={(passage) => passage.sourceId}
          heading={({ sourceTitle, sourceDate }) => (
            <div className="row-list-heading">
              <h3>
                <bdi>{sourceTitle}</bdi>
              </h3>
              <span className="row-place">
                {formatDates(sourceDate) || (order === 'date' && t('entities.undated'))}
              </span>
            </div>
          )}
        >
          {(passage, isCurrent) => (
            <>
              <span className="row-main">
                <span className="row-quote" dir="auto" data-type={passage.entityType}>
                  {beforeWords(passage.before)}
                  <mark>{passage.quote}</mark>
                  {afterWords(passage.after)}
                </span>
                <span className="row-place passage-place">
                  {passage.locator}
                  {passage.tags.map((tag) => (
                    <Chip key={tag.id}>
                      <TagDot colour={tag.colour} />
                      <bdi>{tag.name}</bdi>
                    </Chip>
                  ))}
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
      {(passages.data?.length ?? 0) > limit && (
        <Button onPress={() => setLimit(limit + STEP)}>{t('entities.showMore')}</Button>
      )}
    </section>
  );
}
