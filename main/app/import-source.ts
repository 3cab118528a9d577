import { setImmediate as nextTurn } from 'node:timers/promises';
import { arrivals, type Connection, sha256Stream, sources } from '../../db/index.ts';
import { LecternError, type Source } from '../../db/model/index.ts';
import { baseName } from '../interchange/index.ts';
import type { Context } from './context.ts';
import { excerpt } from './names.ts';
import type { Reading } from './reading/index.ts';

/** How much of an original is looked at or stored at one go, in bytes: a few milliseconds' work. */
const PIECE = 512 * 1024;
/** Highlights of the original stored at one go. */
const MARKED_AT_ONCE = 100;
const LONGEST_TITLE = 1000;

/** SHA-256 of a file in lower-case hexadecimal; others get their turn meanwhile. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  const hash = sha256Stream();
  for (const piece of piecesOf(bytes)) {
    hash.update(piece);
    await nextTurn();
  }
  return hash.digest('hex');
}

/** The source already made from the file of this SHA-256, taken out of the trash if it is there. */
export function recognised(context: Context, sha256: string): { source: Source; restored: boolean } | undefined {
  const known = context.read((connection) => sources.findByOriginal(connection, sha256));
  if (known === undefined) return undefined;
  if (!known.trashed) {
    return { source: context.read((connection) => sources.get(connection, known.id)), restored: false };
  }
  return { source: bringToLight(context, { id: known.id, complete: () => {} }), restored: true };
}

/** @throws LecternError `cancelled` when nobody waits for the import any more */
export function assertWanted(context: Context, name: string): void {
  if (context.cancelled()) throw new LecternError('cancelled', `The import of “${name}” was cancelled.`, { name });
}

/**
 * Stores a source piece by piece and brings it to light as one deed. Between the pieces others get their turn.
 * @param bytes of the file, and their SHA-256
 * @param onProgress told shares from 0 to 1
 * @throws LecternError `cancelled`, or whatever storing throws; nothing of the source is left then
 */
export async function importSource(
  context: Context,
  name: string,
  bytes: Uint8Array,
  sha256: string,
  reading: Reading,
  onProgress: (share: number) => void = () => {},
): Promise<Source> {
  return context.desk.longWork(async () => {
    const arrived = await storeArrival(context, name, bytes, sha256, reading, onProgress);
    try {
      return bringToLight(context, arrived);
    } catch (error) {
      await discardArrival(context, arrived);
      throw error;
    }
  });
}

/** A source that is stored and not there yet. */
export interface Arrived {
  readonly id: string;
  /** Lets it be in the trash; to be called in the deed that brings it to light, before that. */
  readonly complete: (connection: Connection) => void;
}

/**
 * Stores a source piece by piece, to be brought to light or discarded afterwards.
 * @throws LecternError what `importSource` throws; nothing of the source is left then
 */
export async function storeArrival(
  context: Context,
  name: string,
  bytes: Uint8Array,
  sha256: string,
  reading: Reading,
  onProgress: (share: number) => void = () => {},
): Promise<Arrived> {
  const { facts } = reading;
  const title = excerpt(facts.title, LONGEST_TITLE) || name;
  const store = storing(context, title);
  const arrival = store((connection) =>
    arrivals.begin(connection, {
      title,
      authors: facts.authors ?? [],
      date: facts.date ?? '',
      language: facts.language ?? '',
      url: facts.url ?? '',
      publisher: facts.publisher ?? '',
      identifiers: facts.identifiers ?? [],
      ...(facts.citation && { citation: facts.citation }),
      // Of a file in an archive or a folder its own name.
      fileName: baseName(name),
      mediaType: facts.mediaType,
      encoding: facts.encoding,
      remarks: facts.remarks,
      sha256,
      size: bytes.length,
    }),
  );
  const arrived: Arrived = { id: arrival.id, complete: (connection) => arrivals.complete(connection, arrival) };
  const next = async (share: number) => {
    onProgress(share);
    await nextTurn();
    assertWanted(context, name);
  };
  try {
    // A piece of the original goes with each of the text: every transaction waits for the disk.
    const original = piecesOf(bytes);
    const keepNext = (connection: Connection) => {
      const { value, done } = original.next();
      if (!done) arrivals.keep(connection, arrival, value);
      return !done;
    };
    const share = () =>
      (arrival.blocks / Math.max(1, reading.blockCount) + (arrival.pieces * PIECE) / (bytes.length + PIECE)) / 2;
    for await (const piece of reading.pieces) {
      store((connection) => {
        arrivals.append(connection, arrival, piece);
        keepNext(connection);
      });
      await next(share());
    }
    while (store(keepNext)) await next(share());
    const highlights = facts.highlights ?? [];
    for (let from = 0; from < highlights.length; from += MARKED_AT_ONCE) {
      store((connection) => arrivals.mark(connection, arrival, highlights.slice(from, from + MARKED_AT_ONCE)));
      await next(1);
    }
    return arrived;
  } catch (error) {
    await discardArrival(context, arrived);
    throw error;
  }
}

/** Takes away what was stored of a source that is not brought to light, piece by piece. */
export async function discardArrival(context: Context, { id }: Pick<Arrived, 'id'>): Promise<void> {
  const store = storing(context, '');
  while (!store((connection) => arrivals.discard(connection, id))) await nextTurn();
}

function bringToLight({ read, write }: Context, { id, complete }: Arrived): Source {
  const subject = read((connection) => sources.title(connection, id));
  return write({ deed: 'import-source', subject }, (connection) => {
    complete(connection);
    return sources.restore(connection, id);
  });
}

/** Writes that record nothing, and so leave no step in the history. */
function storing({ write }: Context, subject: string): <T>(work: (connection: Connection) => T) => T {
  return (work) => write({ deed: 'import-source', subject }, work);
}

/** A file in the pieces in which originals are kept. */
export function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}
