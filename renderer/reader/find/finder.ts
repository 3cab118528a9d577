import { type Channel, findIn } from '../../../main/contract/index.ts';
import { selection } from '../../state/index.ts';
import { paintOf } from '../marks.ts';
import { specialName } from '../painter.ts';
import type { RowView } from '../row-element.ts';
import { type Ends, passageOf } from '../selection-ends.ts';
import type { Session } from '../session.ts';
import { finding, NOTHING_FOUND } from './finding.ts';
import { createFound, type Found } from './found.ts';
import { offsetsOf } from './piece.ts';
import { createWholeText } from './whole-text.ts';

/** Selected words up to this long are taken over into the box. */
const LONGEST_PREFILL = 200;

/** How long a search works before it lets the window answer keys and draw, in milliseconds: a frame, in which most texts are looked through. */
const SLICE = 16;

/** How often a search says how far it has come, in milliseconds: painting matches takes longer than finding them. */
const TOLD_EVERY = 300;

/** Finds words in the whole text of the source that is open, most of which is in no element. */
export interface Finder {
  /** Opens the bar, with the selected words where some are, and gives it the keyboard. */
  open(): void;
  /** Closes the bar, leaves the current match selected and gives the text the keyboard. */
  leave(): void;
  /** Looks for words, or for the same ones in another way, from the place the reader is at. */
  look(wanted: { readonly words?: string; readonly exact?: boolean; readonly wholeWords?: boolean }): void;
  /** Goes to the next match, or the one before, around the ends of the text; also with the bar closed. */
  step(forward: boolean): Promise<void>;
  /** Paints the matches on a row in the document. */
  paint(row: RowView): void;
  /** The matches to show; none while the bar is closed. */
  shown(): Found;
  close(): void;
}

export interface FinderOptions {
  readonly channel: Channel;
  readonly session: Session;
  /** The matches, or which of them is the current one, are others. */
  readonly onMatches: () => void;
  readonly onFailure: (error: unknown) => void;
}

