import { NO_FILTER, type ReadingFilter } from '../../main/contract/index.ts';
import { createStore } from '../store/index.ts';

/**
 * What the highlights in the text are filtered by, and what becomes of the rest. It belongs to the window: it stays when
 * another source is opened, and goes with the notebook.
 */
export interface Filtering {
  readonly filter: ReadingFilter;
  readonly rest: 'hide' | 'dim';
}

export const filtering = createStore<Filtering>({ filter: NO_FILTER, rest: 'hide' });

/** Changes some kinds of the filter and leaves the others. */
export function filterBy(part: Partial<ReadingFilter>): void {
  filtering.set(({ filter }) => ({ filter: { ...filter, ...part } }));
}

/** Filters by this and nothing else. */
export function showOnly(part: Partial<ReadingFilter>): void {
  filtering.set({ filter: { ...NO_FILTER, ...part } });
}

export function clearFilter(): void {
  filtering.set({ filter: NO_FILTER });
}
