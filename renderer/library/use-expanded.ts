import { createStore, useStore } from '../state/index.ts';

type Trees = 'sources' | 'tags' | 'entities';

/** Which branches are open, by tree; kept while the window lives. Tags begin open, collections and entities closed. */
const branches = createStore<{
  readonly sources: ReadonlySet<string> | null;
  readonly tags: ReadonlySet<string> | null;
  readonly entities: ReadonlySet<string> | null;
}>({
  sources: null,
  tags: null,
  entities: null,
});

export function useExpanded(
  tree: Trees,
  initially: () => ReadonlySet<string>,
): [ReadonlySet<string>, (keys: ReadonlySet<string>) => void] {
  const known = useStore(branches, (now) => now[tree]);
  return [known ?? initially(), (keys) => branches.set({ [tree]: keys })];
}
