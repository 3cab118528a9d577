/**
 * Places among siblings are kept as integers with gaps, so that putting one in between changes one row only.
 * A gap used up by many insertions at the same place is opened again by numbering the siblings anew.
 */
export const RANK_GAP = 2 ** 20;

/** Ranks for the newcomers in their order, and new ranks for the siblings as well where there is no room. */
export interface Placement {
  readonly ranks: readonly number[];
  readonly siblings?: readonly number[];
}

/**
 * The ranks that put newcomers, one behind the other, before the sibling now at `position`.
 * @param ranks of the siblings without the newcomers, ascending
 * @param position place from 0; beyond the end, or left out, means last
 * @returns `siblings`, where present, are the new ranks of the given siblings in the same order
 */
export function place(ranks: readonly number[], position = ranks.length, count = 1): Placement {
  const at = Math.min(position, ranks.length);
  const before = at === 0 ? undefined : ranks[at - 1];
  const after = ranks[at];
  const newcomers = (rankOf: (index: number) => number) => Array.from({ length: count }, (_, index) => rankOf(index));
  if (after === undefined) return { ranks: newcomers((index) => (before ?? 0) + (index + 1) * RANK_GAP) };
  if (before === undefined) return { ranks: newcomers((index) => after - (count - index) * RANK_GAP) };
  const step = Math.floor((after - before) / (count + 1));
  if (step > 0) return { ranks: newcomers((index) => before + (index + 1) * step) };
  return {
    ranks: newcomers((index) => (at + index + 1) * RANK_GAP),
    siblings: ranks.map((_, index) => (index < at ? index + 1 : index + 1 + count) * RANK_GAP),
  };
}
