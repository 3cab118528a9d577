/** The parsing process. Its second thread, which watches over the first, loads none of the parsers. */
import { constants, setPriority } from 'node:os';
import { isMainThread } from 'node:worker_threads';

// A thousand files may be read one after the other; the window and the engine go first, so that nobody notices.
if (isMainThread) setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

if (isMainThread) void import('./answering.ts').then(({ startAnswering }) => startAnswering());
else void import('./watching.ts').then(({ startWatching }) => startWatching());
