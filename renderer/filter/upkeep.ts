import { useEffect } from 'react';
import { filterBy, filtering, useQuery, useStore } from '../state/index.ts';

/** Takes tags and entities out of the filter that are not in the notebook any more, so that nothing is hidden for them. */
export function useFilterUpkeep(): void {
  const { tagIds, entityIds } = useStore(filtering, (now) => now.filter);
  const tags = useQuery('tags.list', tagIds.length > 0 ? {} : null).data;
  const entities = useQuery('entities.list', entityIds.length > 0 ? {} : null).data;
  useEffect(() => {
    const left = tags && tagIds.filter((id) => tags.some((tag) => tag.id === id));
    if (left && left.length < tagIds.length) filterBy({ tagIds: left });
  }, [tags, tagIds]);
  useEffect(() => {
    const left = entities && entityIds.filter((id) => entities.some((entity) => entity.id === id));
    if (left && left.length < entityIds.length) filterBy({ entityIds: left });
  }, [entities, entityIds]);
}
