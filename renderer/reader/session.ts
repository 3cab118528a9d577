import type { Channel, Highlight, Passage, Source } from '../../main/contract/index.ts';
import { t } from '../i18n/index.ts';
import type { TextPort } from '../passage/index.ts';
import { selection } from '../state/index.ts';
import { createCaret } from './caret.ts';
import { copyText } from './copying.ts';
import { paintOf, paintsOf } from './marks.ts';
import { createPages, type FirstPage, type Pages } from './pages.ts';
import { createPainter, type Painter, specialName } from './painter.ts';
import { type Lying, lyingAt, pileAt } from './pile/piles.ts';
import { createPort } from './port.ts';
import { isRtl } from './rects.ts';
import type { End } from './resize/ends.ts';
import { createHandles } from './resize/handles.ts';
import { endStepFor } from './resize/resize-keys.ts';
import { createResizing, type ResizingOptions } from './resize/resizing.ts';
import type { RowView } from './row-element.ts';
import { createRows, type Rows } from './rows.ts';
import { createSelecting, type Ends, passageOf, type Selecting } from './selecting.ts';
import { FULL_SIGHT, type Sight } from './sight.ts';
import { createStepping } from './stepping.ts';
import { createTextView, type TextView } from './text-view.ts';

/** How long a passage that was jumped to stays lit, in milliseconds. */
const FLASH = 1_600;

/** How long a click waits, in milliseconds, whether it becomes a double one before a list is put over the text. */
const DOUBLE_CLICK = 250;

/** Selections up to this many code points are read out to the rest of the window as a quote. */
const LONGEST_QUOTE = 100_000;

/** A source open for reading: its text on screen, what is selected in it, and what the rest of the window may ask. */
export interface Session {
  readonly rows: Rows;
  readonly pages: Pages;
  readonly view: TextView;
  readonly painter: Painter;
  readonly selecting: Selecting;
  readonly port: TextPort;
  /** Goes to a passage, selects it and lights it up for a moment. */
  visit(passage: Passage, options?: { readonly select?: boolean }): void;
  /** Puts highlights into focus, the first of them marked. */
  focusOn(ids: readonly string[]): void;
  /** Marks a highlight as the one in focus is, without changing the focus; null marks that one again. */
  pointAt(id: string | null): void;
  /** Shows the highlights that pass a filter, and of the others what it says. */
  look(sight: Sight): void;
  /** Whether the filter dims a highlight. */
  isFaint(highlight: Highlight): boolean;
  close(): void;
}

export interface SessionOptions {
  readonly channel: Channel;
  readonly source: Pick<Source, 'id' | 'title'>;
  /** Code points of each block. */
  readonly lengths: readonly number[];
  /** Where to begin, in code points, and the blocks there. */
  readonly at: number;
  readonly first: FirstPage;
  readonly scroller: HTMLElement;
  /** The document: has the keyboard's focus. */
  readonly text: HTMLElement;
  readonly canvas: HTMLElement;
  readonly caret: HTMLElement;
  readonly handles: Readonly<Record<End, HTMLElement>>;
  /** Stores another passage for a highlight. */
  readonly onResize: ResizingOptions['store'];
  readonly onLayout: () => void;
  /** A row came into the document and has its highlights. */
  readonly onRow: (row: RowView) => void;
  readonly onFailure: (error: unknown) => void;
  /** The researcher pointed at something: a linked entity or a highlight. */
  readonly onPoint: (what: 'entity' | 'highlight') => void;
  /** The mouse is done with selecting words. */
  readonly onDrawn: () => void;
  /** Offers some of the things that lie at an offset; answers the one chosen, null where none was. */
  readonly offer: (lying: readonly Lying[], offset: number, label: string) => Promise<Lying | null>;
}

