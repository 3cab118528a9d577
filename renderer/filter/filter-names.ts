import { isOpen, type ReadingFilter } from '../../main/contract/index.ts';
import { formatList, t } from '../i18n/index.ts';
import { useQuery } from '../state/index.ts';

/** What a filter is called by what it asks for: `power struggle, red and with a comment`; empty for one that is open. */
export function useFilterName(filter: ReadingFilter): string {
  const tags = useQuery('tags.list', filter.tagIds.length > 0 ? {} : null).data;
  const entities = useQuery('entities.list', filter.entityIds.length > 0 ? {} : null).data;
  if (isOpen(filter)) return '';
  const named = (
    things: readonly { readonly id: string; readonly name: string }[] | undefined,
    ids: readonly string[],
  ) => ids.flatMap((id) => things?.find((thing) => thing.id === id)?.name ?? []);
  return formatList([
    ...named(tags, filter.tagIds),
    ...named(entities, filter.entityIds),
    ...filter.colours.map((colour) => t(`colour.${colour}`)),
    ...filter.authors.map(authorName),
    ...(filter.commented ? [t('filter.withComment')] : []),
  ]);
}

/** The empty name is that of whoever works in this notebook. */
export function authorName(author: string): string {
  return author === '' ? t('filter.noAuthor') : author;
}
