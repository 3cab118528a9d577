import type { Selecting } from './selecting.ts';
import type { TextView } from './text-view.ts';

/** How long the caret is seen, and then not, in milliseconds. */
const BLINK = 550;

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
  // One pixel, stretched over the caret. With each change of a style the browser paints all rows with highlights anew, and an animation
  // changes it several times a blink; what is drawn here changes none.
  const pixel = document.createElement('canvas');
  pixel.width = 1;
  pixel.height = 1;
  pixel.ariaHidden = 'true';
  const pen = pixel.getContext('2d');
  element.replaceChildren(pixel);
  const stillness = window.matchMedia('(prefers-reduced-motion: reduce)');
  let blinking = 0;
  let last = '';

  const draw = (isSeen: boolean) => {
    if (!pen) return;
    pen.clearRect(0, 0, 1, 1);
    if (!isSeen) return;
    pen.fillStyle = getComputedStyle(element).color;
    pen.fillRect(0, 0, 1, 1);
  };

  const rest = () => {
    window.clearInterval(blinking);
    blinking = 0;
  };

  /** It is seen at once wherever it comes to stand. */
  const blink = () => {
    rest();
    let isSeen = true;
    draw(isSeen);
    blinking = window.setInterval(() => {
      isSeen = !isSeen || stillness.matches;
      draw(isSeen);
    }, BLINK);
  };

  const hide = () => {
    element.hidden = true;
    last = '';
    rest();
  };

  return {
    place() {
      const ends = selecting.get();
      const shown = ends !== null && ends.anchor === ends.focus && document.activeElement === text;
      const spot = shown ? view.spotOf(ends.focus, 'before') : null;
      if (!spot) {
        hide();
        return;
      }
      const now = `${spot.left} ${spot.top} ${spot.height}`;
      if (now === last) return;
      last = now;
      element.hidden = false;
      element.style.left = `${spot.left}px`;
      element.style.top = `${spot.top}px`;
      element.style.height = `${spot.height}px`;
      blink();
    },
    close() {
      hide();
      pixel.remove();
    },
  };
}
