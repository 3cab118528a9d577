import type { Passage } from '../../main/contract/index.ts';
import type { Pages } from './pages.ts';
import { offsetNear, wordNear } from './pointing.ts';
import type { Ends } from './selection-ends.ts';
import type { TextView } from './text-view.ts';

/**
 * Draws selections with the mouse. The browser's own way of doing it is not used: it asks what is under the pointer, and beside the text
 * that is the window around it, which it then selects along with all the text in between.
 */
export interface Drawing {
  /** True while the mouse is down. */
  active(): boolean;
  close(): void;
}

export interface DrawingOptions {
  readonly view: TextView;
  readonly pages: Pages;
  readonly text: HTMLElement;
  readonly canvas: HTMLElement;
  readonly scroller: HTMLElement;
  readonly ends: () => Ends | null;
  /** A press: the first of several at one place, or the one that follows so many. */
  readonly onPress: (clicks: number) => void;
  readonly onDraw: (ends: Ends) => void;
  /** The mouse is let go. */
  readonly onDone: (stroke: Done) => void;
}

/** What a press came to. */
export interface Done {
  /** How many presses followed each other at this place. */
  readonly clicks: number;
  /** Whether the mouse was moved over other words. */
  readonly moved: boolean;
  /** Whether the press was beside the words. */
  readonly beside: boolean;
}

interface Stroke {
  /** What a selection is made of, by the number of clicks it begins with. */
  readonly by: 'letter' | 'word' | 'block';
  /** What was pressed, which stays selected; empty for a letter. */
  readonly origin: Passage;
  readonly clicks: number;
  readonly beside: boolean;
  /** Where the mouse was pressed and where it is, in client coordinates. */
  readonly from: { readonly x: number; readonly y: number };
  x: number;
  y: number;
  moved: boolean;
  /** What was asked last: nothing is asked again where neither the mouse nor the text has moved. */
  asked: string;
}

/** Pixels the mouse may move in several clicks, or beside the words; beyond, it draws over others. */
export const STEADY = 4;

/** Pixels from the edge of the screen at which drawing scrolls, and the most it scrolls in a frame. */
const EDGE = 4;
const FASTEST = 40;

export function createDrawing(options: DrawingOptions): Drawing {
  const { view, pages, text, canvas, scroller } = options;
  let stroke: Stroke | null = null;
  let frame = 0;

  const offsetAt = (x: number, y: number) => offsetNear(view, canvas, scroller, x, y);

  const pieceAt = (by: Stroke['by'], offset: number, x: number, y: number): Passage => {
    if (by === 'word') return wordNear(view, pages, offset, x, y);
    if (by === 'letter') return { start: offset, end: offset };
    const { rows } = view;
    const block = rows.blockAt(offset);
    return { start: rows.startOf(block), end: rows.startOf(block) + rows.lengthOf(block) };
  };

  const draw = ({ by, origin, x, y }: Stroke) => {
    const offset = offsetAt(x, y);
    if (offset === null) return;
    const here = pieceAt(by, offset, x, y);
    options.onDraw(
      here.start < origin.start
        ? { anchor: origin.end, focus: here.start }
        : { anchor: origin.start, focus: Math.max(origin.end, here.end) },
    );
  };

  /** Draws on where the mouse has moved, or the text under it. */
  const drawOn = (now: Stroke) => {
    if (!now.moved) return;
    const asked = `${now.x} ${now.y} ${scroller.scrollTop}`;
    if (asked === now.asked) return;
    now.asked = asked;
    draw(now);
  };

  const follow = () => {
    if (!stroke) return;
    if (stroke.moved) {
      const { top, bottom } = scroller.getBoundingClientRect();
      const beyond = Math.min(0, stroke.y - top - EDGE) + Math.max(0, stroke.y - bottom + EDGE);
      if (beyond !== 0) view.scrollBy(Math.max(-FASTEST, Math.min(FASTEST, beyond / 2)));
    }
    drawOn(stroke);
    frame = requestAnimationFrame(follow);
  };

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    // What the mouse passes on its way is not pointed at, and it is heard of beyond the window.
    text.setPointerCapture(event.pointerId);
  };

  const onMouseDown = (event: MouseEvent) => {
    if (event.button !== 0 || !(event.target instanceof Node)) return;
    event.preventDefault();
    const { clientX: x, clientY: y, detail: clicks } = event;
    const offset = offsetAt(x, y);
    if (offset === null) return;
    options.onPress(clicks);
    const beside = !canvas.contains(event.target);
    const held = event.shiftKey ? options.ends() : null;
    const by = held || beside || clicks < 2 ? 'letter' : clicks === 2 ? 'word' : 'block';
    const origin = held ? { start: held.anchor, end: held.anchor } : pieceAt(by, offset, x, y);
    stroke = { by, origin, clicks, beside, from: { x, y }, x, y, moved: false, asked: '' };
    text.dataset['drawing'] = '';
    if (held || !beside) draw(stroke);
    frame = requestAnimationFrame(follow);
  };

  const moveTo = (now: Stroke, { clientX: x, clientY: y }: MouseEvent) => {
    now.x = x;
    now.y = y;
    const steady = now.by === 'letter' && !now.beside ? 0 : STEADY;
    if (Math.hypot(x - now.from.x, y - now.from.y) > steady) now.moved = true;
  };

  const done = () => {
    if (!stroke) return;
    const { clicks, moved, beside } = stroke;
    stroke = null;
    cancelAnimationFrame(frame);
    delete text.dataset['drawing'];
    options.onDone({ clicks, moved, beside });
  };

  const onMouseMove = (event: MouseEvent) => {
    if (!stroke) return;
    // The button was let go where nobody heard of it.
    if ((event.buttons & 1) === 0) done();
    else moveTo(stroke, event);
  };

  const onMouseUp = (event: MouseEvent) => {
    if (!stroke || event.button !== 0) return;
    moveTo(stroke, event);
    drawOn(stroke);
    done();
  };

  const stop = new AbortController();
  const { signal } = stop;
  text.addEventListener('pointerdown', onPointerDown, { signal });
  text.addEventListener('mousedown', onMouseDown, { signal });
  window.addEventListener('mousemove', onMouseMove, { signal });
  window.addEventListener('mouseup', onMouseUp, { signal });
  // A button that is let go in another window is not heard of here.
  window.addEventListener('blur', done, { signal });
  text.addEventListener('pointercancel', done, { signal });
  return {
    active: () => stroke !== null,
    close() {
      stroke = null;
      cancelAnimationFrame(frame);
      delete text.dataset['drawing'];
      stop.abort();
    },
  };
}
