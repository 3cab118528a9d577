import { useState } from 'react';
import { t } from '../i18n/index.ts';
import { HitSign, hitKey, openHit } from '../search/index.ts';
import { openDialog, useSteadyQuery } from '../state/index.ts';
import { Picker } from '../ui/index.ts';

const MOST = 50;

/** Everything in the notebook by its name; with nothing typed, what was changed last. */
export function GoToDialog({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState('');
  const { data: hits = [], loading } = useSteadyQuery('search.names', { query: query.trim(), limit: MOST });
  return (
    <Picker
      title={t('goTo.title')}
      placeholder={t('goTo.placeholder')}
      items={hits.map((hit) => ({
        id: hitKey(hit),
        name: hit.title || t('library.untitled'),
        sign: <HitSign hit={hit} />,
        detail: t(`goTo.kind.${hit.kind}`),
      }))}
      isBehind={loading}
      query={query}
      onQuery={(next) => (next.startsWith('>') ? openDialog({ kind: 'commands' }) : setQuery(next))}
      onTake={(key) => {
        const hit = hits.find((each) => hitKey(each) === key);
        onClose();
        if (hit) openHit(hit);
      }}
      onClose={onClose}
    />
  );
}
