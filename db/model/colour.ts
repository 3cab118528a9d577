/** The five colours of highlights and tags, in the order of their number keys. */
export const COLOURS = ['yellow', 'green', 'red', 'blue', 'violet'] as const;

export type Colour = (typeof COLOURS)[number];

/** The colour of a tag made beside so many others: they take turns, so that neighbours differ. */
export function colourOfNextTag(others: number): Colour {
  return COLOURS[others % COLOURS.length] ?? COLOURS[0];
}
