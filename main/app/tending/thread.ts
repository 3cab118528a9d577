/** The entry of a thread that works on files nobody has open, one after the other, until it is ended. */
import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import type { Reread } from '../../../db/index.ts';
import { type Blocks, type FromThread, tend, type Work } from './in-thread.ts';

if (parentPort === null) throw new Error('This is the entry of a thread.');
const port = parentPort;
const say = (message: FromThread) => port.postMessage(message);

/** What is said next: work where none is under way, and during it what was asked for. */
async function heard<T>(): Promise<T> {
  const [message]: [T] = (await once(port, 'message')) as [T];
  return message;
}

const reread: Reread = async (original, fileName, as) => {
  say({ original, fileName, as });
  const { blocks } = await heard<Blocks>();
  if (blocks === undefined) throw new Error(`“${fileName}” could not be read anew.`);
  return blocks;
};

async function workOn(): Promise<never> {
  for (;;) say(await tend(await heard<Work>(), reread));
}

void workOn();
