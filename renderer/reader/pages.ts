import {
  type Block,
  CallFailed,
  type Change,
  type Channel,
  type Highlight,
  inFull,
  type Mention,
  type Output,
  overlaps,
  type Passage,
  type Source,
  sliceCodePoints,
  type TextMark,
} from '../../main/contract/index.ts';
import type { Rows } from './rows.ts';

/** Blocks asked for at once. */
export const PAGE = 32;

/**
 * Pages kept, or all that are wanted now or prepared where those are more. More of them cost whoever scrolls more than fetching one again does:
 * the browser's garbage collection has to look through them and move them.
 */
const MOST_PAGES = 3;

/** Pages asked for at the same time: one is answered while the next is on its way. */
const MOST_COMING = 2;

/** Changes of highlights fetched one by one; more at once (an undone import of tags) fetch their pages anew. */
const MOST_SINGLE = 8;

/** Blocks whose text alone is asked for at once. */
const MOST_AT_ONCE = 10_000;

/** A page's blocks, from the number `from` on, with what is marked in them, by the original and by the researcher. */
export type FirstPage = Pick<Output<'reader.open'>, 'from' | keyof Answer>;

type Answer = Output<'reader.blocks'>;

interface Page {
  readonly blocks: readonly Block[];
  readonly textMarks: readonly TextMark[];
  highlights: readonly Highlight[];
  mentions: readonly Mention[];
}

/**
 * The part of a source's text that is at hand: blocks with their highlights and mentions, fetched in pages when the
 * reader comes near them and dropped when it is far away. A change repaints from here without the text being fetched
 * again.
 */
export interface Pages {
  /**
   * Fetches what is missing of these blocks (indexes from 0, both included), the first spans first. What was wanted
   * before and is not any more is not asked for: a scroll through a long text leaves no queue of screens behind it.
   */
  want(spans: readonly BlockSpan[]): void;
  /** Fetches blocks that may be wanted next, once nothing else is; forgets those named before. Null where none are. */
  prepare(span: BlockSpan | null): void;
  /** The block at an index from 0, if it is at hand. */
  block(index: number): Block | undefined;
  /** What the original marks in a block at hand. */
  textMarksOn(index: number): readonly TextMark[];
  /** Highlights and mentions that touch a block at hand; without those that are hidden. */
  highlightsOn(index: number): readonly Highlight[];
  mentionsOn(index: number): readonly Mention[];
  highlight(id: string): Highlight | undefined;
  /** All highlights on the blocks of a passage at hand, each once. */
  highlightsIn(passage: Passage): readonly Highlight[];
  mentionsIn(passage: Passage): readonly Mention[];
  /** Shows a highlight before, or without, being told that it was stored. */
  show(highlight: Highlight): void;
  /** Shows a highlight no more. */
  forget(id: string): void;
  /** Shows a highlight over another passage, whatever is heard of it, until it is let go. */
  hold(highlight: Highlight): void;
  /** The highlight as it is stored is shown again. */
  letGo(stored: Highlight): void;
  /** Tells what was committed; fetches only what it made stale. */
  hear(changes: readonly Change[]): void;
  /** Fetches highlights and mentions at hand anew: the engine came back. */
  refresh(): void;
  /** The text between two offsets where all of it is at hand, else null. */
  textAtHand(passage: Passage): string | null;
  /** @throws CallFailed */
  text(passage: Passage): Promise<string>;
  close(): void;
}

export interface BlockSpan {
  readonly first: number;
  readonly last: number;
}

export interface PagesOptions {
  readonly channel: Channel;
  readonly source: Pick<Source, 'id' | 'title'>;
  readonly rows: Rows;
  /** The page that came with the opening. */
  readonly first?: FirstPage;
  /** Whether the reader does not want to see a highlight now. */
  readonly hides: (highlight: Highlight) => boolean;
  /** These blocks (indexes from 0, both included) came, with what is marked in them. */
  readonly onText: (blocks: BlockSpan) => void;
  /** Highlights of these blocks, all at hand, are others than before. */
  readonly onMarks: (blocks: BlockSpan) => void;
  readonly onFailure: (error: unknown) => void;
}

