import { COLOURS, type Colour, type Passage } from '../../main/contract/index.ts';

/** A highlight as it is drawn. */
export interface Mark extends Passage {
  readonly colour: Colour;
}

/**
 * A stretch of text and how it is painted. `thickness` is the share of the line's height a colour covers, from the foot
 * of the line up: the first colour of a stretch covers all of it (1) as a background, each further one a band of equal
 * height below it. `again` says that two highlights of one colour lie here.
 */
export interface Stretch extends Passage {
  readonly bands: readonly { readonly colour: Colour; readonly thickness: number }[];
  readonly again: boolean;
}

/**
 * Cuts overlapping highlights into stretches in which the same highlights lie, in the order of the text, none empty and
 * none overlapping another. The colours of a stretch are stacked in the order of their number keys, so that the same
 * pair always looks the same. O(n log n + n · depth).
 */
export function stretchesOf(marks: readonly Mark[]): readonly Stretch[] {
  const events = marks.flatMap((mark) => [
    { at: mark.start, colour: mark.colour, change: 1 },
    { at: mark.end, colour: mark.colour, change: -1 },
  ]);
  events.sort((a, b) => a.at - b.at);
  const open = new Map<Colour, number>();
  const stretches: Stretch[] = [];
  let from = 0;
  for (const { at, colour, change } of events) {
    if (at > from) {
      const stretch = stretchOf(open, from, at);
      if (stretch) stretches.push(stretch);
      from = at;
    }
    open.set(colour, (open.get(colour) ?? 0) + change);
  }
  return stretches;
}

function stretchOf(open: ReadonlyMap<Colour, number>, start: number, end: number): Stretch | null {
  const colours = COLOURS.filter((colour) => (open.get(colour) ?? 0) > 0);
  if (colours.length === 0) return null;
  const bands = colours.map((colour, place) => ({ colour, thickness: (colours.length - place) / colours.length }));
  return { start, end, bands, again: colours.some((colour) => (open.get(colour) ?? 0) > 1) };
}
