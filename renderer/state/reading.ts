import { createStore } from '../store/index.ts';

/** How far the reader has come, for the status bar; `block` is 0 while nothing is read. */
export interface Reading {
  readonly block: number;
  readonly blocks: number;
  /** 0–100 */
  readonly percent: number;
  /** What the text is filtered by, for people; empty where by nothing. */
  readonly filter: string;
}

/** Written by the reader. */
export const reading = createStore<Reading>({ block: 0, blocks: 0, percent: 0, filter: '' });
