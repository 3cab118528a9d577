import { useState } from 'react';
import type { Entity, EntitySuggestion } from '../../main/contract/index.ts';
import { t, typeName } from '../i18n/index.ts';
import { failureSentence, tell, useDeed } from '../messages/index.ts';
import { arrive, useQuery } from '../state/index.ts';
import { Button, EmptyState, Select } from '../ui/index.ts';
import { EntityPicker } from './entity-picker.tsx';
import { RowList } from './row-list.tsx';
import { afterWords, beforeWords } from './surroundings.ts';

const MOST_SHOWN = 200;

/**
 * What looks like a name in the sources and is none of an entity yet: Enter makes an entity of the chosen type of it,
 * N gives it to an entity there is, as another name.
 */
export function Suggestions({ sourceId }: { sourceId: string | null }) {
  const answer = useQuery('entities.suggest', sourceId === null ? {} : { sourceId });
  const types = useQuery('entityTypes.list', {});
  const act = useDeed();
  const [current, setCurrent] = useState<EntitySuggestion | null>(null);
  /** The type somebody chose for a suggestion, by its name; else the guess stands. */
  const [chosenTypes, setChosenTypes] = useState<ReadonlyMap<string, string>>(new Map());
  const [naming, setNaming] = useState<EntitySuggestion | null>(null);
  const suggestions = answer.data ?? [];
  const chosen = suggestions.find(({ name }) => name === current?.name) ?? suggestions[0];
  const typeOf = ({ name, type }: EntitySuggestion) => chosenTypes.get(name) ?? type;

  const undo = { label: 'entities.undo', run: () => void act('history.undo', {}) } as const;
  const make = async (suggestion: EntitySuggestion) => {
    const { name, aliases } = suggestion;
    if (!(await act('entities.create', { name, aliases: [...aliases], type: typeOf(suggestion) }))) return;
    tell({ tone: 'status', key: 'entities.made', values: { name }, action: undo });
  };
  const giveTo = async ({ name, aliases }: EntitySuggestion, entity: Entity) => {
    setNaming(null);
    const all = [...entity.aliases, name, ...aliases];
    if (!(await act('entities.update', { id: entity.id, aliases: all }))) return;
    tell({ tone: 'status', key: 'entities.named', values: { name, entity: entity.name }, action: undo });
  };
  const show = ({ sourceId: source, start, end }: EntitySuggestion) =>
    arrive({ view: 'read', sourceId: source, passage: { start, end } });

  if (suggestions.length === 0) {
    if (answer.loading) return <p className="entity-quiet">{t('entities.looking')}</p>;
    return (
      <EmptyState title={answer.failure ? failureSentence(answer.failure) : t('entities.noSuggestions')}>
        {!answer.failure && t('entities.suggestedHow')}
      </EmptyState>
    );
  }
  return (
    <section className="entity-section mention-list">
      <header className="entity-section-head">
        <h2>{t('entities.suggestedCount', { count: suggestions.length })}</h2>
        <div className="entity-actions">
          {chosen && (
            <Select
              label={t('entities.type')}
              hideLabel
              value={typeOf(chosen)}
              onChange={(type) => setChosenTypes((now) => new Map([...now, [chosen.name, type]]))}
              choices={(types.data ?? []).map(({ name }) => ({ id: name, name: typeName(name) }))}
            />
          )}
          <Button onPress={() => chosen && show(chosen)}>{t('entities.showInText')}</Button>
          <Button onPress={() => chosen && setNaming(chosen)}>{t('entities.nameOf')}</Button>
          <Button look="primary" onPress={() => chosen && void make(chosen)}>
            {t('entities.make')}
          </Button>
        </div>
        <p className="row-keys">
          {t('entities.suggestedHow')} <kbd>{t('key.enter')}</kbd> {t('entities.keyMake')} · <kbd>N</kbd>{' '}
          {t('entities.keyName')} · <kbd>O</kbd> {t('entities.keyShow')}
        </p>
      </header>
      <RowList
        label={t('entities.suggested')}
        rows={suggestions.slice(0, MOST_SHOWN)}
        keyOf={({ name }) => name}
        onCurrent={setCurrent}
        onKey={(suggestion, key) => {
          if (key === 'Enter') void make(suggestion);
          else if (key === 'n' || key === 'N') setNaming(suggestion);
          else if (key === 'o' || key === 'O') show(suggestion);
          else return false;
          return true;
        }}
      >
        {(suggestion) => (
          <>
            <span className="row-main">
              <span>
                <strong>
                  <bdi>{suggestion.name}</bdi>
                </strong>
                {suggestion.aliases.length > 0 && (
                  <span className="entity-quiet">
                    {' '}
                    · {t('inspector.also', { names: suggestion.aliases.join(', ') })}
                  </span>
                )}
              </span>
              <span className="row-place" dir="auto">
                {beforeWords(suggestion.before)}
                {suggestion.quote}
                {afterWords(suggestion.after)}
              </span>
            </span>
            <span className="row-side">
              {typeName(typeOf(suggestion))} · {t('entities.times', { count: suggestion.count })}
            </span>
          </>
        )}
      </RowList>
      {suggestions.length > MOST_SHOWN && (
        <p className="entity-quiet">{t('entities.more', { count: suggestions.length - MOST_SHOWN })}</p>
      )}
      {naming && (
        <EntityPicker
          title={t('entities.nameOf')}
          except=""
          onTake={(entity) => void giveTo(naming, entity)}
          onClose={() => setNaming(null)}
        />
      )}
    </section>
  );
}
