import type { Selecting } from './selecting.ts';
import type { TextView } from './text-view.ts';

/**
 * Draws the caret: text that cannot be edited has none in the browser, but a reader with a keyboard has to see where the
 * next selection begins.
 */
export interface Caret {
  place(): void;
  close(): void;
}

export interface CaretOptions {
  /** Positioned in the same element as the view's canvas. */
  readonly element: HTMLElement;
  readonly text: HTMLElement;
  readonly view: TextView;
  readonly selecting: Selecting;
}

export function createCaret({ element, text, view, selecting }: CaretOptions): Caret {
  const place = () => {
    const ends = selecting.get();
    const shown = ends !== null && ends.anchor === ends.focus && document.activeElement === text;
    const spot = shown ? view.spotOf(ends.focus, 'before') : null;
    element.hidden = spot === null;
    if (!spot) return;
    element.style.left = `${spot.left}px`;
    element.style.top = `${spot.top}px`;
    element.style.height = `${spot.height}px`;
  };
  return {
    place,
    close() {
      element.hidden = true;
    },
  };
}
