import { useMemo, useState } from 'react';
import { colourOfNextTag, type Highlight } from '../../main/contract/index.ts';
import { tagPaths, tagsMatching } from '../choices/index.ts';
import { useClient } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { useQuery } from '../state/index.ts';
import { Picker, TagDot } from '../ui/index.ts';
import { duplicate } from './deeds.ts';

/** The tag of another highlight over the same passage; those the highlight has are not offered. */
export function DuplicatePicker({ highlight, onClose }: { highlight: Highlight; onClose: () => void }) {
  const client = useClient();
  const [query, setQuery] = useState('');
  const tags = useQuery('tags.list', {}).data;
  const paths = useMemo(() => tagPaths(tags ?? []), [tags]);
  const others = tagsMatching(tags ?? [], paths, query).filter(({ id }) => !highlight.tagIds.includes(id));
  return (
    <Picker
      title={t('passage.duplicatePicker')}
      query={query}
      onQuery={setQuery}
      isBehind={tags === undefined}
      items={others.map(({ id, name, colour, parentId }) => ({
        id,
        name,
        sign: <TagDot colour={colour} faint={parentId !== null} />,
        detail: paths.get(id)?.above,
      }))}
      onTake={(id) => {
        const tag = others.find((each) => each.id === id);
        onClose();
        if (tag) void duplicate(client, highlight, { tagIds: [id] }, tag.colour);
      }}
      onCreate={(name) => {
        onClose();
        void duplicate(client, highlight, { tagIds: [], made: [name] }, colourOfNextTag(tags?.length ?? 0));
      }}
      onClose={onClose}
      placeholder={t('passage.tagHint')}
    />
  );
}
