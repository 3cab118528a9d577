import type { Run } from './document.ts';

/** Numbers the footnotes of a document as it is written, for formats that print them at the end. */
export interface Footnotes {
  /** Takes a footnote and answers its number, from 1. */
  add(runs: readonly Run[]): number;
  /** The footnotes so far, by number. */
  readonly entries: readonly (readonly Run[])[];
}

export function createFootnotes(): Footnotes {
  const entries: (readonly Run[])[] = [];
  return { entries, add: (runs) => entries.push(runs) };
}
