/**
 * The tags used last, on the keys after those of the five colours. A tag keeps its key while it is among the four, so
 * that fingers can learn it; a new one takes the key of the tag that was not used for longest.
 */
export const TAG_KEYS = ['6', '7', '8', '9'] as const;

/** A tag on a key; the higher its turn, the later it was used. */
export interface RecentTag {
  readonly id: string;
  readonly turn: number;
}

/** One place for each key, in their order; null where it has no tag yet. */
export type RecentTags = readonly (RecentTag | null)[];

export const NO_RECENT_TAGS: RecentTags = TAG_KEYS.map(() => null);

/** The tags on the keys after one was used. */
export function afterUse(recent: RecentTags, id: string): RecentTags {
  const turn = 1 + Math.max(0, ...recent.map((tag) => tag?.turn ?? 0));
  const held = recent.findIndex((tag) => tag?.id === id);
  const oldest = recent.reduce((at, tag, index) => (turnOf(tag) < turnOf(recent[at]) ? index : at), 0);
  return recent.with(held >= 0 ? held : oldest, { id, turn });
}

/** A key without a tag comes before all others. */
function turnOf(tag: RecentTag | null | undefined): number {
  return tag?.turn ?? -1;
}

/** Reads what a notebook kept; what is not like it leaves its key free. */
export function recentTagsOf(value: unknown): RecentTags {
  const kept: readonly unknown[] = Array.isArray(value) ? value : [];
  const seen = new Set<string>();
  return TAG_KEYS.map((_, at) => {
    const tag = kept[at];
    if (!isRecentTag(tag) || seen.has(tag.id)) return null;
    seen.add(tag.id);
    return { id: tag.id, turn: tag.turn };
  });
}

function isRecentTag(value: unknown): value is RecentTag {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'turn' in value &&
    typeof value.turn === 'number' &&
    Number.isSafeInteger(value.turn)
  );
}
