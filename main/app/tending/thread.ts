/** The entry of a thread that does one piece of work on files nobody has open, and ends. */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { type FromThread, type ToThread, tend } from './in-thread.ts';

const say = (message: FromThread) => parentPort?.postMessage(message);

void tend(workerData, async (original, fileName) => {
  say({ original, fileName });
  const [{ blocks }]: [ToThread] = (await once(parentPort as NonNullable<typeof parentPort>, 'message')) as [ToThread];
  if (blocks === undefined) throw new Error(`“${fileName}” could not be read anew.`);
  return blocks;
}).then(say);
