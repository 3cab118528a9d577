/** What every reader of a format shares: its interface, and text as a source keeps it. */
export { type CleanText, cleanText, dropControls } from './clean-text.ts';
export { type Met, nothingMet, remarksOf } from './met.ts';
export { guessRemarks, type ReadText, readText } from './read-text.ts';
export type { ReadingChoices, SourceReader } from './reader.ts';
export { inSections } from './sections.ts';
