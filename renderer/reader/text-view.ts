import { createEstimate } from './estimate.ts';
import { createHeightIndex } from './height-index.ts';
import { createMountedRows } from './mounted-rows.ts';
import type { BlockSpan, Pages } from './pages.ts';
import { rectBefore } from './rects.ts';
import { createRest } from './rest.ts';
import { type RowView, unitsIn } from './row-element.ts';
import { createRowTexts } from './row-texts.ts';
import type { Rows } from './rows.ts';
import { createSpots, type Spot } from './spots.ts';
import { LEAPING_OVERSCAN, mountedRows, OVERSCAN, type RowSpan, rowsInView } from './window.ts';

/** Beyond this the heights of rows not yet laid out are estimated anew. */
const MOST_DRIFT = 0.03;

/** Laying out may show that more rows fit; this many rounds are always enough for one screen. */
const MOST_ROUNDS = 5;

/** Screens above and below whose text is fetched ahead. */
const AHEAD = 4;

/** Moving further than this share of a screen at once is a leap. */
const LEAP = 0.5;

/** How long after a leap, in milliseconds, the rows around the screen follow. */
const LANDED = 150;

/** Where a passage is put when it is jumped to: this share of the screen's height from the top. */
const JUMP_AT = 0.3;

/** Pixels a screen may begin below the top of a row, or the letters of a line, that still count as being on it: browsers round. */
const SLACK = 2;

/** Pixels above the letters of the line a text is opened at. */
const LEADING = 4;

/** Pixels kept free between a place that is brought into view and the edge of the screen. */
const EDGE = 48;

/**
 * Lays out the rows near the screen and nothing else, and keeps the scroll bar honest about the rest. Rows far away (the ends of a
 * selection) can stay in the document.
 */
export interface TextView {
  readonly rows: Rows;
  /** Rows in the document, in their order. */
  mounted(): readonly RowView[];
  /** The row in the document that holds an offset, or null. */
  rowHolding(offset: number): RowView | null;
  rowOfNode(node: Node): RowView | null;
  /** Keeps the rows that hold these offsets in the document wherever the screen is. */
  pin(offsets: readonly number[]): void;
  /** Lays out the first screen, which begins at an offset. */
  begin(offset: number): void;
  /** Lays out what the screen shows now. */
  update(): void;
  /** The same where the text of these blocks, which has come, is of any use now. */
  take(blocks: BlockSpan): void;
  /** Brings an offset into view; `jump` also when it is there already. Waits for its text where that is not at hand. */
  reveal(offset: number, how: 'jump' | 'nearest'): void;
  /** Rectangle of an offset's place in the text, in client coordinates, or null where it is not laid out. */
  rectOf(offset: number): DOMRect | null;
  /**
   * Where the edge of the text before or after an offset is, in pixels from the corner of the element the canvas is positioned in, or
   * null where it is not laid out.
   */
  spotOf(offset: number, side: 'before' | 'after'): Spot | null;
  /** Where an offset's row is, in pixels from the top of the first row; estimated where it is not laid out. */
  topOf(offset: number): number;
  /** Where a row begins, in pixels from the top of the first row; estimated where it is not laid out. */
  rowTop(row: number): number;
  /** The offset at which the row begins that the screen begins with. */
  firstVisible(): number;
  /** The offset at which the first line begins that is whole on the screen: somewhere in a long paragraph. Measures lines. */
  firstLine(): number;
  /**
   * Pixels from the first row's top to the last row's foot, where in it the screen begins, how high the screen is, and how much of the text it
   * shows: less than that where the title stands above or nothing below.
   */
  extent(): { readonly total: number; readonly top: number; readonly height: number; readonly shown: number };
  /** Lays everything out anew, the place in the text kept: the type is another one. */
  layOutAnew(): void;
  /** Scrolls so that the screen begins at this place. */
  scrollTo(top: number): void;
  /** Scrolls on by so many pixels, above the first row too, where the title is. */
  scrollBy(step: number): void;
  /**
   * Fetches the text of the screen whose middle is at this share (0–1) of the whole, and keeps to it when rows turn out higher or lower than
   * estimated: the reader may go there next. Null when that is over.
   */
  prepare(share: number | null): void;
  close(): void;
}

