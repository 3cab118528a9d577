import { useLayoutEffect, useRef } from 'react';

/**
 * For a dialog from which something else begins. The function it returns takes what that is, to be called before the
 * dialog is closed: it begins once the keyboard has come home, and finds it there.
 */
export function useHandBack(): (next: () => void) => void {
  const begin = useRef<() => void>(undefined);
  useLayoutEffect(
    () => () => {
      if (begin.current) queueMicrotask(begin.current);
    },
    [],
  );
  return (next) => {
    begin.current = next;
  };
}
