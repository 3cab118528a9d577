/** OPML out, as a summary. */
export { opmlWriter } from './write.ts';
