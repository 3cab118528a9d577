import type { Channel, Highlight, Passage, Source } from '../../main/contract/index.ts';
import type { TextPort } from '../passage/index.ts';
import { selection } from '../state/index.ts';
import { createBeside } from './beside.ts';
import { createCaret } from './caret.ts';
import { copyText } from './copying.ts';
import { createFocus } from './focus.ts';
import { createFollowing } from './following.ts';
import { createPages, type FirstPage, type Pages } from './pages.ts';
import type { Painter } from './painter.ts';
import { createOffering } from './pile/offering.ts';
import type { Lying } from './pile/piles.ts';
import { graphemeAtPoint } from './pointing.ts';
import { createPort } from './port.ts';
import { createPublishing } from './publishing.ts';
import { isRtl } from './rects.ts';
import type { End } from './resize/ends.ts';
import { createHandles } from './resize/handles.ts';
import { endStepFor } from './resize/resize-keys.ts';
import { createResizing, type ResizingOptions } from './resize/resizing.ts';
import type { RowView } from './row-element.ts';
import { createRowPainting } from './row-painting.ts';
import { createRows, type Rows } from './rows.ts';
import { createSelecting, type Selecting } from './selecting.ts';
import { FULL_SIGHT, type Sight } from './sight.ts';
import { createStepping } from './stepping.ts';
import { createTextView, type TextView } from './text-view.ts';

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
  /** Goes from the call of a note at the caret to the note, from within a note to its call, or follows a link; false at none of them. */
  follow(): Promise<boolean>;
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
  /** A passage is on the clipboard whose text had to be fetched first. */
  readonly onCopied: (passage: Passage) => void;
  readonly onFailure: (error: unknown) => void;
  /** The researcher pointed at something: a linked entity or a highlight. */
  readonly onPoint: (what: 'entity' | 'highlight') => void;
  /** The mouse is done with selecting words. */
  readonly onDrawn: () => void;
  /** A link of the text is to be followed to its address. */
  readonly onLink: (address: string) => void;
  /** Offers some of the things that lie at an offset; answers the one chosen, null where none was. */
  readonly offer: (lying: readonly Lying[], offset: number, label: string) => Promise<Lying | null>;
}

