import { useEffect, useState } from 'react';
import { useClient } from '../client/index.ts';
import { t, typeName } from '../i18n/index.ts';
import { useQuery, useSteadyQuery } from '../state/index.ts';
import { EntitySign, Picker } from '../ui/index.ts';
import { link, linkToNew } from './deeds.ts';
import { quoteOf, type Target } from './target.ts';

/** Quotes longer than this are no names, so they are not offered as one. */
const LONGEST_NAME = 80;

/** The type last chosen for a new entity; most names in one sitting are of one kind. */
let lastType = 'person';

/** Finds the entity a passage speaks of, by any of its names, or makes it: then its type is asked for. */
export function EntityPicker({ target, onClose }: { target: Target; onClose: () => void }) {
  const client = useClient();
  const quote = quoteOf(target).trim();
  const [query, setQuery] = useState(quote.length <= LONGEST_NAME ? quote : '');
  const [name, setName] = useState<string | null>(null);
  const found = useSteadyQuery('entities.search', name === null ? { query, limit: 30 } : null);

  // The words of the passage are a first guess; typing replaces them.
  useEffect(() => {
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.select();
  }, []);

  if (name !== null) {
    return (
      <TypePicker
        name={name}
        onClose={onClose}
        onTake={(type) => {
          lastType = type;
          void linkToNew(client, target, name, type);
          onClose();
        }}
      />
    );
  }
  return (
    <Picker
      title={t('passage.linkPicker')}
      query={query}
      onQuery={setQuery}
      isBehind={found.loading}
      items={(found.data ?? []).map((entity) => ({
        id: entity.id,
        name: entity.name,
        sign: <EntitySign type={entity.type} />,
        detail: t('passage.entityDetail', { type: typeName(entity.type), count: entity.mentions }),
      }))}
      onTake={(id) => {
        void link(client, target, id);
        onClose();
      }}
      onCreate={setName}
      onClose={onClose}
      placeholder={t('passage.linkHint')}
    />
  );
}

/** What kind of thing a new entity is: first what names like it were made into, else the type used last; any other word makes a new type. */
function TypePicker({ name, onTake, onClose }: { name: string; onTake: (type: string) => void; onClose: () => void }) {
  const [query, setQuery] = useState('');
  const types = useQuery('entityTypes.list', {});
  const guess = useQuery('entities.guessType', { name });
  const first = guess.data?.type ?? lastType;
  const wanted = query.trim().toLowerCase();
  const items = (types.data ?? [])
    .map(({ name: type, shape, colour }) => ({
      id: type,
      name: typeName(type),
      sign: <EntitySign {...{ type, shape, colour }} />,
    }))
    .filter((item) => item.name.toLowerCase().includes(wanted) || item.id.includes(wanted))
    .sort((a, b) => Number(b.id === first) - Number(a.id === first));
  return (
    <Picker
      title={t('passage.linkPicker')}
      query={query}
      onQuery={setQuery}
      isBehind={types.loading || guess.loading}
      items={items}
      onTake={onTake}
      onCreate={onTake}
      createLabel={(type) => t('passage.newType', { type })}
      onClose={onClose}
      placeholder={t('passage.typeOf', { name })}
    />
  );
}
