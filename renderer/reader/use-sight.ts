import { useMemo } from 'react';
import { filtering, useQuery, useStore } from '../state/index.ts';
import { createSight, type Sight } from './sight.ts';

/** What the window's filter lets be seen; null until the tags below those it names are known. */
export function useSight(): Sight | null {
  const { filter, rest } = useStore(filtering, (now) => now);
  const asksForTags = filter.tagIds.length > 0;
  const known = useQuery('tags.list', asksForTags ? {} : null).data;
  const tags = asksForTags ? known : NONE;
  return useMemo(() => (tags ? createSight(filter, rest, tags) : null), [filter, rest, tags]);
}

const NONE: readonly never[] = [];
