import { type RefObject, useEffect } from 'react';
import { arrivals, dialogs, place } from '../state/index.ts';
import { holdKeys } from '../ui/index.ts';

/** How long a view may take to show what takes the keyboard, in milliseconds. */
const PATIENCE = 3000;
/** How many frames it has to keep it: a dialog that closes gives the keyboard back a frame or two later. */
const STEADY = 4;
/** How often to look, in milliseconds, while something else has it and may keep it: to look in every frame has frames drawn for nothing. */
const GLANCE = 100;

/**
 * Sees to it that the keyboard is never nowhere after a change of place. A jump takes it along to the element of the
 * view marked `data-landing`, and with it the keys pressed on the way; any other change does so only where the element
 * that had it is gone.
 */
export function useLanding(centre: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let frame = 0;
    let glance = 0;
    const stop = () => {
      cancelAnimationFrame(frame);
      window.clearTimeout(glance);
    };
    let steady = 0;
    let isOver = true;
    let isJump = false;
    let release = () => {};
    const watch = (jumps: boolean) => {
      stop();
      // A dialog that closes on the way, or a change of the place, does not end a jump.
      isJump = jumps || (isJump && !isOver && steady === 0);
      isOver = false;
      if (jumps) {
        release();
        release = holdKeys('Enter');
      }
      const until = performance.now() + PATIENCE;
      steady = 0;
      // Kept once it is found: what is marked may change as soon as somebody types there.
      let spot: HTMLElement | null = null;
      const look = () => {
        const isLate = performance.now() > until - PATIENCE / 2;
        if (!spot?.isConnected) spot = centre.current?.querySelector<HTMLElement>('[data-landing]') ?? null;
        if (!spot && isLate) spot = centre.current;
        const isThere = spot?.contains(document.activeElement) === true;
        steady = isThere ? steady + 1 : 0;
        if (spot && !isThere && (isJump || document.activeElement === document.body)) spot.focus();
        if (spot?.contains(document.activeElement)) {
          steady = Math.max(steady, 1);
          release();
        }
        isOver ||= steady >= STEADY || performance.now() >= until;
        if (isOver) return;
        const mayStay = !isJump && !isThere && document.activeElement !== document.body;
        if (mayStay) glance = window.setTimeout(look, GLANCE);
        else frame = requestAnimationFrame(look);
      };
      frame = requestAnimationFrame(look);
    };
    // Whoever has arrived and goes on by key or mouse is not called back.
    const goOn = () => {
      isOver ||= steady > 0;
      if (isOver) stop();
    };
    window.addEventListener('keydown', goOn, { capture: true });
    window.addEventListener('pointerdown', goOn, { capture: true });
    const ends = [
      place.subscribe(() => watch(false)),
      arrivals.subscribe(() => watch(true)),
      // What had the keyboard before a dialog may be gone when it closes.
      dialogs.subscribe(() => {
        if (dialogs.get().open === null) watch(false);
      }),
    ];
    return () => {
      stop();
      release();
      window.removeEventListener('keydown', goOn, { capture: true });
      window.removeEventListener('pointerdown', goOn, { capture: true });
      for (const end of ends) end();
    };
  }, [centre]);
}
