import { t } from '../i18n/index.ts';
import { textPort } from '../passage/index.ts';
import { reading, type Store, selection } from '../state/index.ts';
import { describeScreen } from './map-words.ts';
import { createMarginNotes, type MarginNote } from './margin/notes.ts';
import { createRest } from './rest.ts';
import type { Session } from './session.ts';

/** Milliseconds between two times the place is put into words, and after a leap to the first: nobody reads it faster. */
const WORDS_EVERY = 100;

/** Share of a screen the text may move in a frame and still be read: beyond, the margin waits until it is slower. */
const READABLE = 0.8;

/** What the margin shows. */
export type MarginNotes = Store<{ readonly notes: readonly MarginNote[] }>;

export interface TellingOptions {
  readonly session: Session;
  readonly slider: HTMLElement;
  readonly thumb: HTMLElement;
  readonly margin: MarginNotes;
}

/** Tells those around the text where it stands: once a frame at most, and words less often. */
export interface Telling {
  /** The text was laid out, or something else than before lies in it. */
  layout(): void;
  close(): void;
}

/** Pixels of the text that may be off the screen while it counts as shown: browsers round. */
const SLACK = 2;

/** Most decimals of a percentage that are said: enough for a text of 100,000 screens. */
const MOST_DECIMALS = 3;

/** A share (0–1) in percent, with as many decimals as tell one screen of so many from the next. */
function percentOf(share: number, screens: number): number {
  const decimals = Math.min(MOST_DECIMALS, Math.max(0, Math.ceil(Math.log10(screens / 100))));
  return Number((Math.min(1, Math.max(0, share)) * 100).toFixed(decimals));
}

export function createTelling({ session, slider, thumb, margin }: TellingOptions): Telling {
  const { view, rows } = session;
  const notesOf = createMarginNotes(session);
  let frame = 0;
  let lastTop = 0;
  let signature = '';
  let hadActions = false;

  const tellInWords = () => {
    const { total, top, height, shown } = view.extent();
    const block = rows.blockAt(view.firstVisible()) + 1;
    const screens = Math.max(0, total - height) / Math.max(1, height);
    const isWhole = shown > total - SLACK;
    const percent = isWhole ? 100 : percentOf(top / Math.max(1, total - height), screens);
    // Of the bar below only whole ones are asked: it is not drawn anew for less.
    reading.set({ block, blocks: rows.blocks, percent: Math.round(percent) });
    const position = t('reader.positionText', { block, blocks: rows.blocks, percent });
    slider.setAttribute('aria-valuenow', String(percent));
    // What lies on the screen is looked up for whoever is at the map only.
    const isThere = slider === document.activeElement;
    slider.setAttribute('aria-valuetext', isThere ? describeScreen(session, position) : position);
  };

  const words = createRest(WORDS_EVERY, tellInWords);

  /** What stands beside the words acted on moves with them; where none are, nobody has to look in every frame. */
  const tellActions = () => {
    const { passage, highlightIds } = selection.get();
    const isThere = passage !== null || highlightIds.length > 0;
    if (isThere || hadActions) textPort.set((now) => ({ layout: now.layout + 1 }));
    hadActions = isThere;
  };

  const tell = () => {
    frame = 0;
    const { total, top, height, shown } = view.extent();
    // Its least height is kept on the map at the end of a long text.
    thumb.style.top = `min(${(top / Math.max(1, total)) * 100}%, 100% - var(--thumb-least))`;
    thumb.style.height = `${Math.min(100, (shown / Math.max(1, total)) * 100)}%`;
    const isReadable = Math.abs(top - lastTop) <= height * READABLE;
    lastTop = top;
    if (!isReadable) words.disturb();
    else if (!words.isAwaited()) {
      tellInWords();
      words.disturb();
    }
    tellActions();
    if (!isReadable) {
      layout();
      return;
    }
    const notes = notesOf();
    const next = JSON.stringify(notes);
    if (next === signature) return;
    signature = next;
    margin.set({ notes });
  };

  const layout = () => {
    if (frame === 0) frame = requestAnimationFrame(tell);
  };

  return {
    layout,
    close() {
      cancelAnimationFrame(frame);
      words.close();
    },
  };
}
