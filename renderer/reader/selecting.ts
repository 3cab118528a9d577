import type { Passage } from '../../main/contract/index.ts';
import type { Pages } from './pages.ts';
import { domPlace, offsetAt, offsetAtPoint } from './places.ts';
import { wordAtPoint } from './pointing.ts';
import { isRtl } from './rects.ts';
import type { DomPlace } from './row-element.ts';
import { lineEnd, lineFrom, type Move, moveFor, stepFrom } from './steering.ts';
import type { TextView } from './text-view.ts';

/** The two ends of a selection in the order they were set; equal where it is a caret. Offsets in code points. */
export interface Ends {
  readonly anchor: number;
  readonly focus: number;
}

export function passageOf({ anchor, focus }: Ends): Passage {
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
}

/**
 * The selection in the text. The model's offsets are the truth; the browser's own selection is led to follow where both
 * ends are in the document (they are pinned, so they are), because mouse, touch and assistive software act on that one.
 * What the mouse does to the browser's selection is read back.
 */
export interface Selecting {
  get(): Ends | null;
  /**
   * Selects.
   * @param options `reveal` brings the end that moves into view; `later` leaves the browser's selection where it is until `catchUp`
   */
  set(ends: Ends | null, options?: { readonly reveal?: boolean; readonly later?: boolean }): void;
  /** True while the mouse is drawing a selection. */
  dragging(): boolean;
  /** False while the caret is only where the keyboard came into the text, and nobody has put it there. */
  placed(): boolean;
  /** Leads the browser's selection to the model's again, after something else had it. */
  restore(): void;
  /** The same where it was left to be done later. */
  catchUp(): void;
  close(): void;
}

/** Where the mouse was pressed, in client coordinates, and whether `Ctrl` or `⌘` was held. */
export interface Press {
  readonly x: number;
  readonly y: number;
  readonly withKey: boolean;
}

export interface SelectingOptions {
  readonly view: TextView;
  readonly pages: Pages;
  /** The element with the keyboard's focus while the text is read. */
  readonly text: HTMLElement;
  readonly canvas: HTMLElement;
  readonly scroller: HTMLElement;
  readonly onChange: () => void;
  /** The text has the keyboard, or has it no more. */
  readonly onKeyboard: () => void;
  /** A press without a drag, after the caret was set. */
  readonly onClick: (offset: number, press: Press) => void;
  /** Words were drawn over, or taken by a double or triple click, and the mouse is done with them. */
  readonly onDrawn: () => void;
  /** A press beside the words: on the title, or below the last line. */
  readonly onBeside: () => void;
  /** Copies text that is not at hand. */
  readonly onCopy: (passage: Passage, event: ClipboardEvent) => void;
}

/** Pixels the mouse may move in a click; beyond, words are being drawn over. */
const STEADY = 4;

/** How long a double click waits, in milliseconds, whether it becomes a triple one: as long as the browser counts on. */
const TRIPLE_CLICK = 500;

/** Lines a screen's step leaves of the screen before. */
const OVERLAP = 56;

