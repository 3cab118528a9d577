import { X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { Input, Output } from '../../main/contract/index.ts';
import { TagChoice } from '../choices/index.ts';
import { copyWithCitation } from '../citation/index.ts';
import { useClient } from '../client/index.ts';
import { formatDates, formatList, t } from '../i18n/index.ts';
import { useDeed } from '../messages/index.ts';
import { arrive, useQuery, useSteadyQuery, useStore } from '../state/index.ts';
import { createStore } from '../store/index.ts';
import { Button, Chip, IconButton, PopoverPanel, TagDot, ToggleButton } from '../ui/index.ts';
import { RowList } from './row-list.tsx';
import { afterWords, beforeWords } from './surroundings.ts';
import './passages.css';

const STEP = 100;
/** Entities named beside a passage; more are counted. */
const MOST_NAMED = 3;
const ORDERS = ['text', 'date'] as const satisfies readonly Input<'entities.passages'>['order'][];
const NONE: readonly string[] = [];

type Choice = Omit<Input<'entities.passages'>, 'id'>;

/** In which order passages stand: chosen once, for the page of every entity. */
const passageOrder = createStore<{ readonly order: (typeof ORDERS)[number] }>({ order: 'text' });

function choiceOf(order: (typeof ORDERS)[number], tagIds: readonly string[], limit = STEP): Choice {
  return { order, ...(tagIds.length > 0 && { tagIds: [...tagIds] }), limit: limit + 1 };
}

/** Asks for what `EntityPassages` shows first, so that it is under way before the section is drawn. */
export function useFirstPassages(id: string): void {
  const order = useStore(passageOrder, (now) => now.order);
  useQuery('entities.passages', { id, ...choiceOf(order, NONE) });
}

/**
 * The passages linked to an entity with their tags, in text order by source or by the sources' dates, of some tags where those
 * are chosen. Delete unlinks.
 */
export function EntityPassages({ id }: { id: string }) {
  const [limit, setLimit] = useState(STEP);
  const [tagIds, setTagIds] = useState(NONE);
  const order = useStore(passageOrder, (now) => now.order);
  const passages = useSteadyQuery('entities.passages', { id, ...choiceOf(order, tagIds, limit) });
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
          <WithTag chosen={tagIds} onChange={setTagIds} />
        </div>
        {rows.length > 0 && (
          <p className="row-keys">
            <kbd>{t('key.enter')}</kbd> {t('entities.keyShow')} · <kbd>C</kbd> {t('entities.keyCopy')} ·{' '}
            <kbd>Delete</kbd> {t('entities.keyUnlink')}
          </p>
        )}
      </header>
      {rows.length === 0 && !passages.loading ? (
        <p className="entity-quiet">{t(tagIds.length > 0 ? 'entities.noneWithTag' : 'entities.noPassages')}</p>
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
          {(passage) => (
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
                {passage.with.length > 0 && <span className="passage-with">{beside(passage.with)}</span>}
              </span>
            </span>
          )}
        </RowList>
      )}
      {(passages.data?.length ?? 0) > limit && (
        <Button onPress={() => setLimit(limit + STEP)}>{t('entities.showMore')}</Button>
      )}
    </section>
  );
}

/** Chooses tags: only passages highlighted with one of them stand in the list then. */
function WithTag({ chosen, onChange }: { chosen: readonly string[]; onChange: (tagIds: readonly string[]) => void }) {
  const [isOpen, setOpen] = useState(false);
  const tags = useQuery('tags.list', {}).data ?? [];
  const names = tags.filter((tag) => chosen.includes(tag.id)).map((tag) => tag.name);
  if (tags.length === 0) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    setOpen(false);
  };
  return (
    <>
      <PopoverPanel
        title={t('entities.withTagTitle')}
        isOpen={isOpen}
        onOpenChange={setOpen}
        placement="bottom end"
        button={
          <Button aria-haspopup="dialog">
            {names.length > 0 ? t('entities.withTags', { names: formatList(names) }) : t('entities.withTag')}
          </Button>
        }
      >
        {/* Esc is meant for the panel, not for clearing the field. */}
        <div className="passage-tags" onKeyDownCapture={onKeyDown}>
          <TagChoice label={t('filter.tags')} chosen={chosen} onChange={onChange} autoFocus />
        </div>
      </PopoverPanel>
      {names.length > 0 && <IconButton label={t('entities.everyTag')} icon={X} onPress={() => onChange(NONE)} />}
    </>
  );
}

/** “with Stalin and Kamenev”, or the nearest few and how many more. */
function beside(others: Output<'entities.passages'>[number]['with']): string {
  const names = others.slice(0, MOST_NAMED).map(({ name }) => name);
  const more = others.length - names.length;
  return t('entities.beside', {
    names: formatList(more > 0 ? [...names, t('entities.andMore', { count: more })] : names),
  });
}
