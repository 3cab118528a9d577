import { Worker } from 'node:worker_threads';
import { type BlockDraft, LecternError } from '../../../db/model/index.ts';
import {
  type ArchiveEntry,
  collectionLimits,
  encodingReadings,
  readingIn,
  readSource,
  unpackArchive,
} from '../../interchange/index.ts';
import type { Question, Reply } from './messages.ts';
import { inPieces } from './reading.ts';
import type { Watch } from './watching.ts';
import { readWhole } from './whole.ts';

/** Answers the process that started this one, until it is gone. */
export function startAnswering(): void {
  const [entry, watch] = process.argv.slice(1);
  const workerData: Watch = JSON.parse(watch ?? '');
  new Worker(entry ?? '', { workerData, execArgv: [] }).unref();
  const answer = answering();
  process.on('message', async (question: Question) => {
    const reply = await answer(question);
    // Between the parent's end and our hearing of it a failed send is no fault.
    process.send?.(reply, undefined, undefined, () => {});
  });
  process.on('disconnect', () => process.exit());
  // Ctrl+C in a terminal reaches this process too; whoever asks decides.
  process.on('SIGINT', () => {});
}

/** Answers question after question; what the file at hand consists of is remembered in between. */
function answering(): (question: Question) => Promise<Reply> {
  let parts: Uint8Array[] = [];
  let pieces: Iterator<readonly BlockDraft[]> = [].values();
  let entries: AsyncIterator<ArchiveEntry, undefined> | undefined;
  const nextEntry = async () => ({ entry: (await entries?.next())?.value ?? null });
  const next = () => pieces.next().value ?? [];

  async function reply(question: Question): Promise<Reply> {
    if ('next' in question) return { piece: next() };
    if ('nextEntry' in question) return nextEntry();
    if ('whole' in question) return { result: readWhole(question) };
    if ('part' in question) {
      parts.push(question.part);
      return { taken: true };
    }
    const bytes = parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
    parts = [];
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
    return { read, blockCount: blocks.length, piece: next() };
  }

  return (question) =>
    reply(question).catch((error: unknown) => {
      if (error instanceof LecternError) return { failure: error.toFailure() };
      return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    });
}
