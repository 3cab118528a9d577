/** The parsing process. Its second thread, which watches over the first, loads none of the parsers. */
import { isMainThread } from 'node:worker_threads';

if (isMainThread) void import('./answering.ts').then(({ startAnswering }) => startAnswering());
else void import('./watching.ts').then(({ startWatching }) => startWatching());
