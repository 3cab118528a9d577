import type { Span } from './name.ts';
import type { NameMatch } from './name-finder.ts';

/** A passage that names something, in UTF-16 units. */
export interface Naming extends Span {
  /** Who is named: several where owners share a name, and then the words alone do not say which of them is meant. */
  readonly names: readonly NameMatch[];
  /** Names of others that these words hold or touch and that lost to the longer one: Lenin in “Lenins testamente”. */
  readonly within: readonly NameMatch[];
}

const NONE: readonly NameMatch[] = [];

/**
 * Decides who is named where names lie in or over each other: the longest name wins, of equally long ones the first;
 * of names for the same words those that stand there in their own form (`Hans` before the genitive of `Han`).
 * @param matches by where they begin, as a finder answers them
 * @returns passages in text order, none of which touch
 */
export function longestNames(matches: readonly NameMatch[]): Naming[] {
  const namings: Naming[] = [];
  let from = 0;
  let reach = matches[0]?.end ?? 0;
  for (let at = 1; at <= matches.length; at++) {
    const match = matches[at];
    if (match !== undefined && match.start < reach) reach = Math.max(reach, match.end);
    else {
      const alone = at - from === 1 ? matches[from] : undefined;
      if (alone) namings.push({ start: alone.start, end: alone.end, names: [alone], within: NONE });
      else namings.push(...settle(matches.slice(from, at)));
      from = at;
      reach = match?.end ?? 0;
    }
  }
  return namings;
}

interface Taken extends Span {
  readonly names: NameMatch[];
  readonly within: NameMatch[];
}

/** Settles matches of which each touches another. */
function settle(matches: readonly NameMatch[]): Naming[] {
  const order = matches.toSorted(
    (a, b) =>
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start ||
      Number(b.exact) - Number(a.exact) ||
      // Of the names of one owner the one as it is written; the rest is only to be the same every time.
      (a.owner < b.owner ? -1 : a.owner > b.owner ? 1 : a.name < b.name ? -1 : 1),
  );
  const taken: Taken[] = [];
  for (const match of order) {
    const { start, end, owner, exact } = match;
    const winner = taken.find((each) => each.start < end && start < each.end);
    if (!winner) taken.push({ start, end, names: [match], within: [] });
    else if (![...winner.names, ...winner.within].some((each) => each.owner === owner)) {
      const same = winner.start === start && winner.end === end && winner.names[0]?.exact === exact;
      (same ? winner.names : winner.within).push(match);
    }
  }
  return taken.sort((a, b) => a.start - b.start);
}
