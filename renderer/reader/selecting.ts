import type { Passage } from '../../main/contract/index.ts';
import { createDrawing, type Done } from './drawing.ts';
import type { Pages } from './pages.ts';
import { domPlace, offsetAt } from './places.ts';
import { isRtl } from './rects.ts';
import type { DomPlace } from './row-element.ts';
import { type Ends, passageOf } from './selection-ends.ts';
import { lineEnd, lineFrom, type Move, moveFor, stepFrom } from './steering.ts';
import type { TextView } from './text-view.ts';

/**
 * The selection in the text. The model's offsets are the truth; the browser's own selection is led to follow where both
 * ends are in the document (they are pinned, so they are), because touch and assistive software act on that one; what
 * they do to it is read back. The mouse draws in the model.
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
  /**
   * Words were drawn over, or taken by a double or triple click, and the mouse is done with them. Told before anything else is selected
   * instead.
   */
  readonly onDrawn: () => void;
  /** A press beside the words: on the title, or below the last line. */
  readonly onBeside: () => void;
  /** Copies text that is not at hand. */
  readonly onCopy: (passage: Passage, event: ClipboardEvent) => void;
}

/** How long a double click waits, in milliseconds, whether it becomes a triple one: as long as the browser counts on. */
const TRIPLE_CLICK = 500;

/** Keys that alone do nothing. */
const HELD_DOWN: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta']);

/** Lines a screen's step leaves of the screen before. */
const OVERLAP = 56;

export function createSelecting(options: SelectingOptions): Selecting {
  const { view, pages, text, canvas, scroller } = options;
  let ends: Ends | null = null;
  let isPlaced = false;
  /** A finger is on the text; what was selected before it came. */
  let touched: { readonly before: Ends | null } | null = null;
  /** The browser's selection was left where it is: what is heard of it is old. */
  let isBehind = false;
  let press: Press = { x: 0, y: 0, withKey: false };
  /** Runs while words that were drawn over wait to be told of; 0 where none do. */
  let resting = 0;
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

  /** Tells of the words that were drawn over, if they still wait for it. */
  const tellDrawn = () => {
    if (resting === 0) return;
    window.clearTimeout(resting);
    resting = 0;
    options.onDrawn();
  };

  const rest = (wait: number) => {
    window.clearTimeout(resting);
    resting = window.setTimeout(tellDrawn, wait);
  };

  const take = (next: Ends | null, placing = true) => {
    if (next?.anchor === ends?.anchor && next?.focus === ends?.focus && placing === isPlaced) return;
    tellDrawn();
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

  /** Follows fingers, or assistive software, in the browser's selection. */
  const onSelectionChange = () => {
    const selection = document.getSelection();
    if (isBehind || drawing.active() || !selection?.anchorNode || !selection.focusNode) return;
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

  const destination = (from: number, move: Move, extending: boolean): number | null => {
    if ('to' in move) {
      if (move.to === 'text') return move.forward ? view.rows.length : 0;
      return lineEnd(view, from, move.forward);
    }
    if (move.by === 'line' || move.by === 'screen') {
      column ??= view.rectOf(from)?.left ?? 0;
      if (move.by === 'line') return lineFrom(view, from, move.forward, column);
      return screenFrom(from, move.forward, column);
    }
    const to = stepFrom(pages, view.rows, from, move.by, move.forward);
    // A line break is no word, and nothing that could be marked.
    const isBreak = to !== null && view.rows.blockAt(to) !== view.rows.blockAt(from);
    if (!extending || move.by !== 'word' || !isBreak) return to;
    return stepFrom(pages, view.rows, to, 'word', move.forward) ?? to;
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
    const to = destination(from, move, event.shiftKey);
    if (to === null) {
      // The text there is on its way; the key can be pressed again in a moment.
      view.update();
      return;
    }
    set({ anchor: event.shiftKey ? (ends?.anchor ?? from) : to, focus: to }, { reveal: true });
  };

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || !(event.target instanceof Node) || !text.contains(event.target)) return;
    isBehind = false;
    column = null;
    press = { x: event.clientX, y: event.clientY, withKey: event.ctrlKey || event.metaKey };
    text.focus({ preventScroll: true });
    const isBeside = !canvas.contains(event.target);
    if (!isBeside) touched = event.pointerType === 'touch' ? { before: ends } : null;
    else if (!event.shiftKey) options.onBeside();
  };

  /** A finger that rested has selected a word by now. */
  const onPointerEnd = () => {
    if (!touched) return;
    const { before } = touched;
    touched = null;
    options.onChange();
    // A finger that moves the text selects nothing.
    const isOther = ends?.anchor !== before?.anchor || ends?.focus !== before?.focus;
    if (isOther && ends && ends.anchor !== ends.focus) rest(0);
  };

  const drawing = createDrawing({
    view,
    pages,
    text,
    canvas,
    scroller,
    ends: () => ends,
    onPress(clicks) {
      // A third click makes the word a paragraph, and what is meant is that alone.
      if (clicks < 3) return;
      window.clearTimeout(resting);
      resting = 0;
    },
    onDraw: (next) => set(next),
    onDone({ clicks, moved, beside }: Done) {
      if (ends && ends.anchor !== ends.focus) {
        options.onChange();
        rest(clicks === 2 && !moved ? TRIPLE_CLICK : 0);
      } else if (beside) options.onChange();
      // The page hears of the click after this event; it would close what is offered at the place.
      else requestAnimationFrame(() => ends && !drawing.active() && options.onClick(ends.focus, press));
    },
  });

  /** Whatever is pressed elsewhere, or given up, comes after what was drawn. */
  const onPressElsewhere = ({ target }: PointerEvent) => {
    if (!(target instanceof Node) || !text.contains(target)) tellDrawn();
  };
  /** A key means what was drawn as it is after that was told of. */
  const onKeyAnywhere = ({ key }: KeyboardEvent) => {
    if (!HELD_DOWN.has(key)) tellDrawn();
  };

  const onFocus = () => {
    if (touched || drawing.active()) return;
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
  window.addEventListener('pointerdown', onPressElsewhere, true);
  window.addEventListener('pointerup', onPointerEnd);
  window.addEventListener('pointercancel', onPointerEnd);
  window.addEventListener('keydown', onKeyAnywhere, true);
  text.addEventListener('focus', onFocus);
  text.addEventListener('blur', onBlur);
  return {
    get: () => ends,
    set,
    dragging: () => touched !== null || drawing.active(),
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
      window.removeEventListener('pointerdown', onPressElsewhere, true);
      window.removeEventListener('pointerup', onPointerEnd);
      window.removeEventListener('pointercancel', onPointerEnd);
      window.removeEventListener('keydown', onKeyAnywhere, true);
      window.clearTimeout(resting);
      drawing.close();
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
