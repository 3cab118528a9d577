import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type BlockDraft, type Failure, LecternError } from '../../../db/model/index.ts';
import { recognise } from '../../interchange/index.ts';
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
/** What reading one file may take: no parser's time and memory are known beforehand, and a file can be made to exhaust them. */
export interface ReadingLimits {
  /** Of the thread's own memory, in megabytes; the file's bytes aside. */
  readonly megabytes: number;
  /** From its bytes to its blocks. */
  readonly milliseconds: number;
}

/** Of files up to 512 MB; a dissertation takes a hundredth of either. */
const USUAL: ReadingLimits = { megabytes: 2048, milliseconds: 5 * 60_000 };

/** How often it is asked whether anybody still waits, in milliseconds. */
const PATIENCE = 50;

/**
 * Reads files in a thread of their own, because parsers cannot be interrupted and others wait meanwhile; one that crashes,
 * never ends or eats up its memory harms nothing but its file. Only a small plain text is read at once: a small file of
 * another kind may be the packed form of a large one.
 * @param entry path of `thread.ts` or what it was built into
 */
export function threadReader(entry: string, limits: ReadingLimits = USUAL): ReadFile {
  return async (bytes, name, cancelled) =>
    bytes.length < WORTH_A_THREAD && isPlain(bytes, name)
      ? readHere(bytes, name, cancelled)
      : readInThread(entry, limits, bytes, name, cancelled);
}

/** @throws LecternError as `recognise` says */
function isPlain(bytes: Uint8Array, name: string): boolean {
  const format = recognise(bytes, name);
  return format === 'plain-text' || format === 'markdown';
}

async function readInThread(
  entry: string,
  limits: ReadingLimits,
  bytes: Uint8Array,
  name: string,
  cancelled: () => boolean,
): Promise<Reading> {
  const thread = new Worker(entry, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } });
  const ended = new AbortController();
  thread.once('exit', () => ended.abort());
  // Heard by whoever waits for an answer; while nobody does, an error without a listener would end the process.
  thread.on('error', () => {});
  const close = () => void thread.terminate();
  const until = performance.now() + limits.milliseconds;
  const isLate = () => performance.now() > until;
  const watch = setInterval(() => {
    if (cancelled() || isLate()) close();
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
    if (!cancelled()) throw isLate() || isOutOfMemory(error) ? tooLaborious(name, error) : error;
    throw new LecternError('cancelled', `The import of “${name}” was cancelled.`, { name });
  } finally {
    clearInterval(watch);
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooLaborious(name: string, cause: unknown): LecternError {
  return new LecternError(
    'too-laborious',
    `“${name}” takes more time or memory to be read than a file gets; nothing of it was kept.`,
    { name },
    cause,
  );
}

/** The same bytes in a buffer of their own, which can be handed to a thread without copying. */
function detachable(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength
    ? new Uint8Array(buffer)
    : new Uint8Array(bytes);
}
