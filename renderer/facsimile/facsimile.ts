import type { Source } from '../../main/contract/index.ts';
import { createStore, go, place, useQuery, useStore } from '../state/index.ts';

/** Whether the pages of a PDF stand beside its text. */
export const facsimile = createStore<{ readonly isOpen: boolean }>({ isOpen: false });

/** The source that is read, where it has pages to show. */
export function usePagedSource(): Source | undefined {
  const sourceId = useStore(place, (now) => now.sourceId);
  const source = useQuery('sources.list', {}).data?.find(({ id }) => id === sourceId);
  return source?.mediaType === 'application/pdf' ? source : undefined;
}

/** Opens a source with its pages beside its text. */
export function showPages(sourceId: string): void {
  facsimile.set({ isOpen: true });
  go({ view: 'read', sourceId });
}

/** Whether its pages are shown now. */
export function useFacsimile(): boolean {
  const view = useStore(place, (now) => now.view);
  const isOpen = useStore(facsimile, (now) => now.isOpen);
  const source = usePagedSource();
  return isOpen && view === 'read' && source !== undefined;
}
