import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

/** What the thread that watches is told. */
export interface Watch {
  /** The process that started this one. */
  readonly parent: number;
  /** What this process may hold of the computer's memory, in megabytes. */
  readonly megabytes: number;
}

/** How often it is looked, in milliseconds. */
const EVERY = 100;
const STDERR = 2;

/** Said before the end, because a signal does not say why. V8 says the same of its own limit. */
export const OUT_OF_MEMORY = 'out of memory';

/**
 * Ends this process when nobody waits for it any more or it takes too much: its first thread may be deep in a parser, hears
 * of nothing then, and has no limit for what lies outside of JavaScript's heap. (Windows ends a process with its parent.)
 */
export function startWatching(): void {
  const { parent, megabytes }: Watch = workerData;
  setInterval(() => {
    if (process.ppid !== parent) end();
    if (process.memoryUsage.rss() > megabytes * 2 ** 20) {
      writeSync(STDERR, `${OUT_OF_MEMORY}: more than ${megabytes} MB\n`);
      end();
    }
  }, EVERY);
}

function end(): void {
  process.kill(process.pid, 'SIGKILL');
}
