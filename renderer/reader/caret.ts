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
  /** Positioned in the same element as `canvas`. */
  readonly element: HTMLElement;
  readonly canvas: HTMLElement;
  readonly text: HTMLElement;
  readonly view: TextView;
  readonly selecting: Selecting;
}

export function createCaret({ element, canvas, text, view, selecting }: CaretOptions): Caret {
  const place = () => {
    const ends = selecting.get();
    const shown = ends !== null && ends.anchor === ends.focus && document.activeElement === text;
    const rect = shown ? view.rectOf(ends.focus) : null;
    element.hidden = rect === null;
    if (!rect) return;
    const box = canvas.getBoundingClientRect();
    element.style.left = `${rect.left - box.left + canvas.offsetLeft}px`;
    element.style.top = `${rect.top - box.top + canvas.offsetTop}px`;
    element.style.height = `${rect.height}px`;
  };
  return {
    place,
    close() {
      element.hidden = true;
    },
  };
}
