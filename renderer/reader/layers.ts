import { COLOURS, type Colour, type Passage } from '../../main/contract/index.ts';

/** A highlight as it is drawn. */
export interface Mark extends Passage {
  readonly colour: Colour;
}

/**
 * How a colour covers a line: `thickness` is the share of the line's height, from its foot up. The first colour of a stretch covers all of it
 * (1) as a background, each further one a band of equal height below it.
 */
export interface Band {
  readonly colour: Colour;
  readonly thickness: number;
}

/** A stretch of text and how it is painted. `again` counts the highlights in it whose colour another one has already. */
export interface Stretch extends Passage {
  readonly bands: readonly Band[];
  readonly again: number;
}

/**
 * Cuts overlapping highlights into stretches in which the same highlights lie, in the order of the text, none empty and
 * none overlapping another. The colours of a stretch are stacked in the order of their number keys, so that the same
 * pair always looks the same. O(n log n + n · colours).
 */
export function stretchesOf(marks: readonly Mark[]): readonly Stretch[] {
  const starts = marks.toSorted((a, b) => a.start - b.start);
  const ends = marks.toSorted((a, b) => a.end - b.end);
  /** How many highlights of each colour lie at a place. */
  const open = COLOURS.map(() => 0);
  const stretches: Stretch[] = [];
  let from = 0;
  let begun = 0;
  for (const { end, colour } of ends) {
    for (let mark = starts[begun]; mark && mark.start <= end; mark = starts[++begun]) {
      from = pass(stretches, open, from, mark.start);
      count(open, mark.colour, 1);
    }
    from = pass(stretches, open, from, end);
    count(open, colour, -1);
  }
  return stretches;
}

/** The way from one place to the next, at which something begins or ends. Answers the next. */
function pass(stretches: Stretch[], open: readonly number[], start: number, end: number): number {
  if (end <= start) return start;
  const bands = bandsOf(open);
  const again = open.reduce((sum, marks) => sum + Math.max(0, marks - 1), 0);
  if (bands.length > 0) stretches.push({ start, end, bands, again });
  return end;
}

function count(open: number[], colour: Colour, change: number): void {
  const at = COLOURS.indexOf(colour);
  open[at] = (open[at] ?? 0) + change;
}

/** Bands by the colours that are there, a bit for each. */
const known: (readonly Band[] | undefined)[] = [];

/** Always the same list for the same colours. @param open how many highlights there are of each colour */
function bandsOf(open: readonly number[]): readonly Band[] {
  const bits = open.reduce((all, marks, at) => (marks > 0 ? all | (1 << at) : all), 0);
  known[bits] ??= COLOURS.filter((_, at) => bits & (1 << at)).map((colour, place, { length }) => ({
    colour,
    thickness: (length - place) / length,
  }));
  return known[bits];
}

/** The bands of one highlight. */
export function bandsOfOne(colour: Colour): readonly Band[] {
  return bandsOf(COLOURS.map((each) => (each === colour ? 1 : 0)));
}
