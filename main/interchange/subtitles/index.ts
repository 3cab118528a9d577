/** Subtitles in: SubRip and WebVTT. */
export { subtitlesReader } from './read.ts';
