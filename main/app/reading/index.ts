/** What strangers wrote becomes sources and citations: here, or in a process of its own that can be ended. */
export { type ParsingLimits, processParsers } from './in-process.ts';
export { type Parsers, parseHere, type Reading, readingOf, wholeOf } from './reading.ts';
