import { useState } from 'react';
import { t } from '../../i18n/index.ts';
import { Picker, TagDot } from '../../ui/index.ts';
import { usePassages } from './passages.ts';

/** Chooses a highlight to quote: by its words, or among the newest. */
export function QuotationPicker({ onTake, onClose }: { onTake: (id: string) => void; onClose: () => void }) {
  const [query, setQuery] = useState('');
  const { offers, isBehind } = usePassages(query);
  return (
    <Picker
      title={t('notes.pickQuotation')}
      placeholder={t('notes.pickQuotationHelp')}
      query={query}
      onQuery={setQuery}
      isBehind={isBehind}
      items={offers.map(({ id, quote, where, colour }) => ({
        id,
        name: quote,
        detail: where,
        sign: <TagDot colour={colour} />,
      }))}
      onTake={onTake}
      onClose={onClose}
    />
  );
}
