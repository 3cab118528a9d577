/** Outlines in: OPML, and the headings of Markdown. */
export { readOutline, readOutlineFile } from './read-outline.ts';