export function createSelecting(options: SelectingOptions): Selecting {
  const { view, pages, text, canvas, scroller } = options;
  let ends: Ends | null = null;
  let isPlaced = false;
  let pressed = false;
  /** The browser's selection was left where it is: what is heard of it is old. */
  let isBehind = false;
  let press: Press = { x: 0, y: 0, withKey: false };
  let clicks = 1;
  let drawn = 0;
  /** Where lines keep to while the caret goes up and down. */
  let column: number | null = null;

  /** Brings the browser's selection to ours, while the text has the keyboard: whoever types in a field types where that selection is. */
  const lead = () => {
    isBehind = false;
    const selection = document.getSelection();
    if (!selection || !ends || document.activeElement !== text) return;
    const anchor = domPlace(view, ends.anchor);
    const focus = domPlace(view, ends.focus);
    if (!anchor || !focus) return;
    if (
      same(selection.anchorNode, selection.anchorOffset, anchor) &&
      same(selection.focusNode, selection.focusOffset, focus)
    )
      return;
    selection.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
  };

  const take = (next: Ends | null, placing = true) => {
    if (next?.anchor === ends?.anchor && next?.focus === ends?.focus && placing === isPlaced) return;
    ends = next;
    isPlaced = placing;
    view.pin(next ? [next.anchor, next.focus] : []);
    options.onChange();
  };

  const set: Selecting['set'] = (next, { reveal = false, later = false } = {}) => {
    take(next);
    if (!next) return;
    if (reveal) view.reveal(next.focus, 'nearest');
    if (later) isBehind = true;
    else lead();
  };

  /** Follows the mouse, or assistive software, in the browser's selection. */
  const onSelectionChange = () => {
    const selection = document.getSelection();
    if (isBehind || !selection?.anchorNode || !selection.focusNode) return;
    if (!canvas.contains(selection.anchorNode)) return;
    const anchor = offsetAt(view, { node: selection.anchorNode, offset: selection.anchorOffset });
    if (anchor === null) return;
    const focus = canvas.contains(selection.focusNode)
      ? offsetAt(view, { node: selection.focusNode, offset: selection.focusOffset })
      : beyond(canvas, selection.focusNode, view);
    if (focus === null) return;
    if (ends && matchesModel(selection)) return;
    column = null;
    take({ anchor, focus });
  };

  const matchesModel = (selection: Selection) => {
    if (!ends) return false;
    const anchor = domPlace(view, ends.anchor);
    const focus = domPlace(view, ends.focus);
    return (
      anchor !== null &&
      focus !== null &&
      same(selection.anchorNode, selection.anchorOffset, anchor) &&
      same(selection.focusNode, selection.focusOffset, focus)
    );
  };

  const rtlAt = (offset: number) => {
    const row = view.rowHolding(offset);
    return row !== null && isRtl(row);
  };

  const destination = (from: number, move: Move): number | null => {
    if ('to' in move) {
      if (move.to === 'text') return move.forward ? view.rows.length : 0;
      return lineEnd(view, from, move.forward);
    }
    if (move.by === 'line' || move.by === 'screen') {
      column ??= view.rectOf(from)?.left ?? 0;
      if (move.by === 'line') return lineFrom(view, from, move.forward, column);
      return screenFrom(from, move.forward, column);
    }
    return stepFrom(pages, view.rows, from, move.by, move.forward);
  };

  /** A screen further: the first line at or below the place a screen's height away, which is on the screen then. */
  const screenFrom = (from: number, forward: boolean, x: number): number => {
    const goal = view.topOf(from) + (forward ? 1 : -1) * (scroller.clientHeight - OVERLAP);
    view.scrollTo(view.extent().top + (forward ? 1 : -1) * (scroller.clientHeight - OVERLAP));
    let at = view.firstLine();
    for (let line = 0; line < 200 && view.topOf(at) < goal; line++) {
      const next = lineFrom(view, at, true, x);
      if (next === null || next === at) break;
      at = next;
    }
    return at;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      set({ anchor: 0, focus: view.rows.length });
      return;
    }
    const from = ends?.focus ?? view.firstLine();
    const move = moveFor(event, () => rtlAt(from));
    if (!move) return;
    event.preventDefault();
    const vertical = 'by' in move && (move.by === 'line' || move.by === 'screen');
    if (!vertical) column = null;
    const sideways = 'by' in move && move.by === 'grapheme' && !event.shiftKey && ends && ends.anchor !== ends.focus;
    if (sideways && ends) {
      const { start, end } = passageOf(ends);
      const at = move.forward ? end : start;
      set({ anchor: at, focus: at }, { reveal: true });
      return;
    }
    view.reveal(from, 'nearest');
    const to = destination(from, move);
    if (to === null) {
      // The text there is on its way; the key can be pressed again in a moment.
      view.update();
      return;
    }
    set({ anchor: event.shiftKey ? (ends?.anchor ?? from) : to, focus: to }, { reveal: true });
  };

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || !(event.target instanceof Node) || !text.contains(event.target)) return;
    window.clearTimeout(drawn);
    isBehind = false;
    column = null;
    press = { x: event.clientX, y: event.clientY, withKey: event.ctrlKey || event.metaKey };
    text.focus({ preventScroll: true });
    if (canvas.contains(event.target)) pressed = true;
    else options.onBeside();
  };

  const onPointerUp = () => {
    if (!pressed) return;
    pressed = false;
    // The browser tells of the selection a press ended with only after this event.
    requestAnimationFrame(() => {
      // The next click of several has begun: what its press selected is not what this one ended with.
      if (pressed) return;
      onSelectionChange();
      if (ends && ends.anchor === ends.focus) options.onClick(ends.focus, press);
      else {
        options.onChange();
        drawn = window.setTimeout(options.onDrawn, clicks === 2 ? TRIPLE_CLICK : 0);
      }
    });
  };

  /** The event before this one does not tell how many clicks it was. */
  const onMouseUp = ({ detail }: MouseEvent) => {
    clicks = detail;
  };

  /** What a word is differs from system to system; here it is the same everywhere, and the same as for the keys. */
  const onDoubleClick = ({ clientX: x, clientY: y }: MouseEvent) => {
    if (Math.hypot(x - press.x, y - press.y) > STEADY) return;
    const word = wordAtPoint(view, pages, x, y);
    if (word) set({ anchor: word.start, focus: word.end });
  };

  /** The browser takes along what is not shown between a paragraph and the next one. */
  const onTripleClick = ({ detail, clientX: x, clientY: y }: MouseEvent) => {
    if (detail !== 3 || Math.hypot(x - press.x, y - press.y) > STEADY) return;
    const offset = offsetAtPoint(view, x, y);
    if (offset === null) return;
    const block = view.rows.blockAt(offset);
    const start = view.rows.startOf(block);
    set({ anchor: start, focus: start + view.rows.lengthOf(block) });
  };

  const onFocus = () => {
    if (pressed) return;
    if (!ends) {
      const at = view.firstLine();
      take({ anchor: at, focus: at }, false);
    }
    lead();
    options.onKeyboard();
  };

  const onBlur = () => options.onKeyboard();

  const onCopy = (event: ClipboardEvent) => {
    if (!ends || ends.anchor === ends.focus || document.activeElement !== text) return;
    options.onCopy(passageOf(ends), event);
  };

  document.addEventListener('selectionchange', onSelectionChange);
  document.addEventListener('copy', onCopy);
  text.addEventListener('keydown', onKeyDown);
  text.addEventListener('pointerdown', onPointerDown);
  window.addEventListener('pointerup', onPointerUp);
  window.addEventListener('mouseup', onMouseUp);
  canvas.addEventListener('dblclick', onDoubleClick);
  canvas.addEventListener('click', onTripleClick);
  text.addEventListener('focus', onFocus);
  text.addEventListener('blur', onBlur);
  return {
    get: () => ends,
    set,
    dragging: () => pressed,
    placed: () => isPlaced,
    restore: lead,
    catchUp() {
      if (isBehind) lead();
    },
    close() {
      document.removeEventListener('selectionchange', onSelectionChange);
      document.removeEventListener('copy', onCopy);
      text.removeEventListener('keydown', onKeyDown);
      text.removeEventListener('pointerdown', onPointerDown);
      window.clearTimeout(drawn);
      window.removeEventListener('pointerup', onPointerUp);
      window.removeEventListener('mouseup', onMouseUp);
      canvas.removeEventListener('dblclick', onDoubleClick);
      canvas.removeEventListener('click', onTripleClick);
      text.removeEventListener('focus', onFocus);
      text.removeEventListener('blur', onBlur);
    },
  };
}

function same(node: Node | null, offset: number, place: DomPlace): boolean {
  return node === place.node && offset === place.offset;
}

/** Where a selection ends that was drawn out of the text: at its beginning or its end. */
function beyond(canvas: HTMLElement, node: Node, view: TextView): number | null {
  const before = canvas.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING;
  const rows = view.mounted();
  return (before ? rows[0]?.start : rows.at(-1)?.end) ?? null;
}
