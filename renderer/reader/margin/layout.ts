/** Something beside the text: where it would like to stand, and what it is. */
export interface MarginEntry {
  readonly id: string;
  /** Pixels from the top of the margin. */
  readonly wanted: number;
}

/** What the margin shows at one place: an entry, cut short where it is dense, or several as a cluster. */
export type MarginItem<T extends MarginEntry> =
  | { readonly kind: 'note'; readonly entry: T; readonly isShort: boolean }
  | { readonly kind: 'cluster'; readonly entries: readonly T[] };

/** How far below its passage an entry may stand, in pixels, before the place counts as dense. */
const MOST_DRIFT = 72;

/**
 * Height of the places a dense stretch is divided into, in pixels. A short note and a cluster are lower than this, so
 * that none is ever pushed further than one place. The places are those of the margin, not of the screen, so that the
 * clusters stay while the text is scrolled.
 */
const PLACE = 48;

/** Pixels between two entries. */
export const ENTRY_GAP = 6;

/**
 * Stacks entries while they fit beside their passages, and clusters them where they do not.
 * @param heightOf the height an entry probably has, in pixels
 * @param alone ids of entries that stay out of clusters: those somebody is busy with
 */
export function arrange<T extends MarginEntry>(
  entries: readonly T[],
  heightOf: (entry: T) => number,
  alone: readonly string[] = [],
): readonly MarginItem<T>[] {
  return runsOf(
    [...entries].sort((a, b) => a.wanted - b.wanted),
    heightOf,
  ).flatMap(({ entries: run, drift }) =>
    drift <= MOST_DRIFT ? run.map((entry) => ({ kind: 'note' as const, entry, isShort: false })) : packed(run, alone),
  );
}

interface Run<T> {
  readonly entries: T[];
  /** The furthest any of them is pushed down. */
  drift: number;
}

/** Entries that touch when each is put below the one before. */
function runsOf<T extends MarginEntry>(sorted: readonly T[], heightOf: (entry: T) => number): readonly Run<T>[] {
  const runs: Run<T>[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const entry of sorted) {
    const run = runs.at(-1);
    const top = Math.max(entry.wanted, free);
    if (run && top > entry.wanted) {
      run.entries.push(entry);
      run.drift = Math.max(run.drift, top - entry.wanted);
    } else runs.push({ entries: [entry], drift: 0 });
    free = top + heightOf(entry) + ENTRY_GAP;
  }
  return runs;
}

function packed<T extends MarginEntry>(run: readonly T[], alone: readonly string[]): readonly MarginItem<T>[] {
  const places = Map.groupBy(run, ({ wanted }) => Math.floor(wanted / PLACE));
  return [...places.values()].flatMap((place) => {
    const together = place.filter(({ id }) => !alone.includes(id));
    const items: MarginItem<T>[] = place
      .filter(({ id }) => alone.includes(id))
      .map((entry) => ({ kind: 'note', entry, isShort: true }));
    const [first] = together;
    if (together.length > 1) items.push({ kind: 'cluster', entries: together });
    else if (first) items.push({ kind: 'note', entry: first, isShort: true });
    return items;
  });
}

/** Where an item would like to stand. */
export function wantedBy<T extends MarginEntry>(item: MarginItem<T>): number {
  return item.kind === 'note' ? item.entry.wanted : (item.entries[0]?.wanted ?? 0);
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
