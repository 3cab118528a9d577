import { readSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { LecternError } from '../../../db/model/index.ts';
import type { TextPiece } from '../../../db/text-piece.ts';
import {
  type ArchiveEntry,
  collectionLimits,
  encodingReadings,
  readingIn,
  readSource,
  unpackArchive,
} from '../../interchange/index.ts';
import { FILES, type Question, type Reply } from './messages.ts';
import { inPieces } from './reading.ts';
import type { Watch } from './watching.ts';
import { readWhole } from './whole.ts';

/** Answers the process that started this one, until it is gone. */
export function startAnswering(): void {
  const [entry, watch] = process.argv.slice(1);
  const workerData: Watch = JSON.parse(watch ?? '');
  new Worker(entry ?? '', { workerData, execArgv: [] }).unref();
  const { answer, lookAhead } = answering();
  process.on('message', async (question: Question) => {
    const reply = await answer(question);
    // Between the parent's end and our hearing of it a failed send is no fault.
    process.send?.(reply, undefined, undefined, lookAhead);
  });
  process.on('disconnect', () => process.exit());
  // Ctrl+C in a terminal reaches this process too; whoever asks decides.
  process.on('SIGINT', () => {});
}

interface Answering {
  /** Answers question after question; what the file at hand consists of is remembered in between. */
  answer(question: Question): Promise<Reply>;
  /** Makes ready what will probably be asked for next; to be called when the last answer has left. */
  lookAhead(): void;
}

function answering(): Answering {
  let file: Uint8Array | undefined;
  let pieces: Iterator<TextPiece> = [].values();
  let entries: AsyncIterator<ArchiveEntry, undefined> | undefined;
  const nextEntry = async () => ({ entry: (await entries?.next())?.value ?? null });
  let ahead: IteratorResult<TextPiece> | undefined;
  const next = () => {
    const piece = (ahead ?? pieces.next()).value ?? null;
    ahead = undefined;
    return piece;
  };

  async function reply(question: Question): Promise<Reply> {
    if ('next' in question) return { piece: next() };
    if ('nextEntry' in question) return nextEntry();
    if ('whole' in question) return { result: readWhole(question) };
    if ('take' in question) {
      file = taken(question.take);
      return { taken: true };
    }
    const bytes = file ?? new Uint8Array();
    file = undefined;
    if ('archive' in question) {
      const { archive, only, limits } = question;
      entries = unpackArchive(bytes, archive, only && ((path) => only.includes(path)), collectionLimits(limits));
      return nextEntry();
    }
    if ('encodings' in question) {
      const { encodings: asked } = question;
      return { readings: asked === null ? encodingReadings(bytes) : [readingIn(bytes, asked)] };
    }
    const { blocks, ...read } = await readSource(bytes, question.file, question.choices);
    pieces = inPieces(blocks);
    ahead = undefined;
    return { read, blockCount: blocks.length, piece: next() };
  }

  return {
    answer: (question) =>
      reply(question).catch((error: unknown) => {
        if (error instanceof LecternError) return { failure: error.toFailure() };
        return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
      }),
    lookAhead() {
      ahead ??= pieces.next();
    },
  };
}

/** Bytes from the pipe; waits for them, because there is nothing else to do. */
function taken(size: number): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(size);
  for (let at = 0; at < size; ) {
    const count = readSync(FILES, bytes, at, size - at, null);
    // Whoever began this is gone.
    if (count === 0) process.exit();
    at += count;
  }
  return bytes;
}