export function createSession(options: SessionOptions): Session {
  const { channel, source, scroller, text, canvas } = options;
  const rows = createRows(options.lengths);
  const painter = createPainter();
  let focused: readonly string[] = [];
  /** The highlight that is only pointed at, in a list. */
  let pointed: string | null = null;
  /** The link to an entity that was chosen at the caret. */
  let chosenMention: string | null = null;
  /** Whether what is in focus was chosen, and not merely come upon. */
  let isChosen = false;
  /** Where what is in focus was looked for. */
  let lookedAt: Ends | null = null;
  let sight = FULL_SIGHT;
  let flash: Passage | null = null;
  let flashEnd = 0;
  let told = 0;
  /** The block the caret stands in, while it is on its way: what is marked there comes with it. */
  let awaited: number | null = null;

  // What is in focus is seen whatever the filter says: else what was just marked, or jumped to, would not be there.
  const lookOf = (highlight: Highlight) => (focused.includes(highlight.id) ? 'full' : sight.lookOf(highlight));
  const isFaint = (highlight: Highlight) => lookOf(highlight) === 'faint';

  const paintRow = (row: RowView) => {
    painter.paint(
      row.node,
      'marks',
      paintsOf(row, pages.highlightsOn(row.block), pages.mentionsOn(row.block), pointed ?? focused[0] ?? null, isFaint),
    );
  };
  const paintSelection = (row: RowView) => {
    const ends = selecting.get();
    painter.paint(row.node, 'selection', ends ? paintOf(row, passageOf(ends), specialName('selection')) : []);
  };
  const paintFlash = (row: RowView) => {
    painter.paint(row.node, 'flash', flash ? paintOf(row, flash, specialName('flash')) : []);
  };

  const pages = createPages({
    channel,
    sourceId: source.id,
    rows,
    first: options.first,
    hides: (highlight) => lookOf(highlight) === 'hidden',
    onChange(first, last) {
      for (const row of view.mounted()) if (row.block >= first && row.block <= last) paintRow(row);
      view.take({ first, last });
      if (awaited === null) publishFocus();
      else if (pages.block(awaited)) {
        findPile();
        publish();
      }
    },
    onFailure: options.onFailure,
  });

  const view: TextView = createTextView({
    scroller,
    canvas,
    rows,
    pages,
    onMount(row) {
      paintRow(row);
      paintSelection(row);
      paintFlash(row);
      options.onRow(row);
    },
    onUnmount: (row) => painter.clear(row.node),
    onLayout() {
      caret.place();
      handles.place();
      options.onLayout();
    },
  });

  const repaint = () => {
    for (const row of view.mounted()) paintRow(row);
  };

  const focusOn = (ids: readonly string[]) => {
    isChosen = ids.length > 0;
    if (ids.length === focused.length && ids.every((id, at) => id === focused[at])) return;
    const before = focused[0];
    focused = ids;
    if (before !== ids[0]) repaint();
    publish();
  };

  /** Highlights that are gone leave the focus; those of a place that is still on its way do not. */
  const publishFocus = () => {
    const ends = selecting.get();
    if (!ends || !pages.block(rows.blockAt(ends.focus))) return;
    const known = focused.filter((id) => pages.highlight(id) !== undefined);
    if (known.length !== focused.length) focusOn(known);
  };

  /** Puts what is marked at the caret into focus. */
  const findPile = () => {
    const ends = selecting.get();
    if (ends !== lookedAt) {
      isChosen = false;
      chosenMention = null;
      lookedAt = ends;
    }
    const passage = ends && passageOf(ends);
    const block = passage && rows.blockAt(passage.start);
    awaited = block === null || pages.block(block) ? null : block;
    if (isChosen) return;
    // Who only came in has chosen nothing: a key would change what nobody looked at, and a step would pass over it.
    const pile = passage && selecting.placed() ? pileAt(pages.highlightsIn(around(passage)), passage) : [];
    const ids = pile.map(({ id }) => id);
    const keep = focused[0] !== undefined && ids.includes(focused[0]) ? focused[0] : ids[0];
    setFocusQuietly(keep === undefined ? [] : [keep, ...ids.filter((id) => id !== keep)]);
  };

  const publish = () => {
    handles.place();
    const ends = selecting.get();
    const passage = ends && ends.anchor !== ends.focus ? withoutBreaks(passageOf(ends)) : null;
    const turn = ++told;
    const entityId = mentionAt()?.entityId ?? selection.get().entityId;
    if (!passage) {
      selection.set({ passage: null, highlightIds: focused, entityId });
      return;
    }
    const quote = pages.textAtHand(passage);
    selection.set({
      passage: { sourceId: source.id, ...passage, quote: quote ?? '' },
      highlightIds: focused,
      entityId,
    });
    if (quote !== null || passage.end - passage.start > LONGEST_QUOTE) return;
    pages.text(passage).then((words) => {
      if (turn !== told) return;
      selection.set({ passage: { sourceId: source.id, ...passage, quote: words } });
    }, options.onFailure);
  };

  const mentionAt = () => {
    const ends = selecting.get();
    if (!ends) return undefined;
    const passage = passageOf(ends);
    const found = pages
      .mentionsIn({ start: passage.start, end: Math.max(passage.end, passage.start + 1) })
      .filter(({ start, end }) => start <= passage.start && passage.end <= end);
    const chosen = found.find(({ id }) => id === chosenMention);
    if (chosen) return chosen;
    return found.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  };

  /** A passage without the line breaks a triple click or a drag past a paragraph's end takes with it. */
  const withoutBreaks = ({ start, end }: Passage): Passage | null => {
    let from = start;
    let to = end;
    while (from < to && from === endOf(rows, rows.blockAt(from))) from++;
    while (to > from && to === rows.startOf(rows.blockAt(to)) && to > 0) to--;
    return to > from ? { start: from, end: to } : null;
  };

  /** The highlight in focus, unless other words are selected or being drawn over. */
  const target = (): Highlight | null => {
    const ends = selecting.get();
    const [id] = focused;
    const highlight = id === undefined || selecting.dragging() ? undefined : pages.highlight(id);
    if (!highlight || !ends || ends.anchor === ends.focus) return highlight ?? null;
    const { start, end } = passageOf(ends);
    return start === highlight.start && end === highlight.end ? highlight : null;
  };

  const resizing = createResizing({
    pages,
    view,
    store: options.onResize,
    onChange() {
      handles.place();
      options.onLayout();
    },
  });

  /** The highlight stays the one that is meant while it grows away from the caret, or from the words selected. */
  const resizeBegins = (highlight: Highlight) => {
    const ends = selecting.get();
    if (ends && ends.anchor !== ends.focus) port.focusOn(highlight);
    else focusOn(focused);
  };

  const resize: TextPort['resize'] = (step, forward) => {
    const highlight = target();
    if (!highlight) return;
    resizeBegins(highlight);
    resizing.step(highlight, step, forward);
  };

  // Heard before the selection hears of keys, for which the same ones mean something where no highlight is meant.
  const onKeyDown = (event: KeyboardEvent) => {
    const highlight = event.isComposing ? null : target();
    const row = highlight && view.rowHolding(highlight[resizing.end()]);
    const asked = highlight && endStepFor(event, row !== null && isRtl(row));
    if (!asked) return;
    event.preventDefault();
    resize(asked.step, asked.forward);
  };
  text.addEventListener('keydown', onKeyDown);

  const selecting: Selecting = createSelecting({
    view,
    pages,
    text,
    canvas,
    scroller,
    onChange() {
      for (const row of view.mounted()) paintSelection(row);
      findPile();
      publish();
      caret.place();
      options.onLayout();
    },
    onKeyboard() {
      caret.place();
      options.onLayout();
    },
    onClick(offset) {
      window.clearTimeout(offering);
      // They are hidden while the mouse is down.
      handles.place();
      const lying = lyingHere(offset);
      const [first] = lying;
      if (lying.length > 1) offering = window.setTimeout(() => offerAll(lying, offset), DOUBLE_CLICK);
      else if (first) choose(first);
      options.onLayout();
    },
    onDrawn: options.onDrawn,
    onBeside() {
      const ends = selecting.get();
      if (ends) selecting.set({ anchor: ends.focus, focus: ends.focus });
      setFocusQuietly([]);
      publish();
      options.onLayout();
    },
    onCopy(passage, event) {
      event.preventDefault();
      copyText(pages, passage, event, options.onFailure);
    },
  });
  let offering = 0;

  const lyingHere = (offset: number) => {
    const here = { start: offset, end: offset + 1 };
    return lyingAt(pages.highlightsIn(here), pages.mentionsIn(here), offset);
  };

  const choose = (lying: Lying) => {
    if (lying.kind === 'highlight') {
      const { id } = lying.highlight;
      focusOn([id, ...focused.filter((each) => each !== id)]);
    } else {
      isChosen = true;
      chosenMention = lying.mention.id;
      publish();
    }
    options.onPoint(lying.kind === 'highlight' ? 'highlight' : 'entity');
    options.onLayout();
  };

  const offerAll = async (lying: readonly Lying[], offset: number) => {
    const chosen = await options.offer(lying, offset, t('reader.pile', { count: lying.length }));
    if (chosen) choose(chosen);
  };

  const ask: TextPort['ask'] = async (highlights, label) => {
    const lying = highlights.map((highlight) => ({ kind: 'highlight' as const, highlight }));
    const chosen = await options.offer(lying, selecting.get()?.focus ?? view.firstVisible(), label);
    return chosen?.kind === 'highlight' ? chosen.highlight : null;
  };

  const offer = () => {
    const ends = selecting.get();
    if (!ends || ends.anchor !== ends.focus || isChosen) return false;
    const lying = lyingHere(ends.focus);
    const [first] = lying;
    if (lying.length > 1) {
      view.reveal(ends.focus, 'nearest');
      // Scrolling closes lists; what this did is told before the next frame.
      requestAnimationFrame(() => offerAll(lying, ends.focus));
    } else if (first?.kind === 'mention') choose(first);
    else {
      if (first) choose(first);
      return false;
    }
    return true;
  };

  const setFocusQuietly = (ids: readonly string[]) => {
    const before = focused[0];
    focused = ids;
    if (before !== ids[0]) repaint();
  };

  const caret = createCaret({ element: options.caret, text, view, selecting });
  const handles = createHandles({
    elements: options.handles,
    canvas,
    scroller,
    view,
    resizing,
    highlight: target,
    onDrag() {
      const highlight = target();
      if (highlight && handles.dragging()) resizeBegins(highlight);
      options.onLayout();
    },
  });

  const ends = [
    channel.subscribe('changed', ({ changes }) => pages.hear(changes)),
    channel.subscribe('engine', ({ state }) => {
      if (state === 'back') pages.refresh();
    }),
  ];

  const visit = (passage: Passage, { select = true } = {}) => {
    const start = Math.min(Math.max(0, passage.start), rows.length);
    const end = Math.min(Math.max(start, passage.end), rows.length);
    if (select) selecting.set({ anchor: start, focus: end });
    else selecting.set({ anchor: start, focus: start });
    view.reveal(start, 'jump');
    flash = { start, end };
    for (const row of view.mounted()) paintFlash(row);
    window.clearTimeout(flashEnd);
    flashEnd = window.setTimeout(() => {
      flash = null;
      for (const row of view.mounted()) paintFlash(row);
    }, FLASH);
  };

  const step = createStepping({
    channel,
    sourceId: source.id,
    pages,
    view,
    selecting,
    sight: () => sight,
    focused: () => focused,
    focusOn: (highlight) => port.focusOn(highlight),
    onFailure: options.onFailure,
  });
  const port = createPort({
    source,
    pages,
    view,
    selecting,
    scroller,
    text,
    focusOn,
    focused: () => focused,
    step,
    offer,
    ask,
    resize,
    switchEnd: () => resizing.chooseEnd(resizing.end() === 'end' ? 'start' : 'end'),
    isResizing: handles.dragging,
  });
  view.begin(options.at);
  return {
    rows,
    pages,
    view,
    painter,
    selecting,
    port,
    visit,
    focusOn,
    pointAt(id) {
      if (id === pointed) return;
      pointed = id;
      repaint();
    },
    isFaint,
    look(next) {
      const wasFull = sight.asked === undefined;
      sight = next;
      if (wasFull && next.asked === undefined) return;
      focused = focused.filter((id) => {
        const highlight = pages.highlight(id);
        return highlight === undefined || sight.lookOf(highlight) !== 'hidden';
      });
      repaint();
      publish();
      options.onLayout();
    },
    close() {
      window.clearTimeout(offering);
      window.clearTimeout(flashEnd);
      for (const end of ends) end();
      text.removeEventListener('keydown', onKeyDown);
      handles.close();
      resizing.close();
      selecting.close();
      caret.close();
      view.close();
      pages.close();
      painter.close();
      selection.set({ passage: null, highlightIds: [], entityId: null });
    },
  };
}

function endOf(rows: Rows, block: number): number {
  return rows.startOf(block) + rows.lengthOf(block);
}

/** A caret touches the character after it. */
function around({ start, end }: Passage): Passage {
  return { start, end: Math.max(end, start + 1) };
}
