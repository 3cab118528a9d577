/** The entry of a thread that reads one file and hands over its blocks as it is asked for them. */
import { parentPort } from 'node:worker_threads';
import { LecternError } from '../../../db/model/index.ts';
import { readSource } from '../../interchange/index.ts';
import type { FromThread, ToThread } from './in-thread.ts';
import { inPieces } from './reading.ts';

parentPort?.once('message', async ({ bytes, name }: ToThread) => {
  try {
    const { blocks, ...facts } = await readSource(bytes, name);
    const pieces = inPieces(blocks);
    post({ facts, blockCount: blocks.length, bytes }, [bytes.buffer]);
    parentPort?.on('message', () => post({ piece: pieces.next().value ?? [] }));
  } catch (error) {
    // What nobody meant to throw reaches the other side as the thread's own error.
    if (!(error instanceof LecternError)) throw error;
    post({ failure: error.toFailure() });
  }
});

function post(message: FromThread, handedOver: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, handedOver);
}
