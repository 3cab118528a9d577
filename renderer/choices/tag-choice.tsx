import { useMemo, useState } from 'react';
import { t } from '../i18n/index.ts';
import { useQuery } from '../state/index.ts';
import { TagDot } from '../ui/index.ts';
import { ChoiceList, type ChoiceListProps } from './choice-list.tsx';
import { tagPaths, tagsMatching } from './tag-paths.ts';

/** Several of the notebook's tags. */
export function TagChoice(props: Pick<ChoiceListProps, 'label' | 'chosen' | 'onChange' | 'autoFocus'>) {
  const [query, setQuery] = useState('');
  const tags = useQuery('tags.list', {}).data ?? NONE;
  const paths = useMemo(() => tagPaths(tags), [tags]);
  return (
    <ChoiceList
      {...props}
      placeholder={t('filter.findTag')}
      empty={t('library.noTags')}
      choices={tagsMatching(tags, paths, query).map(({ id, name, colour, parentId }) => ({
        id,
        name,
        sign: <TagDot colour={colour} faint={parentId !== null} />,
        detail: paths.get(id)?.above,
      }))}
      query={query}
      onQuery={setQuery}
    />
  );
}

const NONE: readonly never[] = [];
