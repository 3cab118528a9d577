/** The entry of a thread that does one piece of work on files nobody has open, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { tend } from './in-thread.ts';

void tend(workerData).then((answer) => parentPort?.postMessage(answer));
