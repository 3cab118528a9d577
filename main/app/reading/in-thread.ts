import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type BlockDraft, type Failure, LecternError } from '../../../db/model/index.ts';
import { type ReadFile, type Reading, readHere, type SourceFacts } from './reading.ts';

/** What the thread is sent first; whatever comes after asks for the next piece. */
export interface ToThread {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
}

/** What the thread answers: the bytes come back with what is known of them; the piece after the last one is empty. */
export type FromThread =
  | { readonly facts: SourceFacts; readonly blockCount: number; readonly bytes: Uint8Array }
  | { readonly piece: readonly BlockDraft[] }
  | { readonly failure: Failure };

/** Smaller files are read sooner than a thread starts. In bytes. */
const WORTH_A_THREAD = 128 * 1024;
/** How often it is asked whether anybody still waits, in milliseconds. */
const PATIENCE = 50;

/**
 * Reads large files in a thread of their own, because parsers cannot be interrupted and others wait meanwhile.
 * @param entry path of `thread.ts` or what it was built into
 */
export function threadReader(entry: string): ReadFile {
  return (bytes, name, cancelled) =>
    bytes.length < WORTH_A_THREAD && !isPdf(bytes)
      ? readHere(bytes, name, cancelled)
      : readInThread(entry, bytes, name, cancelled);
}

/** A broken PDF of any size can keep its parser busy for ever, and a thread can be ended. */
function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(5, bytes.length)).toString('latin1') === '%PDF-';
}

async function readInThread(
  entry: string,
  bytes: Uint8Array,
  name: string,
  cancelled: () => boolean,
): Promise<Reading> {
  const thread = new Worker(entry, { execArgv: [] });
  const ended = new AbortController();
  thread.once('exit', () => ended.abort());
  // Heard by whoever waits for an answer; while nobody does, an error without a listener would end the process.
  thread.on('error', () => {});
  const close = () => void thread.terminate();
  const watch = setInterval(() => {
    if (cancelled()) close();
  }, PATIENCE);

  async function ask(message: ToThread | 'next', handedOver: readonly ArrayBuffer[] = []): Promise<FromThread> {
    thread.postMessage(message, handedOver);
    const [answer] = await once(thread, 'message', { signal: ended.signal });
    return answer;
  }

  async function* pieces(): AsyncGenerator<readonly BlockDraft[]> {
    for (;;) {
      const answer = await ask('next');
      if (!('piece' in answer) || answer.piece.length === 0) return;
      yield answer.piece;
    }
  }

  try {
    const own = detachable(bytes);
    const answer = await ask({ bytes: own, name }, [own.buffer]);
    if ('failure' in answer)
      throw new LecternError(answer.failure.code, answer.failure.message, answer.failure.details);
    if (!('facts' in answer)) throw new Error('The reading thread spoke out of turn.');
    return { ...answer, pieces: pieces(), close };
  } catch (error) {
    close();
    if (!cancelled()) throw error;
    throw new LecternError('cancelled', `The import of “${name}” was cancelled.`, { name });
  } finally {
    clearInterval(watch);
  }
}

/** The same bytes in a buffer of their own, which can be handed to a thread without copying. */
function detachable(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength
    ? new Uint8Array(buffer)
    : new Uint8Array(bytes);
}