export function createFinder({ channel, session, onMatches, onFailure }: FinderOptions): Finder {
  const { rows, view, selecting, painter, port } = session;
  const text = createWholeText(channel, port.sourceId, rows);
  const none = createFound();
  let found = none;
  /** Whether `found` has all matches of what is looked for. */
  let complete = false;
  let turn = 0;
  /** Where new words are looked for from; null while the reader is to stay where it is. */
  let near: number | null = null;
  /** The selection when the bar last moved: if it is another one now, the reader went elsewhere. */
  let seen: Ends | null = null;

  const shown = () => (finding.get().open ? found : none);

  const paint = (row: RowView) => {
    const matches = shown();
    const { current } = finding.get();
    const paints = [];
    for (let index = matches.firstBeyond(row.start); index < matches.count; index++) {
      const match = matches.at(index);
      if (match.start >= row.end) break;
      paints.push(...paintOf(row, match, specialName(index === current ? 'found' : 'find')));
    }
    painter.paint(row, 'find', paints);
  };

  const show = () => {
    for (const row of view.mounted()) paint(row);
    onMatches();
  };

  const goTo = (index: number, around: 'beginning' | 'end' | null = null) => {
    const { start, end } = found.at(index);
    near = start;
    finding.set({ current: index, block: rows.blockAt(start) + 1, around });
    if (finding.get().open) view.reveal(start, 'nearest');
    else {
      selecting.set({ anchor: start, focus: end });
      view.reveal(start, 'nearest');
      port.focus();
    }
    seen = selecting.get();
  };

  /** Tells how far a search has come, and goes to the first match after the place it began at. */
  const tell = (state: 'searching' | 'done') => {
    finding.set({ state, count: found.count });
    if (finding.get().open && finding.get().current < 0 && found.count > 0 && near !== null) {
      const index = found.firstFrom(near);
      if (index < found.count) goTo(index);
      else if (state === 'done') goTo(0, 'beginning');
    }
    show();
  };

  const search = async () => {
    const mine = ++turn;
    const { words, exact, wholeWords } = finding.get();
    found = createFound();
    complete = false;
    finding.set(NOTHING_FOUND);
    if (words === '') {
      show();
      return;
    }
    let until = performance.now() + SLICE;
    // Where the text is at hand there is nothing to wait for, and so nothing to say for a moment.
    let told = text.known(0) ? performance.now() : 0;
    /** Waits for something else to be done, and answers whether these words are still wanted then. */
    const pause = async (other: Promise<unknown>) => {
      if (performance.now() > told + TOLD_EVERY) {
        tell('searching');
        told = performance.now();
      }
      await other;
      until = performance.now() + SLICE;
      return mine === turn;
    };
    for (let index = 0; index < text.pieces; index++) {
      let piece = text.known(index);
      if (!piece) {
        const coming = text.fetch(index);
        if (!(await pause(coming))) return;
        piece = await coming;
      }
      const offset = offsetsOf(piece);
      const take = (from: number, to: number) => found.add(offset(from), offset(to));
      let at: number | null = 0;
      while (at !== null) {
        at = findIn(piece, { words, exact, wholeWords }, at, take);
        if (performance.now() > until && !(await pause(nextTurn()))) return;
      }
    }
    complete = true;
    tell('done');
    // Steps with the bar closed need the matches alone.
    if (!finding.get().open) text.forget();
  };

  const start = () => {
    const mine = turn + 1;
    return search().catch((error: unknown) => {
      if (mine !== turn) return;
      finding.set({ state: 'failed' });
      onFailure(error);
    });
  };

  /** The caret where it is on screen, else the place where the screen begins. */
  const here = () => {
    const ends = selecting.get();
    const at = ends ? passageOf(ends).start : null;
    if (at === null) return view.firstVisible();
    const { top, height } = view.extent();
    const place = view.topOf(at);
    return place >= top && place < top + height ? at : view.firstVisible();
  };

  /** The match a step leads to, by its index; -1 or `count` where it would pass an end of the text. */
  const destination = (forward: boolean): number => {
    const { open, current } = finding.get();
    const ends = selecting.get();
    if (open && current >= 0 && ends === seen) return current + (forward ? 1 : -1);
    if (!ends) return forward ? found.firstFrom(here()) : found.firstBeyond(here()) - 1;
    const { start: from, end: to } = passageOf(ends);
    if (forward) return found.firstFrom(to);
    const before = found.firstFrom(from) - 1;
    return before >= 0 && found.at(before).end > from ? before - 1 : before;
  };

  const open = () => {
    const quote = selection.get().passage?.quote ?? '';
    const taken = quote !== '' && quote.length <= LONGEST_PREFILL && !quote.includes('\n') ? quote : null;
    const before = finding.get();
    finding.set({ open: true, wantsKeyboard: true, words: taken ?? before.words });
    if (before.open && finding.get().words === before.words) return;
    near = here();
    seen = selecting.get();
    finding.set({ current: -1, block: 0, around: null });
    if (complete && finding.get().words === before.words) tell('done');
    else void start();
    if (finding.get().words === '') void text.prepare();
  };

  // The bar stays open from source to source.
  if (finding.get().open) void start();

  return {
    open,
    leave() {
      const { current } = finding.get();
      text.forget();
      if (!complete) {
        turn++;
        finding.set({ state: 'idle' });
      }
      if (current >= 0 && selecting.get() === seen) {
        const { start: from, end: to } = found.at(current);
        selecting.set({ anchor: from, focus: to });
      }
      finding.set({ open: false });
      show();
      port.focus();
    },
    look(wanted) {
      finding.set(wanted);
      near ??= here();
      void start();
    },
    async step(forward) {
      if (finding.get().words === '') {
        open();
        return;
      }
      if (!complete && finding.get().state !== 'searching') await start();
      if (found.count === 0) return;
      const index = destination(forward);
      if (index >= 0 && index < found.count) goTo(index);
      else if (complete) goTo(index < 0 ? found.count - 1 : 0, index < 0 ? 'end' : 'beginning');
      show();
    },
    paint,
    shown,
    close() {
      turn++;
      text.forget();
      finding.set(NOTHING_FOUND);
    },
  };
}

/** Answers Esc in the text, where it means nothing else, by closing the bar; returns the function that stops it. */
export function leavingKey(text: HTMLElement, finder: Finder): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || !finding.get().open) return;
    event.preventDefault();
    finder.leave();
  };
  text.addEventListener('keydown', onKeyDown);
  return () => text.removeEventListener('keydown', onKeyDown);
}

/** Lets the window answer what it was asked meanwhile. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
