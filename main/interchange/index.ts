/**
 * Documents in and out of a notebook: pure functions between bytes and drafts, one folder per format family.
 * Nothing here opens a file, a database or a connection.
 */
export * from './archive/index.ts';
export * from './citation/index.ts';
export * from './citing/index.ts';
export {
  characterLength,
  decodeIn,
  type EncodingReading,
  encodingCalled,
  encodingReadings,
  isKnownEncoding,
  readingIn,
} from './encoding/index.ts';
export * from './entity-list/index.ts';
export {
  asWritten,
  NO_REFERENCES,
  type NoteReferences,
  noteFromMarkdown,
  noteToBlocks,
  noteToMarkdown,
  type QuotationResolver,
} from './note/index.ts';
export * from './outline/index.ts';
export { plainTextReader } from './plain-text/index.ts';
export { readSource } from './read-source.ts';
export { baseName, recognise, type SourceFormat } from './recognise/index.ts';
export type { ReadingChoices } from './source/index.ts';
export * from './summary/index.ts';
export { PRINTED, SUMMARY_WRITERS, type SummaryFormat, writeSummary } from './write-summary.ts';
export { collectionLimits } from './zip/index.ts';
