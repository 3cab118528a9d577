import { createStore } from '../store/index.ts';

export const VIEWS = ['read', 'notes', 'outline', 'entities', 'analyse'] as const;
export type View = (typeof VIEWS)[number];

/** What is looked for in the sources: mentions of entities of a type, or likely names. Null is no restriction. */
export interface Finding {
  readonly what: 'mentions' | 'names';
  readonly type: string | null;
  readonly sourceId: string | null;
}

/** Where the researcher is. Offsets count code points of the source's text. */
export interface Place {
  readonly view: View;
  readonly sourceId: string | null;
  readonly noteId: string | null;
  readonly outlineId: string | null;
  /** The item of the outline whose branch alone is shown; null for the whole outline. */
  readonly itemId: string | null;
  readonly entityId: string | null;
  readonly tagId: string | null;
  /** The passage to scroll to and select. */
  readonly passage: { readonly start: number; readonly end: number } | null;
  readonly highlightId: string | null;
  /** In Entities without a chosen one: the sources are looked through instead of listing all entities. */
  readonly finding: Finding | null;
}

const NOWHERE: Place = {
  view: 'read',
  sourceId: null,
  noteId: null,
  outlineId: null,
  itemId: null,
  entityId: null,
  tagId: null,
  passage: null,
  highlightId: null,
  finding: null,
};

const LONGEST_TRAIL = 100;

export const place = createStore<Place>(NOWHERE);

let behind: Place[] = [];
let ahead: Place[] = [];

/**
 * Goes to a place: the given fields change, the others stay, except that a passage, a highlight and mentions to find
 * belong to one visit and are dropped unless given again, and an outline is shown whole unless an item of it is given
 * too. Every jump in Lectern is a call of this function.
 */
export function go(patch: Partial<Place>): void {
  behind = [...behind, place.get()].slice(-LONGEST_TRAIL);
  ahead = [];
  const whole = patch.outlineId === undefined ? {} : { itemId: null };
  place.set({ passage: null, highlightId: null, finding: null, ...whole, ...patch });
}

/** Counts the jumps after which the view takes the keyboard. */
export const arrivals = createStore<{ readonly count: number }>({ count: 0 });

/** Goes to a place the researcher named, so that the keyboard goes there too: from "Go to", from search, from a jump. */
export function arrive(patch: Partial<Place>): void {
  go(patch);
  arrivals.set((now) => ({ count: now.count + 1 }));
}

/** Returns to where the researcher was before; false where there is no such place. */
export function goBack(): boolean {
  const last = behind.at(-1);
  if (!last) return false;
  behind = behind.slice(0, -1);
  ahead = [place.get(), ...ahead];
  place.set(last);
  return true;
}

/** The opposite of `goBack`. */
export function goForward(): boolean {
  const next = ahead[0];
  if (!next) return false;
  ahead = ahead.slice(1);
  behind = [...behind, place.get()];
  place.set(next);
  return true;
}

/** Forgets every place: another notebook was opened. */
export function leaveAll(): void {
  behind = [];
  ahead = [];
  place.set(NOWHERE);
}
