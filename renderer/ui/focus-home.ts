import { useLayoutEffect } from 'react';
import { createStore, useStore } from '../store/index.ts';

/** What had the keyboard last outside of every dialog, small ones beside their button too, and of messages, which go. */
let home: HTMLElement | null = null;

/** From now on it is known where the keyboard is at home: called once, before anything is drawn. */
export function followFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && !target.closest('.modal, .panel-popover, .messages')) home = target;
  });
}

/** How many dialogs have left the document. */
const ends = createStore<{ readonly count: number }>({ count: 0 });

/** A dialog is leaving the document. To be called while it does. */
export function dialogEnds(): void {
  ends.set((now) => ({ count: now.count + 1 }));
}

/**
 * Brings the keyboard home in the moment the last dialog leaves, so that no key is pressed while it is nowhere. The
 * dialogs' library undoes what it did to the window (what is behind a dialog is inert, and so is all that is added) in an
 * effect that React puts off for some frames, more on a busy machine; until then nothing behind takes the keyboard, and a
 * dialog that follows loses it. Because this is drawn anew at every end, within the same turn, React has to be done with
 * all earlier effects by then. Stands in the window once.
 */
export function FocusHome(): null {
  const count = useStore(ends, (now) => now.count);
  useLayoutEffect(() => {
    if (count > 0) goHome();
  }, [count]);
  return null;
}

/** How long to wait, in milliseconds, for what is behind a dialog to take the keyboard again. */
const PATIENCE = 1_400;
/** How many frames the keyboard has to be somewhere. */
const STEADY = 3;

/** Unless the keyboard is somewhere; looks again for some frames, for what had it may be drawn anew. */
function goHome(): void {
  const until = performance.now() + PATIENCE;
  let steady = 0;
  const look = () => {
    const isNowhere = document.activeElement === document.body;
    steady = isNowhere ? 0 : steady + 1;
    if (isNowhere && !document.querySelector('.modal')) home?.focus();
    if (steady < STEADY && performance.now() < until) requestAnimationFrame(look);
  };
  look();
}
