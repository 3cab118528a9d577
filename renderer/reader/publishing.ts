import type { Passage } from '../../main/contract/index.ts';
import { caretPlace } from '../passage/index.ts';
import { selection } from '../state/index.ts';
import type { Focus } from './focus.ts';
import type { Pages } from './pages.ts';
import { createRest } from './rest.ts';
import type { Rows } from './rows.ts';
import type { Selecting } from './selecting.ts';
import { passageOf } from './selection-ends.ts';

/** Selections up to this many code points are read out to the rest of the window as a quote. */
const LONGEST_QUOTE = 100_000;

/** How long the selection has to rest, in milliseconds, before words that are not at hand are asked for. */
const REST = 100;

export interface PublishingParts {
  readonly sourceId: string;
  readonly rows: Rows;
  readonly pages: Pages;
  readonly selecting: Selecting;
  readonly focus: Focus;
  readonly onFailure: (error: unknown) => void;
}

/** Tells the rest of the window what is selected and in focus. */
export interface Publishing {
  /** Words that are not at hand follow when the selection has come to rest. */
  tell(): void;
  close(): void;
}

export function createPublishing(parts: PublishingParts): Publishing {
  const { sourceId, rows, pages, selecting, focus, onFailure } = parts;
  /** What is selected, where its words are not at hand. */
  let wordless: Passage | null = null;
  const rest = createRest(REST, () => {
    const passage = wordless;
    if (!passage) return;
    pages.text(passage).then((quote) => {
      if (passage === wordless) selection.set({ passage: { sourceId, ...passage, quote } });
    }, onFailure);
  });
  return {
    tell() {
      wordless = null;
      const ends = selecting.get();
      caretPlace.set({ offset: ends?.focus ?? null });
      const passage = ends && ends.anchor !== ends.focus ? withoutBreaks(rows, passageOf(ends)) : null;
      const highlightIds = focus.ids();
      const entityId = focus.mention()?.entityId ?? selection.get().entityId;
      if (!passage) {
        selection.set({ passage: null, highlightIds, entityId });
        return;
      }
      const quote = pages.textAtHand(passage);
      selection.set({ passage: { sourceId, ...passage, quote: quote ?? '' }, highlightIds, entityId });
      if (quote !== null || passage.end - passage.start > LONGEST_QUOTE) return;
      wordless = passage;
      rest.disturb();
    },
    close() {
      wordless = null;
      rest.close();
    },
  };
}

/** A passage without the line breaks a drag past a paragraph's end takes with it. */
function withoutBreaks(rows: Rows, { start, end }: Passage): Passage | null {
  const isBreak = (offset: number) => {
    const block = rows.blockAt(offset);
    return offset === rows.startOf(block) + rows.lengthOf(block);
  };
  let from = start;
  let to = end;
  while (from < to && isBreak(from)) from++;
  while (to > from && to > 0 && to === rows.startOf(rows.blockAt(to))) to--;
  return to > from ? { start: from, end: to } : null;
}
