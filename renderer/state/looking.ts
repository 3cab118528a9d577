import type { Input } from '../../main/contract/index.ts';
import { createStore } from '../store/index.ts';

/** What of the sources the Library shows. It belongs to the window and goes with the notebook. */
export interface Looking {
  /** Of titles, authors and dates. */
  readonly words: string;
  readonly filter: Input<'sources.list'>;
  readonly isOpen: boolean;
}

const NOTHING_ASKED: Pick<Looking, 'words' | 'filter'> = { words: '', filter: {} };

export const looking = createStore<Looking>({ ...NOTHING_ASKED, isOpen: false });

/** Shows all sources. */
export function clearLooking(): void {
  looking.set(NOTHING_ASKED);
}

/** Shows the sources of one collection alone. */
export function showCollection(collectionId: string): void {
  looking.set({ ...NOTHING_ASKED, filter: { collectionId } });
}

/** Whether all sources are shown. */
export function showsAll({ words, filter }: Pick<Looking, 'words' | 'filter'>): boolean {
  const { collectionId, ...lists } = filter;
  if (words.trim() !== '' || collectionId !== undefined) return false;
  return Object.values(lists).every((list) => list === undefined || list.length === 0);
}
