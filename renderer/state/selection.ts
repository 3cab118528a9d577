import { createStore } from '../store/index.ts';

/** A stretch of a source the researcher has selected; offsets in code points. */
export interface SelectedPassage {
  readonly sourceId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export interface Selection {
  readonly passage: SelectedPassage | null;
  /** The highlights under the selection or caret, innermost first. */
  readonly highlightIds: readonly string[];
  /** The linked entity last clicked or passed in the text. */
  readonly entityId: string | null;
}

/** Written by the reader, read by the inspector and by commands. */
export const selection = createStore<Selection>({ passage: null, highlightIds: [], entityId: null });
