/** The one way the window keeps values that are watched; a leaf, so that every folder may use it. */
import { useCallback, useSyncExternalStore } from 'react';

/** A value that can be watched; components read it with `useStore`, everything else with `get` and `subscribe`. */
export interface Store<T extends object> {
  get(): T;
  /** Merges a part into the value. Listeners hear of it at once, and only where something differs. */
  set(change: Partial<T> | ((now: T) => Partial<T>)): void;
  /** Returns the function that ends the subscription. */
  subscribe(listener: () => void): () => void;
}

export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(change) {
      const part = typeof change === 'function' ? change(value) : change;
      const next = { ...value, ...part };
      if (sameFields(value, next)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function sameFields<T extends object>(a: T, b: T): boolean {
  const before = Object.entries(a);
  const after = new Map(Object.entries(b));
  return (
    before.length === after.size && before.every(([key, field]) => after.has(key) && Object.is(field, after.get(key)))
  );
}

/** Reads a part of a store and renders again when it changes. The selector must give the same value for the same state. */
export function useStore<T extends object, S>(store: Store<T>, selector: (value: T) => S): S {
  const read = useCallback(() => selector(store.get()), [store, selector]);
  return useSyncExternalStore(store.subscribe, read);
}
