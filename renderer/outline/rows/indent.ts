/** Indentation of one level of the outline, in pixels. */
export const INDENT = 26;
