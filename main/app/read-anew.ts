import { setImmediate as nextTurn } from 'node:timers/promises';
import { carry, collections, type Holdings, holdings, importResults, sources, texts } from '../../db/index.ts';
import { LecternError, type Passage, pagePart, type Source, type SourceMetadata } from '../../db/model/index.ts';
import type { Output } from '../contract/index.ts';
import { characterLength } from '../interchange/index.ts';
import { placesOfSameBytes } from './carrying/index.ts';
import type { Context } from './context.ts';
import { failureOf } from './failure-of.ts';
import type { Lasting } from './handler.ts';
import { type Arrived, discardArrival, startReading, storeArrival } from './import-source.ts';
import { originalOf } from './original.ts';
import type { SourceFacts } from './reading/index.ts';
import { titlesOf } from './titles-of.ts';

/** Formats whose characters may be in any encoding; the others say for themselves. */
const OF_ANY_ENCODING: ReadonlySet<string> = new Set([
  'text/plain',
  'text/markdown',
  'text/html',
  'text/vtt',
  'application/x-subrip',
]);

/** How the original of a text reads in other encodings. @throws LecternError `not-found`, `not-allowed`, `unknown-encoding` */
export async function encodingsOf(
  context: Context,
  id: string,
  asked: string | undefined,
): Promise<Lasting<Output<'sources.encodings'>>> {
  const source = textSource(context, id);
  const bytes = await originalOf(context, source.sha256);
  const readings = await context.ports.parsers.readEncodings(bytes, source.fileName, context.cancelled, asked);
  return { encoding: source.encoding, readings };
}

/**
 * Makes a source of the same original read in another encoding, in place of the one that is there. What is said of that one and
 * marked in it meanwhile counts too. Where something cannot be brought along, the earlier source stays with it.
 * @throws LecternError `not-found`, `not-allowed`, and what reading and storing throw; nothing has changed then
 */
export async function readAnew(
  context: Context,
  id: string,
  encoding: string,
): Promise<Lasting<Output<'sources.readAnew'>>> {
  const { done, left } = await readAllAnew(context, [id], encoding);
  const [one] = done;
  // With one source there is either the source or a failure, which was thrown.
  if (!one) throw new Error('Nothing was read anew.');
  return { source: one.source, left };
}

/**
 * The same with several sources, in their order and as one step. The first that cannot be read, and those after it, stay as they were.
 * @throws LecternError what `readAnew` throws of the first one, or what storing throws; nothing has changed then
 */
export function readAllAnew(
  context: Context,
  ids: readonly string[],
  encoding: string,
): Promise<Lasting<Output<'sources.readAllAnew'>>> {
  return context.desk.longWork(async () => {
    const all: Anew[] = [];
    try {
      const failure = await storeAll(context, [...new Set(ids)], encoding, all);
      return { ...(await bringIn(context, all)), ...(failure && { failure }) };
    } catch (error) {
      for (const { arrived } of all) await discardArrival(context, arrived);
      throw error;
    }
  });
}

/** A source and the same original read anew, which is stored and not there yet. */
interface Anew {
  readonly old: Source;
  readonly arrived: Arrived;
  /** What the file said of itself as it was read; what it says now, what arrived knows. */
  readonly before: SourceFacts;
}

/** Stores sources until one fails, and answers why. @throws where that is the first, or nobody waits for them any more */
async function storeAll(
  context: Context,
  ids: readonly string[],
  encoding: string,
  all: Anew[],
): Promise<Output<'sources.readAllAnew'>['failure']> {
  for (const id of ids) {
    try {
      all.push(await storeAnew(context, id, encoding));
    } catch (error) {
      if (all.length === 0 || context.cancelled()) throw error;
      const { code, message, details } = failureOf(error, 'sources.readAllAnew', context.ports.log);
      return { code, message, ...(details && { details }) };
    }
  }
  return undefined;
}

async function storeAnew(context: Context, id: string, encoding: string): Promise<Anew> {
  const old = textSource(context, id);
  const name = old.fileName || `${old.title}${old.mediaType === 'text/html' ? '.html' : '.txt'}`;
  const bytes = await originalOf(context, old.sha256);
  const page = pagePart(context.read((connection) => sources.remarks(connection, id)));
  const { readFile } = context.ports.parsers;
  const before = await readFile(bytes, name, context.cancelled, { encoding: old.encoding, page });
  before.close();
  const reader = startReading(context, bytes, name, { encoding, page });
  try {
    const arrived = await storeArrival(context, old.fileName, { bytes, sha256: old.sha256 }, reader);
    return { old, arrived, before: before.facts };
  } finally {
    reader.close();
  }
}

/** Puts them in the place of the earlier ones, as one step. */
async function bringIn(
  context: Context,
  all: readonly Anew[],
): Promise<{ done: { id: string; source: Source }[]; left: number }> {
  const carried = await placesNow(context, all);
  const leftOf = ({ held, places }: Carried) => passages(held) - passages(places);
  const subject = context.read((connection) =>
    titlesOf(
      connection,
      all.map(({ old }) => old.id),
    ),
  );
  const done = context.write({ deed: 'read-anew', subject }, (connection) =>
    all.map(({ old: { id }, arrived, before }, at) => {
      const which = carried[at] ?? NOTHING;
      arrived.complete(connection);
      const now = sources.get(connection, id);
      sources.restore(connection, arrived.id);
      sources.update(connection, arrived.id, {
        ...keptFacts(now, before, arrived.facts),
        citation: now.citation,
        status: now.status,
      });
      collections.arrange(connection, [arrived.id], now.collectionIds, []);
      carry(connection, id, arrived.id, which.places);
      importResults.follow(connection, id, arrived.id);
      if (leftOf(which) === 0) sources.remove(connection, id);
      return { id, source: sources.get(connection, arrived.id) };
    }),
  );
  return { done, left: carried.reduce((sum, each) => sum + leftOf(each), 0) };
}

