import { useEffect, useMemo } from 'react';
import type { Tag } from '../../../main/contract/index.ts';
import type { Client } from '../../client/index.ts';
import { createStore, notebook, useQuery, useStore } from '../../state/index.ts';
import { afterUse, NO_RECENT_TAGS, type RecentTags, recentTagsOf } from './recent-tags.ts';

const KEY = 'tags.recent';

const recent = createStore<{ readonly tags: RecentTags }>({ tags: NO_RECENT_TAGS });

/** Uses on their way to the notebook: what that tells meanwhile is older. */
let sending = 0;

/** The tags on the keys, in their order; null where there is none, or not any more. */
export function useRecentTags(): readonly (Tag | null)[] {
  const { data } = useQuery('settings.get', { key: KEY });
  const known = useQuery('tags.list', {}).data;
  useEffect(() => {
    if (data && sending === 0) recent.set({ tags: recentTagsOf(data.value) });
  }, [data]);
  const tags = useStore(recent, (now) => now.tags);
  return useMemo(() => tags.map((each) => known?.find(({ id }) => id === each?.id) ?? null), [tags, known]);
}

/** Remembers that tags were given to a passage. */
export async function rememberUse(client: Client, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { tags } = recent.get();
  const next = ids.reduce(afterUse, tags);
  recent.set({ tags: next });
  if (notebook.get().status?.readOnly) return;
  sending++;
  try {
    await client.call('settings.set', { key: KEY, value: [...next] });
  } catch {
    // A key that is not remembered is no reason to disturb the reader, whose tag was stored.
  } finally {
    sending--;
  }
}
