/** Nobody types a longer name than this to find one. */
const LONGEST = 120;
/** The rows of the table the slips are counted in, used again for every pair: thousands are compared at a keystroke. */
const ROWS: readonly [Uint8Array, Uint8Array, Uint8Array] = [
  new Uint8Array(LONGEST + 1),
  new Uint8Array(LONGEST + 1),
  new Uint8Array(LONGEST + 1),
];

/**
 * How many slips of the pen lie between what is typed and how a text begins: letters left out, added, exchanged for
 * another, or two side by side that changed places (optimal string alignment, after Damerau 1964). The text may go on.
 * @param most slips worth counting; more are answered as `most + 1`
 */
export function slipsToBeginning(typed: string, text: string, most: number): number {
  if (typed.length > LONGEST) return most + 1;
  const width = Math.min(text.length, typed.length + most, LONGEST);
  if (width + most < typed.length) return most + 1;
  let [before, last, next] = ROWS;
  for (let at = 0; at <= width; at++) last[at] = at;
  for (let row = 1; row <= typed.length; row++) {
    const sign = typed.charCodeAt(row - 1);
    const previous = row > 1 ? typed.charCodeAt(row - 2) : -1;
    next[0] = row;
    let least = row;
    for (let at = 1; at <= width; at++) {
      const here = text.charCodeAt(at - 1);
      let slips = (last[at - 1] ?? 0) + (sign === here ? 0 : 1);
      slips = Math.min(slips, (last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1);
      if (at > 1 && previous === here && sign === text.charCodeAt(at - 2)) {
        slips = Math.min(slips, (before[at - 2] ?? 0) + 1);
      }
      next[at] = slips;
      if (slips < least) least = slips;
    }
    if (least > most) return most + 1;
    [before, last, next] = [last, next, before];
  }
  let least = most + 1;
  for (let at = 0; at <= width; at++) least = Math.min(least, last[at] ?? least);
  return least;
}
