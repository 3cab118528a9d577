/** The parsing process. Its second thread, which watches over the first, loads none of the parsers. */
import { constants, setPriority } from 'node:os';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  try {
    // A thousand files may be read one after the other; the window and the engine go first, so that nobody notices.
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A system that forbids it has them read at its usual pace.
  }
}

if (isMainThread) void import('./answering.ts').then(({ startAnswering }) => startAnswering());
else void import('./watching.ts').then(({ startWatching }) => startWatching());
