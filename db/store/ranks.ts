/**
 * Places among siblings are kept as integers with gaps, so that putting one in between changes one row only.
 * A gap used up by many insertions at the same place is opened again by numbering the siblings anew.
 */
export const RANK_GAP = 2 ** 20;

/** A rank for the newcomer, or new ranks for the siblings as well where there is no room. */
export type Placement = { readonly rank: number } | { readonly rank: number; readonly siblings: readonly number[] };

/**
 * The rank that puts a newcomer before the sibling now at `position`.
 * @param ranks of the siblings without the newcomer, ascending
 * @param position place from 0; beyond the end, or left out, means last
 * @returns `siblings`, where present, are the new ranks of the given siblings in the same order
 */
export function place(ranks: readonly number[], position = ranks.length): Placement {
  const at = Math.min(position, ranks.length);
  const before = at === 0 ? undefined : ranks[at - 1];
  const after = ranks[at];
  if (after === undefined) return { rank: before === undefined ? RANK_GAP : before + RANK_GAP };
  if (before === undefined) return { rank: after - RANK_GAP };
  const middle = Math.floor((before + after) / 2);
  if (middle > before) return { rank: middle };
  return {
    rank: (at + 1) * RANK_GAP,
    siblings: ranks.map((_, index) => (index < at ? index + 1 : index + 2) * RANK_GAP),
  };
}
