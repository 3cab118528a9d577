import { useLayoutEffect, useRef, useState } from 'react';

/**
 * For a dialog from which something else begins. The function it returns takes what that is, to be called before the
 * dialog is closed: once the dialog has left the document the focus goes back to where it was, and then it begins, and
 * finds the focus there. (The dialog's own way gives it back some frames later; on a busy machine, after a second dialog
 * has looked for where to return to.)
 */
export function useHandBack(): (next: () => void) => void {
  const [origin] = useState(() => document.activeElement);
  const begin = useRef<() => void>(undefined);
  useLayoutEffect(
    () => () => {
      const next = begin.current;
      if (!next) return;
      queueMicrotask(() => {
        if (origin instanceof HTMLElement && origin.isConnected) origin.focus();
        next();
      });
    },
    [origin],
  );
  return (next) => {
    begin.current = next;
  };
}
