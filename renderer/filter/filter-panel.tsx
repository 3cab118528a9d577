import { useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { COLOURS, isOpen } from '../../main/contract/index.ts';
import { ChoiceList, TagChoice } from '../choices/index.ts';
import { t } from '../i18n/index.ts';
import { clearFilter, filterBy, filtering, reading, useQuery, useSteadyQuery, useStore } from '../state/index.ts';
import { Button, Checkbox, EntitySign, Radios } from '../ui/index.ts';
import { authorName } from './filter-names.ts';
import { filterPanel } from './panel-state.ts';
import './filter-panel.css';

/** Chooses what the highlights in the text are filtered by; every choice takes effect at once. */
export function FilterPanel() {
  const { filter, rest } = useStore(filtering, (now) => now);
  const marks = useStore(reading, (now) => now.marks);
  const panel = useRef<HTMLDivElement>(null);
  const clear = () => {
    clearFilter();
    // The button has nothing more to do, and would leave the keyboard nowhere.
    panel.current?.querySelector('input')?.focus();
  };
  return (
    <div
      ref={panel}
      className="filter-panel"
      onKeyDownCapture={(event) => {
        // Esc is meant for the panel, not for clearing the field.
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        filterPanel.set({ isOpen: false });
      }}
    >
      <Radios
        label={t('filter.rest')}
        choices={[
          { id: 'hide', name: t('filter.hide') },
          { id: 'dim', name: t('filter.dim') },
        ]}
        value={rest}
        onChange={(next) => filtering.set({ rest: next })}
      />
      <div className="filter-row">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and name nothing better */}
        <div className="filter-colours" role="group" aria-label={t('filter.colours')}>
          {COLOURS.map((colour) => {
            const isChosen = filter.colours.includes(colour);
            return (
              <AriaButton
                key={colour}
                className="swatch"
                data-colour={colour}
                data-current={isChosen}
                aria-pressed={isChosen}
                aria-label={t(`colour.${colour}`)}
                onPress={() => filterBy({ colours: toggled(filter.colours, colour) })}
              />
            );
          })}
        </div>
        <Checkbox isSelected={filter.commented} onChange={(commented) => filterBy({ commented })}>
          {t('filter.commented')}
        </Checkbox>
      </div>
      <div className="filter-kinds">
        <TagChoice
          label={t('filter.tags')}
          chosen={filter.tagIds}
          onChange={(tagIds) => filterBy({ tagIds })}
          autoFocus
        />
        <Entities chosen={filter.entityIds} />
      </div>
      <Authors chosen={filter.authors} />
      <div className="filter-foot">
        <span role="status">{marks ? t('filter.shown', { ...marks, rest }) : ''}</span>
        <Button isDisabled={isOpen(filter)} onPress={clear}>
          {t('filter.clear')}
        </Button>
      </div>
    </div>
  );
}

/** Entities found at once; who looks for another types more of its name. */
const MOST_FOUND = 50;

function Entities({ chosen }: { chosen: readonly string[] }) {
  const [query, setQuery] = useState('');
  const found = useSteadyQuery('entities.search', { query, limit: MOST_FOUND }).data ?? NONE;
  return (
    <ChoiceList
      label={t('filter.entities')}
      placeholder={t('filter.findEntity')}
      empty={t('library.noEntities')}
      choices={found.map(({ id, name, type }) => ({ id, name, sign: <EntitySign type={type} /> }))}
      chosen={chosen}
      onChange={(entityIds) => filterBy({ entityIds })}
      query={query}
      onQuery={setQuery}
    />
  );
}

/** Only where highlights of somebody with a name are in the notebook. */
function Authors({ chosen }: { chosen: readonly string[] }) {
  const authors = useQuery('highlights.authors', {}).data ?? NONE;
  if (authors.every((author) => author === '')) return null;
  return (
    <fieldset className="radios">
      <legend className="field-label">{t('filter.authors')}</legend>
      {authors.map((author) => (
        <Checkbox
          key={author}
          isSelected={chosen.includes(author)}
          onChange={() => filterBy({ authors: toggled(chosen, author) })}
        >
          {authorName(author)}
        </Checkbox>
      ))}
    </fieldset>
  );
}

function toggled<T>(list: readonly T[], value: T): readonly T[] {
  return list.includes(value) ? list.filter((each) => each !== value) : [...list, value];
}

const NONE: readonly never[] = [];
