/** Verifying copies and saving what can be saved of damaged files: here, or away from the thread that answers everybody. */
export { threadTending } from './in-thread.ts';
export { type Tending, tendHere } from './tending.ts';
