import { useMemo } from 'react';
import { READING_STATUSES, type Source } from '../../../main/contract/index.ts';
import { TagChoice } from '../../choices/index.ts';
import { useClient } from '../../client/index.ts';
import { formatName, t } from '../../i18n/index.ts';
import { clearLooking, type Looking, looking, useQuery, useStore } from '../../state/index.ts';
import { Button, Checkbox, Select, TextField } from '../../ui/index.ts';
import { keepSourceOrder } from './kept-order.ts';
import { languagesOf } from './languages-of.ts';
import { SOURCE_SORTS, type SourceOrder } from './order.ts';
import { collectionPaths } from './shelves.ts';

/** Chooses which sources the Library shows and in which order; every choice takes effect at once. */
export function LookingPanel({ sources, order }: { sources: readonly Source[]; order: SourceOrder }) {
  const client = useClient();
  const asked = useStore(looking, (now) => now);
  const { filter, words } = asked;
  const narrow = (part: Partial<Looking['filter']>) => looking.set({ filter: { ...filter, ...part } });
  const languages = useMemo(() => languagesOf(sources), [sources]);
  const mediaTypes = useMemo(() => valuesOf(sources, ({ mediaType }) => mediaType), [sources]);
  const collections = useQuery('collections.list', {}).data ?? NONE;
  const paths = useMemo(() => collectionPaths(collections), [collections]);
  const hasTags = (useQuery('tags.list', {}).data ?? NONE).length > 0;
  const statuses = filter.statuses ?? [];
  return (
    <div
      className="looking-panel"
      onKeyDownCapture={(event) => {
        // Esc is meant for the panel, not for clearing a field.
        if (event.key !== 'Escape' || isInList(event.target)) return;
        event.stopPropagation();
        looking.set({ isOpen: false });
      }}
    >
      <TextField label={t('looking.words')} value={words} onChange={(next) => looking.set({ words: next })} autoFocus />
      <div className="form two">
        <Select
          label={t('looking.sort')}
          choices={SOURCE_SORTS.map((by) => ({ id: by, name: t(`looking.sort.${by}`) }))}
          value={order.by}
          onChange={(by) => void keepSourceOrder(client, { by, descending: by === 'last-read' })}
        />
        <Select
          label={t('looking.direction')}
          choices={[
            { id: 'up', name: t('looking.ascending') },
            { id: 'down', name: t('looking.descending') },
          ]}
          value={order.descending ? 'down' : 'up'}
          onChange={(way) => void keepSourceOrder(client, { ...order, descending: way === 'down' })}
        />
        {collections.length > 0 && (
          <Select
            label={t('looking.collection')}
            choices={[
              { id: ANY, name: t('looking.any') },
              { id: NOWHERE, name: t('looking.uncollected') },
              ...collections.map(({ id, name }) => ({ id, name: [paths.get(id), name].filter(Boolean).join(' › ') })),
            ]}
            value={filter.collectionId === null ? NOWHERE : (filter.collectionId ?? ANY)}
            onChange={(id) => {
              const { collectionId: _, ...others } = filter;
              const asked = id === NOWHERE ? { collectionId: null } : id === ANY ? {} : { collectionId: id };
              looking.set({ filter: { ...others, ...asked } });
            }}
          />
        )}
        <Select
          label={t('looking.format')}
          choices={[
            { id: '', name: t('looking.any') },
            ...mediaTypes.map((type) => ({ id: type, name: formatName(type) })),
          ]}
          value={filter.mediaTypes?.[0] ?? ''}
          onChange={(type) => narrow({ mediaTypes: type === '' ? [] : [type] })}
        />
        <Select
          label={t('source.language')}
          choices={[{ id: ANY, name: t('looking.any') }, ...languages]}
          value={filter.languages?.[0] ?? ANY}
          onChange={(language) => narrow({ languages: language === ANY ? [] : [language] })}
        />
      </div>
      <fieldset className="radios">
        <legend className="field-label">{t('source.status')}</legend>
        {READING_STATUSES.map((status) => (
          <Checkbox
            key={status}
            isSelected={statuses.includes(status)}
            onChange={(on) =>
              narrow({ statuses: on ? [...statuses, status] : statuses.filter((each) => each !== status) })
            }
          >
            {t(`status.${status}`)}
          </Checkbox>
        ))}
      </fieldset>
      {hasTags && (
        <TagChoice
          label={t('looking.tags')}
          chosen={filter.tagIds ?? []}
          onChange={(tagIds) => narrow({ tagIds: [...tagIds] })}
        />
      )}
      <div className="looking-foot">
        <Button onPress={clearLooking}>{t('looking.clear')}</Button>
      </div>
    </div>
  );
}

/** An open list of choices closes first. */
function isInList(target: EventTarget): boolean {
  return target instanceof Element && target.closest('.popover:not(.panel-popover)') !== null;
}

/** No language and no collection is called this. */
const ANY = '*';
const NOWHERE = '-';

function valuesOf(sources: readonly Source[], value: (source: Source) => string): readonly string[] {
  return [...new Set(sources.map(value))].toSorted();
}

const NONE: readonly never[] = [];