export interface TextViewOptions {
  /** Scrolls; holds `canvas`. */
  readonly scroller: HTMLElement;
  /** Holds the rows and is as high as they are; positioned, in an element that grows with it. */
  readonly canvas: HTMLElement;
  readonly rows: Rows;
  readonly pages: Pages;
  readonly onMount: (row: RowView) => void;
  readonly onUnmount: (row: RowView) => void;
  /** Rows in the document have other lines than before. */
  readonly onLayoutAnew: () => void;
  /** After each layout. */
  readonly onLayout: () => void;
}

export function createTextView(options: TextViewOptions): TextView {
  const { scroller, canvas, rows, pages } = options;
  const style = getComputedStyle(canvas);
  // What the browser says of the screen. It is asked when that changes and not while rows are placed: each question then would have it
  // lay out the page once more.
  let width = canvas.clientWidth;
  let height = 0;
  /** Of the screen's pixels to those of the page: at another zoom lines may break elsewhere. */
  let ratio = window.devicePixelRatio;
  /** Of the canvas, in the element it is positioned in. */
  let origin = { left: 0, top: 0 };
  /** Pixels from the top of the first row to that of the screen. */
  let top = 0;
  const firstEstimate = () => {
    const line = Number.parseFloat(style.lineHeight) || 28;
    const size = Number.parseFloat(style.fontSize) || 17;
    const gap = Number.parseFloat(style.getPropertyValue('--row-gap')) || 0;
    return createEstimate(line, gap, Math.max(20, width / (size * 0.5)));
  };
  let estimate = firstEstimate();
  const index = createHeightIndex(rows.count, (row) => estimate.heightFor(rows.rowLength(row)));
  const laidOut = new Uint8Array(rows.count);
  const texts = createRowTexts(rows, pages);
  const holder = document.createElement('div');
  holder.className = 'reader-rows';
  const mounted = createMountedRows({ holder, texts, blocks: rows.blocks, onUnmount: options.onUnmount });
  const spots = createSpots();
  // As high as all of the text. Not the canvas itself: the rules for highlights are for it, and the browser would style every row anew.
  const extent = document.createElement('div');
  canvas.append(extent, holder);
  let extended = -1;
  let pins: readonly number[] = [];
  let aim: number | null = null;
  /** Where the screen was laid out last; null before the first time. */
  let lastTop: number | null = null;
  /** Share of the text that may be gone to next. */
  let prepared: number | null = null;
  let closed = false;

  const measure = (views: readonly RowView[]) => {
    for (const view of views) {
      const { height } = view.element.getBoundingClientRect();
      index.set(view.row, height);
      laidOut[view.row] = 1;
      estimate.learn(rows.rowLength(view.row), height);
    }
    if (estimate.drift() > MOST_DRIFT) {
      estimate.settle();
      index.fill((row) => (laidOut[row] ? index.heightOf(row) : estimate.heightFor(rows.rowLength(row))));
    }
  };

  /** While the text moves by leaps it may be a little higher or lower than it is said to be: to say so has all around it laid out anew. */
  const extend = (place = top) => {
    const total = index.total();
    if (total === extended || (landing.isAwaited() && place + 2 * height <= Math.min(extended, total))) return;
    extended = total;
    extent.style.height = `${total}px`;
  };

  const look = () => {
    width = canvas.clientWidth;
    height = scroller.clientHeight;
    ratio = window.devicePixelRatio;
    origin = { left: canvas.offsetLeft, top: canvas.offsetTop };
    top = scroller.scrollTop - origin.top;
  };
  const setScreenTop = (value: number) => {
    scroller.scrollTop = Math.max(0, origin.top + value);
    top = scroller.scrollTop - origin.top;
  };
  const anchorAt = (place: number) => {
    const row = index.rowAt(Math.max(0, place + SLACK));
    return { row, below: place - index.topOf(row) };
  };

  /** Brings the rows of a screen into the document and answers where the screen begins, now that they are measured. */
  const fill = (from: number): number => {
    let place = from;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const overscan = landing.isAwaited() ? LEAPING_OVERSCAN : OVERSCAN;
      const fresh = mounted.mount(mountedRows(rowsInView(index, place, height, overscan), pins));
      mounted.place(index.topOf);
      const anchor = anchorAt(place);
      for (const row of fresh) options.onMount(row);
      measure(fresh);
      const next = aim === null ? index.topOf(anchor.row) + anchor.below : placeToAim(aim);
      const isSteady = fresh.length === 0 && Math.abs(next - place) < 1;
      place = next;
      if (isSteady) break;
    }
    return place;
  };

  /** Where the screen has to begin for an offset to stand where jumps lead to. */
  const placeToAim = (offset: number) => Math.max(-origin.top, topOf(offset) - height * JUMP_AT);

  const update = () => {
    if (closed || rows.count === 0) return;
    if (height === 0) look();
    if (height === 0) return;
    const before = scroller.scrollTop - origin.top;
    const goal = aim !== null && !rowHolding(aim) ? placeToAim(aim) : before;
    if (lastTop === null || Math.abs(goal - lastTop) > height * LEAP) landing.disturb();
    top = fill(goal);
    lastTop = top;
    mounted.place(index.topOf);
    extend();
    if (Math.abs(top - before) > 0.5) setScreenTop(top);
    if (aim !== null && rowHolding(aim)) aim = null;
    wantText();
    options.onLayout();
  };

  /** While the text moves by leaps the screen is laid out alone, and what is around it when the text has come to rest. */
  const landing = createRest(LANDED, () => update());

  const take = ({ first, last }: BlockSpan) => {
    const isThere = (row: number) => rows.blockOf(row) >= first && rows.blockOf(row) <= last;
    const wanted = mountedRows(rowsInView(index, top, height), pins);
    if (wanted.some(isThere) || (aim !== null && isThere(texts.rowAt(aim)))) update();
  };

  /** Asks for the text of the screen, then of the pinned rows, then of the next screens. */
  const wantText = () => {
    const span = ({ first, last }: RowSpan) => ({ first: rows.blockOf(first), last: rows.blockOf(last) });
    pages.want([
      span(rowsInView(index, top, height, 0)),
      ...pins.map((row) => span({ first: row, last: row })),
      span(rowsInView(index, top, height, AHEAD)),
    ]);
    prepareText();
    texts.tidy();
  };

  const prepareText = () => {
    if (prepared === null) return;
    const { first, last } = rowsInView(index, prepared * index.total() - height / 2, height, LEAPING_OVERSCAN);
    pages.prepare({ first: rows.blockOf(first), last: rows.blockOf(last) });
  };

  const rowHolding = (offset: number) => mounted.get(texts.rowAt(offset));

  const rectOf = (offset: number): DOMRect | null => {
    const row = rowHolding(offset);
    return row && rectBefore(row, unitsIn(row, offset));
  };

  const spotOf = (offset: number, side: 'before' | 'after'): Spot | null => {
    const row = rowHolding(side === 'before' ? offset : Math.max(0, offset - 1));
    if (!row) return null;
    const { left, top, height } = spots.of(row, offset, side);
    return { left: origin.left + left, top: origin.top + index.topOf(row.row) + top, height };
  };

  const topOf = (offset: number) => {
    const spot = spotOf(offset, 'before');
    return spot ? spot.top - origin.top : index.topOf(texts.rowAt(offset));
  };

  const firstRow = () => index.rowAt(Math.max(0, top + SLACK));

  const firstLine = () => {
    const number = firstRow();
    const row = mounted.get(number);
    if (!row) return texts.startOf(number);
    let from = row.start;
    let to = row.end;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (topOf(middle) < top - SLACK) from = middle + 1;
      else to = middle;
    }
    return from < row.end || number + 1 >= rows.count ? from : texts.startOf(number + 1);
  };

  const onResize = () => {
    if (closed) return;
    const before = { width, height, ratio, origin };
    look();
    if (width !== before.width || ratio !== before.ratio) layOutAnew();
    else if (height !== before.height || origin.top !== before.origin.top) update();
  };

  const layOutAnew = () => {
    if (closed) return;
    look();
    const anchor = anchorAt(top);
    const share = anchor.below / Math.max(1, index.heightOf(anchor.row));
    spots.forget();
    options.onLayoutAnew();
    estimate = firstEstimate();
    laidOut.fill(0);
    measure(mounted.all());
    estimate.settle();
    index.fill((row) => (laidOut[row] ? index.heightOf(row) : estimate.heightFor(rows.rowLength(row))));
    mounted.place(index.topOf);
    extend();
    if (top > 0) setScreenTop(index.topOf(anchor.row) + share * index.heightOf(anchor.row));
    update();
  };

  const scrollTo = (place: number) => {
    aim = null;
    // The browser goes no further than the text is said to be high.
    extend(place);
    setScreenTop(place);
    update();
  };

  const giveUpAim = () => {
    aim = null;
  };
  const observer = new ResizeObserver(onResize);
  observer.observe(scroller);
  // What stands above the canvas is as wide as it is, and moves it by growing. The canvas itself is higher or lower in every frame.
  observer.observe(canvas.previousElementSibling ?? canvas);
  scroller.addEventListener('scroll', update, { passive: true });
  scroller.addEventListener('wheel', giveUpAim, { passive: true });

  return {
    rows,
    mounted: mounted.all,
    rowHolding,
    rowOfNode: mounted.ofNode,
    pin(offsets) {
      const next = offsets.map(texts.rowAt);
      if (next.length === pins.length && next.every((row, at) => row === pins[at])) return;
      pins = next;
      if (pins.some((row) => !mounted.get(row))) update();
    },
    begin(offset) {
      extend();
      look();
      if (offset > 0) setScreenTop(index.topOf(texts.rowAt(offset)));
      update();
      const row = rowHolding(offset);
      if (!row || offset <= row.start) return;
      setScreenTop(topOf(offset) - LEADING);
      update();
    },
    update,
    take,
    reveal(offset, how) {
      const rect = rectOf(offset);
      if (how === 'nearest' && rect) {
        // What was gone to before, and whose text is on its way yet, is not meant any more.
        aim = null;
        const screen = scroller.getBoundingClientRect();
        if (rect.top < screen.top + EDGE) scroller.scrollTop += rect.top - screen.top - EDGE;
        else if (rect.bottom > screen.bottom - EDGE) scroller.scrollTop += rect.bottom - screen.bottom + EDGE;
        update();
        return;
      }
      aim = offset;
      update();
    },
    rectOf,
    spotOf,
    topOf,
    rowTop: index.topOf,
    firstVisible: () => texts.startOf(firstRow()),
    firstLine,
    extent() {
      const total = index.total();
      const from = Math.max(0, top);
      return { total, top: from, height, shown: Math.max(0, Math.min(total, top + height) - from) };
    },
    layOutAnew,
    scrollTo,
    scrollBy: (step) => scrollTo(top + step),
    prepare(share) {
      prepared = share;
      if (share === null) pages.prepare(null);
      else prepareText();
    },
    close() {
      closed = true;
      landing.close();
      observer.disconnect();
      scroller.removeEventListener('scroll', update);
      scroller.removeEventListener('wheel', giveUpAim);
      mounted.close();
      holder.remove();
      extent.remove();
    },
  };
}
