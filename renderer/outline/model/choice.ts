import type { Row } from '../tree/rows.ts';
import { headsOf, type Tree } from '../tree/tree.ts';

/** Which items of an outline are chosen. */
export interface Choice {
  /** The item the keyboard is at. */
  readonly chosen: string | null;
  /** What is done is done to these; to the item of the keyboard where there are none. */
  readonly marked: ReadonlySet<string>;
  /** Where a range begins that Shift extends. */
  readonly anchor: string | null;
}

export const CHOSEN_NONE: Choice = { chosen: null, marked: new Set(), anchor: null };

/** One item alone. */
export function choice(id: string | null): Choice {
  return { chosen: id, marked: new Set(id === null ? [] : [id]), anchor: id };
}

/** One more, or one fewer where it was marked already. The keyboard goes there. */
export function toggled(before: Choice, id: string): Choice {
  const marked = new Set(before.marked);
  if (!marked.delete(id)) marked.add(id);
  return { chosen: id, marked, anchor: id };
}

/** Everything shown from the anchor to an item, which the keyboard goes to. */
export function extended(rows: readonly Row[], before: Choice, id: string): Choice {
  const indexOf = (wanted: string | null) => rows.findIndex((row) => row.item.id === wanted);
  const to = indexOf(id);
  const anchor = indexOf(before.anchor);
  const from = anchor < 0 ? to : anchor;
  const within = rows.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { chosen: id, marked: new Set(within.map(({ item }) => item.id)), anchor: rows[from]?.item.id ?? id };
}

/** Everything shown; the keyboard stays where it is. */
export function everything(rows: readonly Row[], before: Choice): Choice {
  return { ...before, marked: new Set(rows.map(({ item }) => item.id)) };
}

/**
 * The items a deed is done to, in reading order: what is marked and shown, or the item of the keyboard. One that stands
 * below another of them goes with that one and is not named.
 */
export function acted(tree: Tree, rows: readonly Row[], { chosen, marked }: Choice): string[] {
  const shown = rows.flatMap(({ item }) => (marked.has(item.id) ? [item.id] : []));
  return headsOf(tree, shown.length > 0 ? shown : chosen === null ? [] : [chosen]);
}
