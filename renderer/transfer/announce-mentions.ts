import type { Progress, Source, UnlinkedMention } from '../../main/contract/index.ts';
import type { Client } from '../client/index.ts';
import { tell, tellFailure } from '../messages/index.ts';
import { createStore, failureOf, go } from '../state/index.ts';

/** The search for mentions in what was just imported, as far as it lasts long enough to be shown. */
export interface Scanning {
  readonly work: (Progress & { readonly stop: () => void }) | null;
}

export const scanning = createStore<Scanning>({ work: null });

/** A search shorter than this, in milliseconds, is not worth a bar. */
const WORTH_SHOWING = 400;
/** So many entities are named in the message. */
const MOST_NAMED = 2;

/**
 * Looks who is named in new sources, and says so where somebody is. It goes on beside everything else, changes nothing,
 * and may be stopped.
 */
export async function announceMentions(client: Client, sources: readonly Source[]): Promise<void> {
  const began = performance.now();
  const stopping = new AbortController();
  const onProgress = (progress: Progress) => {
    if (performance.now() - began < WORTH_SHOWING) return;
    scanning.set({ work: { ...progress, stop: () => stopping.abort() } });
  };
  const found: UnlinkedMention[] = [];
  try {
    for (const { id } of sources) {
      found.push(...(await client.call('mentions.find', { sourceId: id }, { signal: stopping.signal, onProgress })));
    }
  } catch (error) {
    // Nobody asked for it, so whoever closes the notebook meanwhile need not hear that it ended.
    const failure = failureOf(error);
    if (failure.code !== 'no-notebook') tellFailure(failure);
    return;
  } finally {
    scanning.set({ work: null });
  }
  if (found.length > 0) announce(found, sources);
}

function announce(found: readonly UnlinkedMention[], sources: readonly Source[]): void {
  const [first] = sources;
  const named = [...Map.groupBy(found, ({ entityId }) => entityId).values()]
    .toSorted((a, b) => b.length - a.length)
    .map(([mention]) => mention?.entityName ?? '');
  tell({
    tone: 'status',
    key: 'import.mentions',
    values: {
      count: found.length,
      names: named.slice(0, MOST_NAMED).join(', '),
      more: Math.max(0, named.length - MOST_NAMED),
    },
    action: {
      label: 'import.reviewMentions',
      run: () =>
        go({
          view: 'entities',
          entityId: null,
          finding: { what: 'mentions', type: null, sourceId: sources.length === 1 ? (first?.id ?? null) : null },
        }),
    },
  });
}