export function createSession(options: SessionOptions): Session {
  const { channel, source, scroller, text, canvas } = options;
  const rows = createRows(options.lengths);
  let sight = FULL_SIGHT;

  // What is in focus is seen whatever the filter says: else what was just marked, or jumped to, would not be there.
  const lookOf = (highlight: Highlight) => (focus.ids().includes(highlight.id) ? 'full' : sight.lookOf(highlight));
  const isFaint = (highlight: Highlight) => lookOf(highlight) === 'faint';

  const painting = createRowPainting({
    canvas,
    topOf: (row) => view.rowTop(row),
    seenFrom: () => view.extent().top,
    mounted: () => view.mounted(),
    pages: () => pages,
    ends: () => selecting.get(),
    focused: () => focus.ids()[0] ?? null,
    isFaint,
  });
  const beside = createBeside(() => {
    selecting.catchUp();
    caret.place();
    handles.place();
    options.onLayout();
  });
  const publish = () => {
    beside.place();
    publishing.tell();
  };
  const focus = createFocus({
    rows,
    pages: () => pages,
    selecting: () => selecting,
    onFirst: () => painting.marks(),
    publish,
  });

  const pages = createPages({
    channel,
    source,
    rows,
    first: options.first,
    hides: (highlight) => lookOf(highlight) === 'hidden',
    onText(blocks) {
      painting.marks(blocks);
      view.take(blocks);
      focus.refresh();
    },
    onMarks(blocks) {
      painting.marks(blocks);
      beside.place();
      focus.refresh();
    },
    onFailure: options.onFailure,
  });

  const view: TextView = createTextView({
    scroller,
    canvas,
    rows,
    pages,
    onMount(row) {
      painting.fresh(row);
      options.onRow(row);
    },
    onUnmount: painting.gone,
    onLayoutAnew: painting.laidOutAnew,
    onLayout() {
      painting.placed();
      beside.place();
    },
  });

  const offering = createOffering({
    pages,
    view,
    selecting: () => selecting,
    focus,
    show: options.offer,
    onChoose({ kind }) {
      options.onPoint(kind === 'highlight' ? 'highlight' : 'entity');
    },
  });

  const resizing = createResizing({
    pages,
    view,
    store: options.onResize,
    onChange: beside.place,
  });

  /** The highlight stays the one that is meant while it grows away from the caret, or from the words selected. */
  const resizeBegins = (highlight: Highlight) => {
    const ends = selecting.get();
    if (ends && ends.anchor !== ends.focus) port.focusOn(highlight);
    else focus.on(focus.ids());
  };

  const resize: TextPort['resize'] = (step, forward) => {
    const highlight = focus.target();
    if (!highlight) return;
    resizeBegins(highlight);
    resizing.step(highlight, step, forward);
  };

  // Heard before the selection hears of keys, for which the same ones mean something where no highlight is meant.
  const onKeyDown = (event: KeyboardEvent) => {
    const highlight = event.isComposing ? null : focus.target();
    if (!highlight) return;
    const asked = endStepFor(event, () => {
      const row = view.rowHolding(highlight[resizing.end()]);
      return row !== null && isRtl(row);
    });
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
      painting.selection();
      focus.find();
      publish();
    },
    onKeyboard: beside.place,
    onClick(offset, { x, y, withKey }) {
      // The handles are hidden while the mouse is down.
      beside.place();
      const drawnThere = graphemeAtPoint(view, x, y);
      if (drawnThere !== null && following.press(drawnThere, withKey)) return;
      offering.click(offset);
    },
    onDrawn: options.onDrawn,
    onBeside() {
      const ends = selecting.get();
      if (ends) selecting.set({ anchor: ends.focus, focus: ends.focus });
      focus.quietly([]);
      publish();
    },
    onCopy(passage, event) {
      event.preventDefault();
      copyText(pages, passage, event, () => options.onCopied(passage), options.onFailure);
    },
  });

  const publishing = createPublishing({
    sourceId: source.id,
    rows,
    pages,
    selecting,
    focus,
    onFailure: options.onFailure,
  });
  const caret = createCaret({ element: options.caret, text, view, selecting });
  const handles = createHandles({
    elements: options.handles,
    canvas,
    scroller,
    view,
    resizing,
    highlight: focus.target,
    onDrag() {
      const highlight = focus.target();
      if (highlight && handles.dragging()) resizeBegins(highlight);
      beside.place();
    },
  });

  const ends = [
    channel.subscribe('changed', ({ changes }) => pages.hear(changes)),
    channel.subscribe('engine', ({ state }) => {
      if (state === 'back') pages.refresh();
    }),
  ];

  const step = createStepping({
    channel,
    sourceId: source.id,
    pages,
    view,
    selecting,
    sight: () => sight,
    focused: focus.ids,
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
    beside,
    focusOn: focus.on,
    focused: focus.ids,
    step,
    offer: offering.atCaret,
    ask: offering.ask,
    resize,
    switchEnd: () => resizing.chooseEnd(resizing.end() === 'end' ? 'start' : 'end'),
    isResizing: handles.dragging,
  });
  const visit: Session['visit'] = (passage, { select = true } = {}) => {
    const start = Math.min(Math.max(0, passage.start), rows.length);
    const end = Math.min(Math.max(start, passage.end), rows.length);
    selecting.set({ anchor: start, focus: select ? end : start });
    view.reveal(start, 'jump');
    painting.light({ start, end });
  };
  const following = createFollowing({
    channel,
    sourceId: source.id,
    rows,
    pages,
    visit: (passage) => visit(passage, { select: false }),
    onLink: options.onLink,
    onFailure: options.onFailure,
  });
  view.begin(options.at);
  return {
    rows,
    pages,
    view,
    painter: painting.painter,
    selecting,
    port,
    visit,
    async follow() {
      const ends = selecting.get();
      return ends !== null && (await following.atCaret(ends.focus));
    },
    focusOn: focus.on,
    pointAt: painting.pointAt,
    isFaint,
    look(next) {
      const wasFull = sight.asked === undefined;
      sight = next;
      if (wasFull && next.asked === undefined) return;
      const isSeen = (highlight: Highlight | undefined) => !highlight || sight.lookOf(highlight) !== 'hidden';
      focus.quietly(focus.ids().filter((id) => isSeen(pages.highlight(id))));
      painting.marks();
      publish();
    },
    close() {
      for (const end of ends) end();
      text.removeEventListener('keydown', onKeyDown);
      beside.close();
      publishing.close();
      following.close();
      offering.close();
      handles.close();
      resizing.close();
      selecting.close();
      caret.close();
      view.close();
      pages.close();
      painting.close();
      selection.set({ passage: null, highlightIds: [], entityId: null });
    },
  };
}
