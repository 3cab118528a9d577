import type { Input } from '../../main/contract/index.ts';
import { createStore } from '../store/index.ts';

/** What of the sources the Library shows. It belongs to the window and goes with the notebook. */
export interface Looking {
  /** Of titles, authors and dates. */
  readonly words: string;
  readonly filter: Omit<Input<'sources.list'>, 'collectionId'>;
  readonly isOpen: boolean;
}

const NOTHING_ASKED: Pick<Looking, 'words' | 'filter'> = { words: '', filter: {} };

export const looking = createStore<Looking>({ ...NOTHING_ASKED, isOpen: false });

/** Shows all sources. */
export function clearLooking(): void {
  looking.set(NOTHING_ASKED);
}

/** Whether all sources are shown. */
export function showsAll({ words, filter }: Pick<Looking, 'words' | 'filter'>): boolean {
  return words.trim() === '' && Object.values(filter).every((list) => list === undefined || list.length === 0);
}
