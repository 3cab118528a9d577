import { useCallback, useSyncExternalStore } from 'react';
import type { Store } from '../store/index.ts';
import { afterPaint } from './after-paint.ts';

/**
 * As `useStore`, for what stands beside the text: the text itself shows a deed first, and this follows with the next frame, so
 * that whoever marks words never waits for what is told about them.
 */
export function useStoreAfterPaint<T extends object, S>(store: Store<T>, selector: (value: T) => S): S {
  const subscribe = useCallback(
    (listener: () => void) => {
      let isPlanned = false;
      let isOver = false;
      const end = store.subscribe(() => {
        if (isPlanned) return;
        isPlanned = true;
        afterPaint(() => {
          isPlanned = false;
          if (!isOver) listener();
        });
      });
      return () => {
        isOver = true;
        end();
      };
    },
    [store],
  );
  const read = useCallback(() => selector(store.get()), [store, selector]);
  return useSyncExternalStore(subscribe, read);
}
