/** Something beside the text: where it would like to stand, and what it is. */
export interface MarginEntry {
  readonly id: string;
  /** Pixels from the top of the margin. */
  readonly wanted: number;
}

/** Entries shown together; `more` are those left out of a dense place, for the reader to ask for. */
export interface MarginGroup<T extends MarginEntry> {
  readonly shown: readonly T[];
  readonly more: readonly T[];
}

/** Entries closer together than this belong to one place. */
const NEAR = 40;

/** Entries a place shows before the rest is folded into one line. */
const MOST = 3;

/** Pixels between two entries. */
export const ENTRY_GAP = 6;

/** Folds dense places: where more than three entries begin close together, two are shown and the rest counted. */
export function groupEntries<T extends MarginEntry>(entries: readonly T[]): readonly MarginGroup<T>[] {
  const places: T[][] = [];
  for (const entry of [...entries].sort((a, b) => a.wanted - b.wanted)) {
    const place = places.at(-1);
    if (place?.[0] && entry.wanted - place[0].wanted < NEAR) place.push(entry);
    else places.push([entry]);
  }
  return places.map((place) =>
    place.length > MOST ? { shown: place.slice(0, MOST - 1), more: place.slice(MOST - 1) } : { shown: place, more: [] },
  );
}

/**
 * Tops of entries so that each is as near to where it wants to be as those above it allow, and none covers another.
 * @param entries in the order of `wanted`, each with its height in pixels
 */
export function placeEntries(
  entries: readonly { readonly wanted: number; readonly height: number }[],
): readonly number[] {
  let free = Number.NEGATIVE_INFINITY;
  return entries.map(({ wanted, height }) => {
    const top = Math.max(wanted, free);
    free = top + height + ENTRY_GAP;
    return top;
  });
}
