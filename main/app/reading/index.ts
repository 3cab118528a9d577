/** What strangers wrote becomes sources, citations, entities and outlines: here, or in a process of its own that can be ended. */
export { processParsers } from './in-process.ts';
export type { ParsingLimits } from './parsing-process.ts';
export { type Parsers, parseHere, type Reading, readingOf, type SourceFacts, wholeOf } from './reading.ts';
export type { WholeCall } from './whole.ts';
