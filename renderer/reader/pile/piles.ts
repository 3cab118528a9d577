import { type Highlight, type Mention, overlaps, type Passage } from '../../../main/contract/index.ts';

/** Something that lies in the text at a place: a highlight, or a link to an entity. */
export type Lying =
  | { readonly kind: 'highlight'; readonly highlight: Highlight }
  | { readonly kind: 'mention'; readonly mention: Mention };

/** Highlights that touch a passage, the shortest first: the one a reader most likely means is the one inside. */
export function pileAt(highlights: readonly Highlight[], passage: Passage): readonly Highlight[] {
  return highlights.filter((highlight) => touches(highlight, passage)).sort(shortestFirst);
}

/** Everything that lies at an offset, the shortest first. */
export function lyingAt(
  highlights: readonly Highlight[],
  mentions: readonly Mention[],
  offset: number,
): readonly Lying[] {
  const caret = { start: offset, end: offset };
  const lying: Lying[] = [
    ...highlights.map((highlight) => ({ kind: 'highlight' as const, highlight })),
    ...mentions.map((mention) => ({ kind: 'mention' as const, mention })),
  ];
  return lying
    .filter((each) => touches(thingOf(each), caret))
    .sort((a, b) => shortestFirst(thingOf(a), thingOf(b)) || (a.kind < b.kind ? -1 : 1));
}

/**
 * What a highlight can sensibly be joined with: those that overlap or touch it, the shortest first, then the next after
 * it, if there is one among these.
 * @param reach the highlight with the blanks around it: what only blanks lie between touches it, as the halves of a split one do
 */
export function neighboursOf(
  { id }: Highlight,
  reach: Passage,
  highlights: readonly Highlight[],
): readonly Highlight[] {
  const others = highlights.filter((highlight) => highlight.id !== id);
  const near = others.filter(({ start, end }) => start <= reach.end && reach.start <= end);
  const [next] = others.filter(({ start }) => start > reach.end).sort((a, b) => a.start - b.start || a.end - b.end);
  return [...near.sort(shortestFirst), ...(next ? [next] : [])];
}

/** The highlight or mention itself. */
export function thingOf(lying: Lying): Highlight | Mention {
  return lying.kind === 'highlight' ? lying.highlight : lying.mention;
}

/** A caret touches what begins at it, not what ends at it. */
function touches(thing: Passage, passage: Passage): boolean {
  if (passage.start !== passage.end) return overlaps(thing, passage);
  return thing.start <= passage.start && passage.start < thing.end;
}

type Placed = Passage & { readonly id: string };

function shortestFirst(a: Placed, b: Placed): number {
  return a.end - a.start - (b.end - b.start) || a.start - b.start || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
