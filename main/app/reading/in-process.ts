import { type ImportLimits, LecternError, USUAL_LIMITS } from '../../../db/model/index.ts';
import type { TextPiece } from '../../../db/text-piece.ts';
import type { Question, Reply } from './messages.ts';
import { type ParsingLimits, ParsingProcess, ProcessEnded } from './parsing-process.ts';
import type { Parsers } from './reading.ts';
import type { Whole, WholeCall, WholeResult } from './whole.ts';

/** The share of the memory that JavaScript's heap may take; the rest is for bytes and the program. */
const HEAP = 4 / 7;

/** For files up to 512 MB the usual limits; a dissertation takes a hundredth of either. */
function parsingLimits({ minutes, memory }: ImportLimits): ParsingLimits {
  return { heap: Math.round(memory * HEAP), memory, milliseconds: minutes * 60_000 };
}

/** How often it is asked whether anybody still waits, in milliseconds. */
const PATIENCE = 50;
/** How long a process waits for the next file before its memory is given back, in milliseconds. */
const WARM = 60_000;

/**
 * Parses in a process of its own, because parsers cannot be interrupted and others wait meanwhile: one that crashes, never
 * ends or eats up its memory harms nothing but its file. The process stays for the next file; where two are read at once
 * there are two.
 * @param entry path of `entry.ts` or what it was built into
 * @param usual what a file may take for which no limits are given
 * @param onLost told of every process that ended at a file, and why, because the file's failure does not say it
 */
export function processParsers(
  entry: string,
  onLost: (why: Error) => void,
  usual = parsingLimits(USUAL_LIMITS),
): Parsers {
  let idle: ParsingProcess | undefined;
  let leaving: NodeJS.Timeout | undefined;

  function take(limits: ParsingLimits): ParsingProcess {
    const waiting = idle;
    idle = undefined;
    clearTimeout(leaving);
    if (waiting?.ready && isSame(waiting.limits, limits)) return waiting;
    waiting?.end();
    return new ParsingProcess(entry, limits);
  }

  function giveBack(process: ParsingProcess): void {
    if (!process.ready || idle?.ready) {
      process.end();
      return;
    }
    idle = process;
    leaving = setTimeout(() => process.end(), WARM).unref();
  }

  /** Waits for an answer until nobody wants it any more or it takes too long. What fails gives the process back. */
  async function patiently<T>(
    process: ParsingProcess,
    name: string,
    cancelled: () => boolean,
    answer: () => Promise<T>,
  ): Promise<T> {
    const until = performance.now() + process.limits.milliseconds;
    const isLate = () => performance.now() > until;
    const watch = setInterval(() => {
      if (cancelled() || isLate()) process.end();
    }, PATIENCE);
    try {
      return await answer();
    } catch (error) {
      giveBack(process);
      if (!(error instanceof ProcessEnded)) throw error;
      if (cancelled()) throw new LecternError('cancelled', `The import of “${name}” was cancelled.`, { name });
      onLost(error);
      throw isLate() ? tooLaborious(name, error) : inWords(error, name);
    } finally {
      clearInterval(watch);
    }
  }

  return {
    async readFile(bytes, name, cancelled, choices = {}, onUnderway = () => {}) {
      const process = take(choices.limits ? parsingLimits(choices.limits) : usual);
      const { read, blockCount, piece } = await patiently(process, name, cancelled, async () => {
        await handOver(process, bytes);
        onUnderway();
        return ask(process, { file: name, choices });
      });
      return {
        facts: read,
        blockCount,
        pieces: pieces(process, name, blockCount, piece),
        close: () => giveBack(process),
      };
    },
    async readEncodings(bytes, name, cancelled, asked) {
      const process = take(usual);
      const { readings } = await patiently(process, name, cancelled, async () => {
        await handOver(process, bytes);
        return ask(process, { encodings: asked ?? null });
      });
      giveBack(process);
      return readings;
    },
    async *unpack(bytes, name, cancelled, only, limits) {
      const process = take(limits ? parsingLimits(limits) : usual);
      // What fails has given the process back already.
      let isOurs = true;
      async function step<T>(work: () => Promise<T>): Promise<T> {
        isOurs = false;
        const done = await patiently(process, name, cancelled, work);
        isOurs = true;
        return done;
      }
      try {
        await step(() => handOver(process, bytes));
        let { entry } = await step(() => ask(process, { archive: name, only, limits }));
        while (entry !== null) {
          yield entry;
          ({ entry } = await step(() => ask(process, { nextEntry: true })));
        }
      } finally {
        if (isOurs) giveBack(process);
      }
    },
    async readWhole<W extends Whole>(call: WholeCall<W>, name: string, cancelled: () => boolean) {
      const process = take(usual);
      const { result } = await patiently(process, name, cancelled, () => ask(process, call as WholeCall));
      giveBack(process);
      return result as WholeResult<W>;
    },
  };
}

/** Others get their turn meanwhile. */
async function handOver(process: ParsingProcess, bytes: Uint8Array): Promise<void> {
  const taken = ask(process, { take: bytes.length });
  process.send(bytes);
  await taken;
}

function isSame(one: ParsingLimits, other: ParsingLimits): boolean {
  return one.memory === other.memory && one.heap === other.heap && one.milliseconds === other.milliseconds;
}

type ReplyTo<Q extends Question> = Q extends { take: number }
  ? Extract<Reply, { taken: true }>
  : Q extends { file: string }
    ? Extract<Reply, { read: unknown }>
    : Q extends { encodings: string | null }
      ? Extract<Reply, { readings: unknown }>
      : Q extends { archive: string } | { nextEntry: true }
        ? Extract<Reply, { entry: unknown }>
        : Q extends { next: true }
          ? Extract<Reply, { piece: unknown }>
          : Extract<Reply, { result: unknown }>;

/** @throws LecternError what the file was refused for; ProcessEnded; Error for a fault of ours, and ends the process */
async function ask<Q extends Question>(process: ParsingProcess, question: Q): Promise<ReplyTo<Q>> {
  const reply = await process.ask(question);
  if ('failure' in reply) throw new LecternError(reply.failure.code, reply.failure.message, reply.failure.details);
  if ('fault' in reply) {
    process.end();
    throw new Error(reply.fault);
  }
  return reply as ReplyTo<Q>;
}

async function* pieces(
  process: ParsingProcess,
  name: string,
  blockCount: number,
  first: TextPiece | null,
): AsyncGenerator<TextPiece> {
  let piece = first;
  let taken = 0;
  while (piece !== null) {
    taken += piece.count;
    // The next one is made ready while this one is stored.
    const next = taken < blockCount ? ask(process, { next: true }) : undefined;
    // What goes wrong with it is heard when it is wanted.
    next?.catch(() => {});
    yield piece;
    if (next === undefined) return;
    try {
      ({ piece } = await next);
    } catch (error) {
      throw error instanceof ProcessEnded ? inWords(error, name) : error;
    }
  }
}

function inWords(ended: ProcessEnded, name: string): LecternError {
  if (ended.outOfMemory) return tooLaborious(name, ended);
  const message = `The part of Lectern that reads files stopped at “${name}”; nothing of it was kept.`;
  return new LecternError('reader-lost', message, { name }, ended);
}

function tooLaborious(name: string, cause: unknown): LecternError {
  return new LecternError(
    'too-laborious',
    `“${name}” takes more time or memory to be read than a file gets; nothing of it was kept.`,
    { name },
    cause,
  );
}
