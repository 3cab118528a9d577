import type { Passage } from '../../main/contract/index.ts';
import { caretPlace } from '../passage/index.ts';
import { selection } from '../state/index.ts';
import type { Focus } from './focus.ts';
import type { Pages } from './pages.ts';
import type { Rows } from './rows.ts';
import type { Selecting } from './selecting.ts';
import { passageOf } from './selection-ends.ts';

/** Selections up to this many code points are read out to the rest of the window as a quote. */
const LONGEST_QUOTE = 100_000;

export interface PublishingParts {
  readonly sourceId: string;
  readonly rows: Rows;
  readonly pages: Pages;
  readonly selecting: Selecting;
  readonly focus: Focus;
  readonly onFailure: (error: unknown) => void;
}

/** Tells the rest of the window what is selected and in focus; words that are not at hand follow when they have come. */
export function createPublishing(parts: PublishingParts): () => void {
  const { sourceId, rows, pages, selecting, focus, onFailure } = parts;
  let turn = 0;
  return () => {
    const mine = ++turn;
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
    pages.text(passage).then((words) => {
      if (mine === turn) selection.set({ passage: { sourceId, ...passage, quote: words } });
    }, onFailure);
  };
}

/** A passage without the line breaks a triple click or a drag past a paragraph's end takes with it. */
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
