import { setImmediate as nextTurn } from 'node:timers/promises';
import { arrivals, type Connection, sha256Stream, sources } from '../../db/index.ts';
import { LecternError, type Source } from '../../db/model/index.ts';
import { baseName, type ReadingChoices } from '../interchange/index.ts';
import type { Context } from './context.ts';
import { excerpt } from './names.ts';
import type { Reading, SourceFacts } from './reading/index.ts';

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
  const title = context.read((connection) => sources.title(connection, known.id));
  return { source: bringToLight(context, { id: known.id, title, complete: () => {} }), restored: true };
}

/** @throws LecternError `cancelled` when nobody waits for the import any more */
export function assertWanted(context: Context, name: string): void {
  if (context.cancelled()) throw new LecternError('cancelled', `The import of “${name}” was cancelled.`, { name });
}

/** The bytes of a file, and their SHA-256. */
export interface Original {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** A file that is being read, or has been. */
export interface Reader {
  /** When nothing more is wanted of this thread until it is read. */
  readonly underway: Promise<unknown>;
  readonly reading: Promise<Reading>;
  /** Frees what the reading holds, and ends it where it is not over. */
  close(): void;
}

/** Begins to read a file. */
export function startReading(context: Context, bytes: Uint8Array, name: string, choices?: ReadingChoices): Reader {
  let closed = false;
  const { promise: handedOver, resolve } = Promise.withResolvers<void>();
  const cancelled = () => closed || context.cancelled();
  const reading = context.ports.parsers.readFile(bytes, name, cancelled, choices, resolve);
  // What goes wrong is heard where it is waited for.
  reading.catch(() => {});
  return {
    reading,
    underway: Promise.race([handedOver, reading]),
    close() {
      closed = true;
      reading.then((read) => read.close()).catch(() => {});
    },
  };
}

/** A reading that is over. */
export function readAlready(read: Reading): Reader {
  const reading = Promise.resolve(read);
  return { reading, underway: reading, close: read.close };
}

/**
 * Stores a source piece by piece and brings it to light as one deed. Between the pieces others get their turn.
 * @param onProgress told shares from 0 to 1
 * @returns the source, and what its reading said of it
 * @throws LecternError `cancelled`, or whatever reading and storing throw; nothing of the source is left then
 */
export async function importSource(
  context: Context,
  name: string,
  original: Original,
  reader: Reader,
  onProgress: (share: number) => void = () => {},
): Promise<{ readonly source: Source; readonly facts: SourceFacts }> {
  return context.desk.longWork(async () => {
    const arrived = await storeArrival(context, name, original, reader, onProgress);
    try {
      return { source: bringToLight(context, arrived), facts: arrived.facts };
    } catch (error) {
      await discardArrival(context, arrived);
      throw error;
    }
  });
}

/** A source that is stored and not there yet. */
export interface Arrived {
  readonly id: string;
  readonly title: string;
  readonly facts: SourceFacts;
  /** Lets it be in the trash; to be called in the deed that brings it to light, before that. */
  readonly complete: (connection: Connection) => void;
}

/** The share of the original in the work of storing a source; the text has the rest. */
const ORIGINAL = 0.1;

/**
 * Stores a source piece by piece, to be brought to light or discarded afterwards. Of a file that comes in several pieces the first
 * are stored while it is still being read.
 * @throws LecternError what `importSource` throws; nothing of the source is left then
 */
export async function storeArrival(
  context: Context,
  name: string,
  { bytes, sha256 }: Original,
  reader: Reader,
  onProgress: (share: number) => void = () => {},
): Promise<Arrived> {
  const store = storing(context);
  let arrival: arrivals.Arrival | undefined;
  const begun = () => {
    arrival ??= store((connection) => arrivals.begin(connection, { sha256, size: bytes.length }));
    return arrival;
  };
  const next = async (share: number) => {
    onProgress(share);
    await nextTurn();
    assertWanted(context, name);
  };
  const pieces = piecesOf(bytes);
  const keepNext = (connection: Connection) => {
    const { value, done } = pieces.next();
    if (!done) arrivals.keep(connection, begun(), value);
    return !done;
  };
  const kept = () => ORIGINAL * Math.min(1, ((arrival?.pieces ?? 0) * PIECE) / bytes.length);
  try {
    await reader.underway;
    let isRead = false;
    const over = () => {
      isRead = true;
    };
    reader.reading.then(over, over);
    await nextTurn();
    if (bytes.length > PIECE) {
      begun();
      while (!isRead && store(keepNext)) await next(kept());
    }
    const { facts, blockCount, pieces: text } = await reader.reading;
    const stored = begun();
    // A piece of the original goes with each of the text: every transaction waits for the disk.
    for await (const piece of text) {
      store((connection) => {
        arrivals.append(connection, stored, piece);
        keepNext(connection);
      });
      await next(kept() + (1 - ORIGINAL) * (stored.blocks / blockCount));
    }
    while (store(keepNext)) await next(kept() + 1 - ORIGINAL);
    const highlights = facts.highlights ?? [];
    for (let from = 0; from < highlights.length; from += MARKED_AT_ONCE) {
      store((connection) => arrivals.mark(connection, stored, highlights.slice(from, from + MARKED_AT_ONCE)));
      await next(1);
    }
    return arrivedOf(stored, name, facts);
  } catch (error) {
    if (arrival !== undefined) await discardArrival(context, arrival);
    throw error;
  }
}

function arrivedOf(arrival: arrivals.Arrival, name: string, facts: SourceFacts): Arrived {
  const title = excerpt(facts.title, LONGEST_TITLE) || name;
  return {
    id: arrival.id,
    title,
    facts,
    complete: (connection) =>
      arrivals.complete(connection, arrival, {
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
      }),
  };
}

/** Takes away what was stored of a source that is not brought to light, piece by piece. */
export async function discardArrival(context: Context, { id }: { readonly id: string }): Promise<void> {
  const store = storing(context);
  while (!store((connection) => arrivals.discard(connection, id))) await nextTurn();
}

function bringToLight({ write }: Context, { id, title, complete }: Omit<Arrived, 'facts'>): Source {
  return write({ deed: 'import-source', subject: title }, (connection) => {
    complete(connection);
    return sources.restore(connection, id);
  });
}

/** Writes that record nothing, and so leave no step in the history. */
function storing({ write }: Context): <T>(work: (connection: Connection) => T) => T {
  return (work) => write({ deed: 'import-source', subject: '' }, work);
}

/** A file in the pieces in which originals are kept. */
export function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}
