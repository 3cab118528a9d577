import { createStore } from '../../state/index.ts';

/** What the find bar shows. What is looked for stays from source to source; the rest belongs to the one that is open. */
export interface Finding {
  readonly open: boolean;
  /** The bar was asked for and is to take the keyboard. */
  readonly wantsKeyboard: boolean;
  readonly words: string;
  /** To the letter: case and accents count. */
  readonly exact: boolean;
  readonly wholeWords: boolean;
  readonly state: 'idle' | 'searching' | 'done' | 'failed';
  readonly count: number;
  /** Index of the match the reader is at, from 0; -1 where at none. */
  readonly current: number;
  /** The paragraph it is in, from 1; 0 where at none. */
  readonly block: number;
  /** Which end of the text the last step went on from, where it passed the other one. */
  readonly around: 'beginning' | 'end' | null;
}

/** Of the source that is open, before anything is looked for in it. */
export const NOTHING_FOUND = { state: 'idle', count: 0, current: -1, block: 0, around: null } as const;

export const finding = createStore<Finding>({
  open: false,
  wantsKeyboard: false,
  words: '',
  exact: false,
  wholeWords: false,
  ...NOTHING_FOUND,
});
