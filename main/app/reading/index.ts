/** Files become sources: here, or away from the thread that answers everybody. */
export { threadReader } from './in-thread.ts';
export { type ReadFile, type Reading, readHere, readingOf } from './reading.ts';