export function createPages({ channel, source, rows, first, hides, onText, onMarks, onFailure }: PagesOptions): Pages {
  const sourceId = source.id;
  // In order of use, so that the first is the one unused for longest.
  const pages = new Map<number, Page>();
  const coming = new Map<number, Promise<void>>();
  /** Pages on their way that were asked for before what was heard last. */
  const stale = new Set<number>();
  const held = new Map<string, Highlight>();
  const stop = new AbortController();
  let wanted: readonly number[] = [];
  let prepared: readonly number[] = [];

  const pageOf = (block: number) => Math.floor(block / PAGE);
  const firstOf = (page: number) => page * PAGE;
  const lastOf = (page: number) => Math.min(rows.blocks, (page + 1) * PAGE) - 1;
  const pageFrom = ({ blocks, textMarks, highlights, mentions }: Answer): Page => ({
    blocks,
    textMarks,
    highlights: inFull(highlights, blocks, source),
    mentions,
  });
  if (first) {
    pages.set(pageOf(first.from - 1), pageFrom(first));
  }

  /** A highlight where it is held, if it is. */
  const shown = (highlight: Highlight): Highlight => {
    const now = held.get(highlight.id);
    return now ? { ...highlight, start: now.start, end: now.end, quote: now.quote } : highlight;
  };

  const withHeld = (page: Page): Page => {
    const highlights = new Map(page.highlights.map((highlight) => [highlight.id, shown(highlight)]));
    for (const highlight of held.values()) if (!highlights.has(highlight.id)) highlights.set(highlight.id, highlight);
    return { ...page, highlights: [...highlights.values()].filter((highlight) => touchesPage(highlight, page)) };
  };

  const fetchPage = (page: number): Promise<void> => {
    const known = coming.get(page);
    if (known !== undefined) return known;
    const from = firstOf(page) + 1;
    const fetched = channel
      .call('reader.blocks', { sourceId, from, count: lastOf(page) - firstOf(page) + 1 }, { signal: stop.signal })
      .then((answer) => {
        if (stop.signal.aborted) return;
        pages.delete(page);
        const came = pageFrom(answer);
        pages.set(page, held.size > 0 ? withHeld(came) : came);
        dropOldest();
        onText({ first: firstOf(page), last: lastOf(page) });
      })
      .finally(() => {
        coming.delete(page);
        if (stale.delete(page) && !stop.signal.aborted) fetchQuietly(page);
        queueMicrotask(fetchNext);
      });
    coming.set(page, fetched);
    return fetched;
  };

  const fetchQuietly = (page: number) => {
    fetchPage(page).catch((error: unknown) => {
      if (stop.signal.aborted) return;
      // Asked for again when the text is scrolled or the engine is back, not at once and for ever.
      wanted = wanted.filter((each) => each !== page);
      prepared = prepared.filter((each) => each !== page);
      onFailure(error);
    });
  };

  const pagesOf = (spans: readonly BlockSpan[]): readonly number[] => {
    const found = new Set<number>();
    for (const { first, last } of spans) {
      for (let page = pageOf(first); page <= pageOf(Math.max(first, last)); page++) found.add(page);
    }
    return [...found];
  };

  const fetchNext = () => {
    for (const page of [...wanted, ...prepared]) {
      if (coming.size >= MOST_COMING || stop.signal.aborted) return;
      if (!pages.has(page) && !coming.has(page)) fetchQuietly(page);
    }
  };

  const dropOldest = () => {
    for (const page of [...pages.keys()]) {
      if (pages.size <= MOST_PAGES) return;
      if (!wanted.includes(page) && !prepared.includes(page)) pages.delete(page);
    }
  };

  const touched = (passage: Passage) => {
    const first = rows.blockAt(passage.start);
    return { first, last: Math.max(first, rows.blockAt(Math.max(passage.start, passage.end - 1))) };
  };

  const replace = (id: string, now: Highlight | null) => {
    // A copy, because being painted counts as being used, which changes the order.
    for (const [number, page] of [...pages]) {
      const before = highlightOf(page, id);
      const here = now !== null && touchesPage(now, page);
      if (!before && !here) continue;
      const others = page.highlights.filter((highlight) => highlight.id !== id);
      page.highlights = here ? [...others, now] : others;
      const span = before ? touched(before) : { first: lastOf(number), last: firstOf(number) };
      const next = here ? touched(now) : span;
      const first = Math.max(firstOf(number), Math.min(span.first, next.first));
      onMarks({ first, last: Math.min(lastOf(number), Math.max(span.last, next.last)) });
    }
  };

  const refresh = () => {
    for (const page of coming.keys()) stale.add(page);
    for (const page of [...pages.keys()]) if (!coming.has(page)) fetchQuietly(page);
  };

  const hearOfHighlight = ({ id, deed }: Change) => {
    if (deed === 'removed') {
      replace(id, null);
      return;
    }
    channel.call('highlights.get', { id }, { signal: stop.signal }).then(
      (highlight) => replace(id, shown(highlight)),
      (error: unknown) => {
        // Removed meanwhile, which is heard of as well: nothing was asked of it here.
        const isGone = error instanceof CallFailed && error.failure.code === 'not-found';
        if (!stop.signal.aborted && !isGone) onFailure(error);
      },
    );
  };

  const all = <T extends Passage & { readonly id: string }>(passage: Passage, on: (block: number) => readonly T[]) => {
    const found = new Map<string, T>();
    const { first, last } = touched(passage);
    for (let page = pageOf(first); page <= pageOf(last); page++) {
      if (!pages.has(page)) continue;
      const end = Math.min(last, lastOf(page));
      for (let block = Math.max(first, firstOf(page)); block <= end; block++) {
        for (const thing of on(block)) found.set(thing.id, thing);
      }
    }
    return [...found.values()];
  };

  const onBlock = <T extends Passage>(things: readonly T[], block: number) => {
    const start = rows.startOf(block);
    return things.filter((thing) => overlaps(thing, { start, end: start + rows.lengthOf(block) }));
  };

  const highlight = (id: string) => {
    for (const page of pages.values()) {
      const found = highlightOf(page, id);
      if (found) return found;
    }
    return undefined;
  };

  const block = (index: number) => {
    const page = pages.get(pageOf(index));
    return page?.blocks[index - firstOf(pageOf(index))];
  };
  const textMarksOn = (index: number) => onBlock(pages.get(pageOf(index))?.textMarks ?? [], index);
  const highlightsOn = (index: number) =>
    onBlock(pages.get(pageOf(index))?.highlights ?? [], index).filter((highlight) => !hides(highlight));
  const mentionsOn = (index: number) => onBlock(pages.get(pageOf(index))?.mentions ?? [], index);

  const textAtHand = ({ start, end }: Passage) => {
    const first = rows.blockAt(start);
    const last = rows.blockAt(end);
    const texts: string[] = [];
    for (let at = first; at <= last; at++) {
      const text = block(at)?.text;
      if (text === undefined) return null;
      const from = rows.startOf(at);
      texts.push(
        start <= from && end >= from + rows.lengthOf(at) ? text : sliceCodePoints(text, start - from, end - from),
      );
    }
    return last > first && end > start ? texts.join('\n') : (texts[0] ?? '');
  };

  return {
    want(spans) {
      wanted = pagesOf(spans);
      for (const page of wanted) {
        const known = pages.get(page);
        if (!known) continue;
        pages.delete(page);
        pages.set(page, known);
      }
      fetchNext();
      dropOldest();
    },
    prepare(span) {
      prepared = span ? pagesOf([span]) : [];
      fetchNext();
      dropOldest();
    },
    block,
    textMarksOn,
    highlightsOn,
    mentionsOn,
    highlight,
    highlightsIn: (passage) => all(passage, highlightsOn),
    mentionsIn: (passage) => all(passage, mentionsOn),
    show: (highlight) => replace(highlight.id, shown(highlight)),
    forget: (id) => replace(id, null),
    hold(highlight) {
      held.set(highlight.id, highlight);
      replace(highlight.id, highlight);
    },
    letGo(stored) {
      held.delete(stored.id);
      // It may have been removed meanwhile.
      if (highlight(stored.id)) replace(stored.id, stored);
    },
    hear(changes) {
      const own = changes.filter((change) => change.noun === 'highlight' && change.sourceId === sourceId);
      const mentions = changes.some((change) => change.noun === 'mention' && change.sourceId === sourceId);
      const names = changes.some((change) => change.noun !== 'highlight' && RENAMES.has(change.noun));
      if (mentions || names || own.length > MOST_SINGLE) refresh();
      else for (const change of own) hearOfHighlight(change);
    },
    refresh,
    textAtHand,
    async text(passage) {
      const here = textAtHand(passage);
      if (here !== null) return here;
      const first = rows.blockAt(passage.start);
      const last = rows.blockAt(passage.end);
      const texts: string[] = [];
      for (let at = first; at <= last; at += MOST_AT_ONCE) {
        const span = { from: at + 1, count: Math.min(MOST_AT_ONCE, last - at + 1) };
        texts.push((await channel.call('reader.text', { sourceId, ...span }, { signal: stop.signal })).text);
      }
      const start = rows.startOf(first);
      return sliceCodePoints(texts.join('\n'), passage.start - start, passage.end - start);
    },
    close() {
      stop.abort();
      pages.clear();
    },
  };
}

/** Nouns whose names are part of what a page holds. */
const RENAMES: ReadonlySet<string> = new Set(['tag', 'entity']);

/** Highlights of a page by id: the one in focus is looked up at every key, several times. */
const byId = new WeakMap<Page['highlights'], ReadonlyMap<string, Highlight>>();

function highlightOf({ highlights }: Page, id: string): Highlight | undefined {
  const known = byId.get(highlights) ?? new Map(highlights.map((highlight) => [highlight.id, highlight]));
  byId.set(highlights, known);
  return known.get(id);
}

function touchesPage(passage: Passage, { blocks }: Page): boolean {
  const first = blocks[0];
  const last = blocks.at(-1);
  return (
    first !== undefined &&
    last !== undefined &&
    passage.end > first.start &&
    passage.start <= last.start + last.text.length
  );
}
