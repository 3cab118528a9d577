import { type RefObject, useEffect } from 'react';
import { arrivals, dialogs, place } from '../state/index.ts';

/** How long a view may take to show what takes the keyboard, in milliseconds. */
const PATIENCE = 3000;
/** How many frames it has to keep it: a dialog that closes gives the keyboard back a frame or two later. */
const STEADY = 4;

/**
 * Sees to it that the keyboard is never nowhere after a change of place. A jump takes it along to the element of the
 * view marked `data-landing`; any other change does so only where the element that had it is gone.
 */
export function useLanding(centre: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let frame = 0;
    let steady = 0;
    const watch = (isJump: boolean) => {
      cancelAnimationFrame(frame);
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
        if (steady < STEADY && performance.now() < until) frame = requestAnimationFrame(look);
      };
      frame = requestAnimationFrame(look);
    };
    // Whoever has arrived and goes on by key or mouse is not called back.
    const goOn = () => {
      if (steady > 0) cancelAnimationFrame(frame);
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
      cancelAnimationFrame(frame);
      window.removeEventListener('keydown', goOn, { capture: true });
      window.removeEventListener('pointerdown', goOn, { capture: true });
      for (const end of ends) end();
    };
  }, [centre]);
}
