/** The five colours of highlights and tags, in the order of their number keys. */
export const COLOURS = ['yellow', 'green', 'red', 'blue', 'violet'] as const;

export type Colour = (typeof COLOURS)[number];
