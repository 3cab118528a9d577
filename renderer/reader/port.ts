import { type Colour, formatLocator, type Highlight, type Passage, type Source } from '../../main/contract/index.ts';
import type { TextPort } from '../passage/index.ts';
import type { SelectedPassage } from '../state/index.ts';
import type { Beside } from './beside.ts';
import { PAGE, type Pages } from './pages.ts';
import { neighboursOf, pileAt } from './pile/piles.ts';
import type { Selecting } from './selecting.ts';
import { passageOf } from './selection-ends.ts';
import type { TextView } from './text-view.ts';

interface PortParts {
  readonly source: Pick<Source, 'id' | 'title'>;
  readonly pages: Pages;
  readonly view: TextView;
  readonly selecting: Selecting;
  readonly scroller: HTMLElement;
  readonly text: HTMLElement;
  readonly beside: Beside;
  readonly focusOn: (ids: readonly string[]) => void;
  readonly focused: () => readonly string[];
  readonly step: TextPort['step'];
  readonly offer: TextPort['offer'];
  readonly ask: TextPort['ask'];
  readonly resize: TextPort['resize'];
  readonly switchEnd: TextPort['switchEnd'];
  readonly isResizing: () => boolean;
}

/** Blanks between two highlights that still touch, at most. */
const MOST_BLANKS = 20;

/** What the actions on a passage may ask of the text. */
export function createPort(parts: PortParts): TextPort {
  const { source, pages, view, selecting, scroller, text, beside, focused } = parts;

  const shown = (): Passage | null => {
    const ends = selecting.get();
    if (ends && ends.anchor !== ends.focus) return passageOf(ends);
    const id = focused()[0];
    return (id === undefined ? undefined : pages.highlight(id)) ?? null;
  };

  const focusOn = (highlight: Highlight, later = false) => {
    selecting.set({ anchor: highlight.start, focus: highlight.start }, { later });
    const others = pileAt(pages.highlightsIn(highlight), { start: highlight.start, end: highlight.start });
    parts.focusOn([highlight.id, ...others.filter(({ id }) => id !== highlight.id).map(({ id }) => id)]);
  };

  return {
    sourceId: source.id,
    focus() {
      text.focus({ preventScroll: true });
      selecting.restore();
    },
    hasFocus: () => document.activeElement === text,
    dragging: () => selecting.dragging() || parts.isResizing(),
    lines() {
      const passage = shown();
      if (!passage || !isNear(view, passage)) return null;
      const screen = scroller.getBoundingClientRect();
      const first = view.rectOf(passage.start);
      const last = view.rectOf(passage.end);
      if (!first || !last) return null;
      const visible = last.bottom > screen.top && first.top < screen.bottom;
      return visible ? { first, last, screen } : null;
    },
    standing() {
      const { top, height } = view.extent();
      const held = shown()?.start ?? selecting.get()?.focus ?? null;
      const place = held === null ? -1 : view.topOf(held);
      const at = held !== null && place >= top && place < top + height ? held : view.firstVisible();
      const block = view.rows.blockAt(at);
      return { label: pages.block(block)?.label ?? '', share: block / Math.max(1, view.rows.blocks - 1) };
    },
    highlight: pages.highlight,
    show: pages.show,
    showMade(highlight) {
      beside.placeAfter(() => {
        pages.show(highlight);
        focusOn(highlight, true);
      });
    },
    forget: pages.forget,
    draft: (passage, id, colour) => draftOf(parts, passage, id, colour),
    focusOn: (highlight) => focusOn(highlight),
    dismiss() {
      const ends = selecting.get();
      if (ends) selecting.set({ anchor: ends.focus, focus: ends.focus });
      parts.focusOn([]);
    },
    step: parts.step,
    offer: parts.offer,
    ask: parts.ask,
    passOver(offset) {
      selecting.set({ anchor: offset, focus: offset });
      parts.focusOn([]);
    },
    caret() {
      const ends = selecting.get();
      return ends && ends.anchor === ends.focus ? ends.focus : null;
    },
    neighbours(highlight) {
      const { rows } = view;
      const last = Math.min(rows.blocks - 1, rows.blockAt(highlight.end) + PAGE);
      const reach = withBlanks(parts, highlight);
      const around = { start: Math.max(0, reach.start - 1), end: rows.startOf(last) + rows.lengthOf(last) };
      return neighboursOf(highlight, reach, pages.highlightsIn(around));
    },
    resize: parts.resize,
    switchEnd: parts.switchEnd,
  };
}

/** Says without laying anything out whether a passage may be on the screen: it is asked in every frame of a scroll. */
function isNear(view: TextView, { start, end }: Passage): boolean {
  const { top, height } = view.extent();
  return view.topOf(start) < top + height && view.topOf(end) > top - height;
}

/** A passage with the blanks before and after it, as far as they are at hand. */
function withBlanks({ pages, view }: PortParts, { start, end }: Passage): Passage {
  const before = pages.textAtHand({ start: Math.max(0, start - MOST_BLANKS), end: start }) ?? '';
  const after = pages.textAtHand({ start: end, end: Math.min(view.rows.length, end + MOST_BLANKS) }) ?? '';
  return {
    start: start - (before.length - before.trimEnd().length),
    end: end + (after.length - after.trimStart().length),
  };
}

function draftOf(
  { pages, view: { rows }, source }: PortParts,
  { sourceId, start, end, quote }: SelectedPassage,
  id: string,
  colour: Colour,
): Highlight {
  const first = rows.blockAt(start);
  const label = pages.block(first)?.label;
  const now = new Date().toISOString();
  return {
    id,
    sourceId,
    start,
    end,
    colour,
    quote,
    locator: formatLocator({
      firstBlock: first + 1,
      lastBlock: rows.blockAt(end - 1) + 1,
      ...(label === undefined ? {} : { label }),
    }),
    sourceTitle: source.title,
    block: first + 1,
    comment: '',
    tags: [],
    tagIds: [],
    entities: [],
    entityIds: [],
    author: '',
    createdAt: now,
    updatedAt: now,
  };
}
