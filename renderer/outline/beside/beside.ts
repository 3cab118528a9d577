import { createStore, useStore } from '../../state/index.ts';

export const BESIDE = ['source', 'note', 'preview'] as const;

/** What stands side by side with the outline: a source to read, a note to write, or the summary as it will be. */
export type Beside = (typeof BESIDE)[number];

export const beside = createStore<{ readonly what: Beside | null }>({ what: null });

/** Whether this stands beside the outline now. */
export function isBeside(what: Beside): boolean {
  return beside.get().what === what;
}

export function useBeside(): Beside | null {
  return useStore(beside, (now) => now.what);
}
