import type { Highlight } from '../../../main/contract/index.ts';
import { offsetAtPoint } from '../places.ts';
import { rectAfter, rectBefore } from '../rects.ts';
import { unitsIn } from '../row-element.ts';
import type { TextView } from '../text-view.ts';
import type { End } from './ends.ts';
import type { Resizing } from './resizing.ts';

/** The two handles at the ends of the highlight in focus. One whose end is not in the document is not there either. */
export interface Handles {
  place(): void;
  dragging(): boolean;
  close(): void;
}

export interface HandlesOptions {
  /** Each positioned in the same element as `canvas`. */
  readonly elements: Readonly<Record<End, HTMLElement>>;
  readonly canvas: HTMLElement;
  readonly scroller: HTMLElement;
  readonly view: TextView;
  readonly resizing: Resizing;
  /** The highlight that is to have handles. */
  readonly highlight: () => Highlight | null;
  /** A drag begins, or is over. */
  readonly onDrag: () => void;
}

/** Pixels from the edge of the screen at which a drag scrolls, and the most it scrolls in a frame. */
const EDGE = 44;
const FASTEST = 28;

interface Drag {
  readonly end: End;
  readonly highlight: Highlight;
  /** From the pointer to the line it drags along. */
  readonly grip: { readonly x: number; readonly y: number };
  x: number;
  y: number;
}

export function createHandles(options: HandlesOptions): Handles {
  const { elements, canvas, scroller, view, resizing } = options;
  let drag: Drag | null = null;
  let frame = 0;

  /** The edge of the passage at an end, in client coordinates. */
  const edgeOf = ({ start, end }: Highlight, which: End): DOMRect | null => {
    const row = view.rowHolding(which === 'start' ? start : end - 1);
    if (!row) return null;
    return which === 'start' ? rectBefore(row, unitsIn(row, start)) : rectAfter(row, unitsIn(row, end));
  };

  const place = () => {
    const highlight = options.highlight();
    for (const [which, element] of entriesOf(elements)) {
      const spot = highlight && view.spotOf(highlight[which], which === 'start' ? 'before' : 'after');
      if (element.hidden === Boolean(spot)) element.hidden = !spot;
      if (!spot) continue;
      element.style.left = `${spot.left}px`;
      element.style.top = `${spot.top}px`;
      element.style.height = `${spot.height}px`;
      element.dataset['moves'] = String(resizing.end() === which);
    }
  };

  /** Follows the pointer, frame by frame, because the text also moves under a pointer that rests at the edge. */
  const follow = () => {
    if (!drag) return;
    const screen = scroller.getBoundingClientRect();
    const beyond = Math.min(0, drag.y - screen.top - EDGE) + Math.max(0, drag.y - screen.bottom + EDGE);
    if (beyond !== 0) view.scrollBy(Math.max(-FASTEST, Math.min(FASTEST, beyond / 2)));
    const y = Math.min(screen.bottom - 4, Math.max(screen.top + 4, drag.y + drag.grip.y));
    const { left, right } = canvas.getBoundingClientRect();
    const x = Math.min(right - 1, Math.max(left + 1, drag.x + drag.grip.x));
    const offset = offsetAtPoint(view, x, y);
    if (offset !== null) resizing.move(drag.highlight, drag.end, offset);
    frame = requestAnimationFrame(follow);
  };

  const over = () => {
    if (!drag) return;
    drag = null;
    cancelAnimationFrame(frame);
    for (const element of Object.values(elements)) delete element.dataset['dragged'];
    options.onDrag();
  };

  const onDown = (which: End) => (event: PointerEvent) => {
    const highlight = options.highlight();
    const edge = highlight && edgeOf(highlight, which);
    if (event.button !== 0 || !edge) return;
    // The text shall not take it for the beginning of a selection.
    event.preventDefault();
    event.stopPropagation();
    const { clientX: x, clientY: y } = event;
    const grip = { x: edge.left - x, y: edge.top + edge.height / 2 - y };
    drag = { end: which, highlight, grip, x, y };
    elements[which].setPointerCapture(event.pointerId);
    // What is under the pointer is asked for, and must not be a handle.
    for (const element of Object.values(elements)) element.dataset['dragged'] = '';
    resizing.chooseEnd(which);
    options.onDrag();
    frame = requestAnimationFrame(follow);
  };
  const onMove = (event: PointerEvent) => {
    if (!drag) return;
    drag.x = event.clientX;
    drag.y = event.clientY;
  };
  const onUp = (event: PointerEvent) => {
    if (!drag) return;
    onMove(event);
    cancelAnimationFrame(frame);
    follow();
    over();
    resizing.settle();
  };
  const giveUp = () => {
    if (!drag) return;
    over();
    resizing.drop();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!drag || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    giveUp();
  };

  const stop = new AbortController();
  const { signal } = stop;
  for (const [which, element] of entriesOf(elements)) {
    element.addEventListener('pointerdown', onDown(which), { signal });
    element.addEventListener('pointermove', onMove, { signal });
    element.addEventListener('pointerup', onUp, { signal });
    element.addEventListener('pointercancel', giveUp, { signal });
  }
  // Before whoever else hears of keys: what is drawn is given up, not stored.
  window.addEventListener('keydown', onKeyDown, { signal, capture: true });

  return {
    place,
    dragging: () => drag !== null,
    close() {
      over();
      stop.abort();
      for (const element of Object.values(elements)) element.hidden = true;
    },
  };
}

function entriesOf(elements: Readonly<Record<End, HTMLElement>>): readonly (readonly [End, HTMLElement])[] {
  return [
    ['start', elements.start],
    ['end', elements.end],
  ];
}
