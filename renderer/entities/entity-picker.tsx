import { useState } from 'react';
import type { Entity } from '../../main/contract/index.ts';
import { typeName } from '../i18n/index.ts';
import { useSteadyQuery } from '../state/index.ts';
import { EntitySign, Picker } from '../ui/index.ts';

const MOST_OFFERED = 50;

/** Chooses one entity by any of its names; `except` is not offered. */
export function EntityPicker(props: {
  title: string;
  except: string;
  onTake: (entity: Entity) => void;
  onClose: () => void;
}) {
  const [query, setQuery] = useState('');
  const found = useSteadyQuery('entities.search', { query, limit: MOST_OFFERED });
  const entities = (found.data ?? []).filter((entity) => entity.id !== props.except);
  return (
    <Picker
      title={props.title}
      query={query}
      onQuery={setQuery}
      isBehind={found.loading}
      onClose={props.onClose}
      items={entities.map((entity) => ({
        id: entity.id,
        name: entity.name,
        sign: <EntitySign type={entity.type} />,
        detail: typeName(entity.type),
      }))}
      onTake={(id) => {
        const entity = entities.find((each) => each.id === id);
        if (entity) props.onTake(entity);
      }}
    />
  );
}
