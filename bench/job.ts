/** The acts of the main job that are timed. */
export const ACTS = ['open', 'search', 'highlight', 'note'] as const;

/**
 * The main job as one road does it: each act is done once and answers how long it took, in milliseconds. What has to be
 * there first is done untimed. `turn` counts from 0 and chooses the passage, the query or the letter.
 */
export type Job = Readonly<Record<(typeof ACTS)[number], (turn: number) => number | Promise<number>>>;

/** A key pressed in the search box. */
export interface Keystroke {
  /** What stands in the box before, perhaps nothing. */
  readonly before: string;
  readonly letter: string;
  /** How many places the query finds, before and after; they differ, so that it can be seen whose results are shown. */
  readonly countBefore: number;
  readonly count: number;
}

/** A notebook to do the main job in: one source, one note. Copies of it hold the same under the same ids. */
export interface Study {
  readonly path: string;
  readonly sourceId: string;
  readonly noteId: string;
}

/** A short passage for a turn, in code points; no two turns' overlap, and all lie in a text of 10,000 code points. */
export function passageOf(turn: number): { readonly start: number; readonly end: number } {
  return { start: 100 + turn * 60, end: 130 + turn * 60 };
}

/** How long some work takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
