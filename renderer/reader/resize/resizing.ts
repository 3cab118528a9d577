import type { Highlight, Passage } from '../../../main/contract/index.ts';
import { holdUnsaved } from '../../state/index.ts';
import type { Pages } from '../pages.ts';
import type { Step } from '../steps.ts';
import type { TextView } from '../text-view.ts';
import { type End, stepEnd, withEnd } from './ends.ts';
import { announceEnd } from './spoken-end.ts';

/**
 * Makes a highlight longer or shorter. It is painted at once and stored when the keys have paused or the handle is let
 * go, so that one gesture is one step of the history.
 */
export interface Resizing {
  /** The end that keys move. */
  readonly end: () => End;
  readonly chooseEnd: (end: End) => void;
  /** Moves an end by a step, and stores it after a pause. */
  step(highlight: Highlight, step: Step, forward: boolean): void;
  /** Moves an end to an offset; `settle` stores it. */
  move(highlight: Highlight, end: End, offset: number): void;
  /** Stores what was made of a highlight; does nothing where nothing was. */
  settle(): void;
  /** Gives up what is not stored yet. */
  drop(): void;
  close(): void;
}

export interface ResizingOptions {
  readonly pages: Pages;
  readonly view: TextView;
  /** Stores another passage for a highlight; answers it as stored, or null where that failed and was told. */
  readonly store: (highlight: Highlight, passage: Passage) => Promise<Highlight | null>;
  /** An end was moved, or another end is the one that moves. */
  readonly onChange: () => void;
}

/** How long keys have to pause, in milliseconds, before what they did is stored. */
const PAUSE = 700;

interface Work {
  readonly before: Highlight;
  readonly now: Highlight;
  readonly release: () => void;
}

export function createResizing({ pages, view, store, onChange }: ResizingOptions): Resizing {
  const text = { pages, rows: view.rows };
  let end: End = 'end';
  let work: Work | null = null;
  let pause = 0;

  const begin = (highlight: Highlight): Work => {
    if (work?.now.id === highlight.id) return work;
    settle();
    work = { before: highlight, now: highlight, release: holdUnsaved() };
    return work;
  };

  const show = (begun: Work, passage: Passage) => {
    const { start, end: to } = passage;
    const quote = pages.textAtHand(passage) ?? begun.now.quote;
    work = { ...begun, now: { ...begun.now, start, end: to, quote } };
    pages.hold(work.now);
    onChange();
  };

  const settle = () => {
    window.clearTimeout(pause);
    pause = 0;
    if (!work) return;
    const { before, now, release } = work;
    work = null;
    const done = (stored: Highlight) => {
      // Another gesture may have begun meanwhile: what it shows stays.
      if (work?.now.id !== now.id) pages.letGo(stored);
      release();
    };
    if (now.start === before.start && now.end === before.end) done(before);
    else void store(before, now).then((stored) => done(stored ?? before));
  };

  const drop = () => {
    if (!work) return;
    pages.letGo(work.before);
    work.release();
    work = null;
    onChange();
  };

  /** Whatever else is done comes after what the keys did to the highlight. */
  const settleKeys = () => {
    if (pause !== 0) settle();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey && !MODIFIERS.has(event.key)) settleKeys();
  };
  const stop = new AbortController();
  window.addEventListener('keydown', onKeyDown, { capture: true, signal: stop.signal });
  window.addEventListener('pointerdown', settleKeys, { capture: true, signal: stop.signal });
  window.addEventListener('blur', settleKeys, { signal: stop.signal });

  return {
    end: () => end,
    chooseEnd(next) {
      end = next;
      onChange();
    },
    step(highlight, step, forward) {
      const begun = begin(highlight);
      const passage = stepEnd(text, begun.now, end, step, forward);
      if (passage) {
        show(begun, passage);
        announceEnd(pages, passage, end);
      }
      // Where the text is on its way the key can be pressed again in a moment.
      view.reveal((passage ?? begun.now)[end], 'nearest');
      window.clearTimeout(pause);
      pause = window.setTimeout(settle, PAUSE);
    },
    move(highlight, moved, offset) {
      end = moved;
      const begun = begin(highlight);
      show(begun, withEnd(text, begun.now, moved, offset));
    },
    settle,
    drop,
    close() {
      settle();
      stop.abort();
    },
  };
}

const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta']);
