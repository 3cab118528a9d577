import { createStore } from '../store/index.ts';

/** How far the reader has come, for the status bar; `block` is 0 while nothing is read. */
export interface Reading {
  readonly block: number;
  readonly blocks: number;
  /** 0–100 */
  readonly percent: number;
  /** Highlights of the source, and how many of them pass the filter; null until they are counted. */
  readonly marks: { readonly all: number; readonly passing: number } | null;
}

/** Written by the reader. */
export const reading = createStore<Reading>({ block: 0, blocks: 0, percent: 0, marks: null });
