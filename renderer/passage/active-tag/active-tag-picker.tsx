import { useMemo, useState } from 'react';
import { tagPaths, tagsMatching } from '../../choices/index.ts';
import { t } from '../../i18n/index.ts';
import { useQuery } from '../../state/index.ts';
import { Picker, TagDot } from '../../ui/index.ts';
import { startTagging } from './active-tag.ts';

/** Chooses the tag every selection is given. */
export function ActiveTagPicker({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState('');
  const tags = useQuery('tags.list', {}).data;
  const paths = useMemo(() => tagPaths(tags ?? []), [tags]);
  return (
    <Picker
      title={t('tagging.picker')}
      query={query}
      onQuery={setQuery}
      isBehind={tags === undefined}
      items={tagsMatching(tags ?? [], paths, query).map(({ id, name, colour, parentId }) => ({
        id,
        name,
        sign: <TagDot colour={colour} faint={parentId !== null} />,
        detail: paths.get(id)?.above,
      }))}
      onTake={(id) => {
        const tag = tags?.find((each) => each.id === id);
        if (tag) startTagging(tag);
        onClose();
      }}
      onClose={onClose}
      placeholder={t('tagging.pickerHint')}
    />
  );
}
