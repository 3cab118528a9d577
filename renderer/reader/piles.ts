import { type Highlight, overlaps, type Passage } from '../../main/contract/index.ts';

/** Highlights that touch a passage, the shortest first: the one a reader most likely means is the one inside. */
export function pileAt(highlights: readonly Highlight[], passage: Passage): readonly Highlight[] {
  const touched =
    passage.start === passage.end
      ? highlights.filter(({ start, end }) => start <= passage.start && passage.start < end)
      : highlights.filter((highlight) => overlaps(highlight, passage));
  return touched.sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start || (a.id < b.id ? -1 : 1));
}

/** The next of a pile after the one in focus, around; the first where none of it is. */
export function nextInPile(pile: readonly Highlight[], focused: string | null): Highlight | null {
  const at = pile.findIndex(({ id }) => id === focused);
  return pile[(at + 1) % pile.length] ?? null;
}
