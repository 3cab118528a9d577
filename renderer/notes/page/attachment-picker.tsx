import { useState } from 'react';
import { REFERENCE_KINDS, type Reference } from '../../../main/contract/index.ts';
import { t } from '../../i18n/index.ts';
import { HitSign } from '../../search/index.ts';
import { useSteadyQuery } from '../../state/index.ts';
import { Picker, type PickerItem, TagDot } from '../../ui/index.ts';
import { usePassages } from './passages.ts';

/** Things with a name, and passages, offered at once. */
const MOST_NAMES = 30;
const MOST_PASSAGES = 20;

export interface AttachmentPickerProps {
  /** The note itself, which is not offered. */
  readonly except: string;
  /** What it is attached to already; taking one of these is detaching it. */
  readonly held: readonly Reference[];
  readonly onTake: (thing: Reference) => void;
  readonly onClose: () => void;
}

/** Chooses what a note is about: sources, tags, entities and notes by their names, passages by their words. */
export function AttachmentPicker({ except, held, onTake, onClose }: AttachmentPickerProps) {
  const [query, setQuery] = useState('');
  const named = useSteadyQuery('search.names', { query: query.trim(), limit: MOST_NAMES });
  const passages = usePassages(query);

  const offers: (PickerItem & { readonly thing: Reference })[] = [];
  const offer = (thing: Reference, item: Pick<PickerItem, 'name' | 'sign' | 'detail'>) => {
    const isChosen = held.some(({ kind, id }) => kind === thing.kind && id === thing.id);
    offers.push({ ...item, id: `${thing.kind} ${thing.id}`, isChosen, thing });
  };
  for (const hit of named.data ?? []) {
    const kind = REFERENCE_KINDS.find((each) => each === hit.kind);
    if (!kind || hit.id === except) continue;
    const name = hit.title || t('notes.untitled');
    offer({ kind, id: hit.id }, { name, sign: <HitSign hit={hit} />, detail: t(`notes.attachment.${kind}`) });
  }
  for (const { id, quote, where, colour } of passages.offers.slice(0, MOST_PASSAGES)) {
    offer({ kind: 'highlight', id }, { name: quote, sign: <TagDot colour={colour} />, detail: where });
  }

  return (
    <Picker
      title={t('notes.attachTo')}
      placeholder={t('notes.attachHelp')}
      query={query}
      onQuery={setQuery}
      isBehind={named.loading || passages.isBehind}
      items={offers}
      onTake={(id) => {
        const taken = offers.find((each) => each.id === id);
        if (taken) onTake(taken.thing);
      }}
      onClose={onClose}
    />
  );
}