/** What is marked in a source, and where of that something stands in the other. */
interface Carried {
  readonly held: Holdings;
  readonly places: Holdings;
}

const NOTHING_HELD: Holdings = { highlights: [], mentions: [], rejected: [] };
const NOTHING: Carried = { held: NOTHING_HELD, places: NOTHING_HELD };

/** How much somebody marked or linked. */
function passages({ highlights, mentions }: Holdings): number {
  return highlights.length + mentions.length;
}

/** Where all that is in the sources at the end of the search stands in the others. */
async function placesNow(context: Context, all: readonly Anew[]): Promise<readonly Carried[]> {
  const heldNow = () => context.read((connection) => all.map(({ old }) => holdings(connection, old.id)));
  for (;;) {
    const held = heldNow();
    const carried: Carried[] = [];
    for (const [at, { old, arrived }] of all.entries()) {
      const its = held[at] ?? NOTHING_HELD;
      carried.push({ held: its, places: await findPlaces(context, old, its, arrived.id, arrived.facts.encoding) });
    }
    if (JSON.stringify(heldNow()) === JSON.stringify(held)) return carried;
  }
}

function textSource({ read }: Context, id: string): Source {
  const source = read((connection) => sources.get(connection, id));
  if (!OF_ANY_ENCODING.has(source.mediaType)) {
    throw new LecternError('not-allowed', `“${source.title}” is in a format that says itself how it is encoded.`, {
      name: source.title,
    });
  }
  return source;
}

type Facts = Omit<SourceMetadata, 'citation'> & { readonly title: string };

/** What somebody corrected stays; what was read from the file is what it reads now. */
function keptFacts(old: Source, before: SourceFacts, now: SourceFacts): Facts {
  const pick = <Fact extends keyof Facts>(fact: Fact): Facts[Fact] => {
    const fresh = now[fact] as Facts[Fact] | undefined;
    return fresh !== undefined && JSON.stringify(old[fact]) === JSON.stringify(before[fact]) ? fresh : old[fact];
  };
  return {
    title: pick('title') || old.title,
    authors: pick('authors'),
    date: pick('date'),
    language: pick('language'),
    url: pick('url'),
    publisher: pick('publisher'),
    identifiers: pick('identifiers'),
  };
}

/** Where what is marked in a source stands in another reading of the same bytes: in the block of the same number. */
async function findPlaces(
  { read, cancelled }: Context,
  old: Source,
  held: Holdings,
  newId: string,
  encoding: string,
): Promise<Holdings> {
  const count = read((connection) => texts.blockLengths(connection, newId)).length;
  // Where the lines fall otherwise, no block is sure to be the same bytes.
  if (count !== old.blocks) return NOTHING_HELD;
  const finderIn = blockFinders(read, old, newId, encoding);
  const placed = async <T extends Passage>(passages: readonly T[]): Promise<T[]> => {
    const found: T[] = [];
    for (const passage of passages) {
      await nextTurn();
      if (cancelled()) throw new LecternError('cancelled', `Reading “${old.title}” anew was cancelled.`);
      const first = finderIn(passage.start);
      const last = finderIn(passage.end - 1);
      if (!first || !last) continue;
      const from = passage.start - first.older;
      const start = first.newer + first.find({ start: from, end: from + 1 }).start;
      const to = passage.end - last.older;
      const end = last.newer + last.find({ start: to - 1, end: to }).end;
      if (start < end) found.push({ ...passage, start, end });
    }
    return found;
  };
  return {
    highlights: await placed(held.highlights),
    mentions: await placed(held.mentions),
    rejected: await placed(held.rejected),
  };
}

/** A block in both readings: where each begins in its text, and what finds passages of the one in the other. */
interface BlockFinder {
  readonly older: number;
  readonly newer: number;
  readonly find: (passage: Passage) => Passage;
}

/** Passages come in the order of the text, so that the last block asked for is mostly the next one. */
function blockFinders(
  read: Context['read'],
  old: Source,
  newId: string,
  encoding: string,
): (offset: number) => BlockFinder | undefined {
  const olderLength = characterLength(old.encoding);
  const newerLength = characterLength(encoding);
  let last: { readonly number: number; readonly finder: BlockFinder } | undefined;
  return (offset) => {
    const number = read((connection) => texts.blockAt(connection, old.id, offset));
    if (last?.number === number) return last.finder;
    const [older] = read((connection) => texts.blockRange(connection, old.id, number, 1));
    const [newer] = read((connection) => texts.blockRange(connection, newId, number, 1));
    if (!older || !newer) return undefined;
    const find = placesOfSameBytes(older.text, newer.text, olderLength, newerLength);
    last = { number, finder: { older: older.start, newer: newer.start, find } };
    return last.finder;
  };
}
