import { setImmediate as nextTurn } from 'node:timers/promises';
import { carry, collections, type Holdings, holdings, importResults, sources, texts } from '../../db/index.ts';
import { LecternError, type Passage, pagePart, type Source, type SourceMetadata } from '../../db/model/index.ts';
import type { Output } from '../contract/index.ts';
import { characterLength } from '../interchange/index.ts';
import { placesOfSameBytes } from './carrying/index.ts';
import type { Context } from './context.ts';
import type { Lasting } from './handler.ts';
import { storeSource } from './import-source.ts';
import { originalOf } from './original.ts';
import type { SourceFacts } from './reading/index.ts';

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
export function readAnew(context: Context, id: string, encoding: string): Promise<Lasting<Output<'sources.readAnew'>>> {
  return context.desk.longWork(async () => {
    const old = textSource(context, id);
    const name = old.fileName || `${old.title}${old.mediaType === 'text/html' ? '.html' : '.txt'}`;
    const bytes = await originalOf(context, old.sha256);
    const page = pagePart(context.read((connection) => sources.remarks(connection, id)));
    const { readFile } = context.ports.parsers;
    const before = await readFile(bytes, name, context.cancelled, { encoding: old.encoding, page });
    before.close();
    const reading = await readFile(bytes, name, context.cancelled, { encoding, page });
    let left = 0;
    try {
      const source = await storeSource(context, old.fileName, bytes, old.sha256, reading, async (arrived) => {
        const { held, places } = await placesNow(context, old, arrived.id, reading.facts.encoding);
        left = passages(held) - passages(places);
        return context.write({ deed: 'read-anew', subject: old.title }, (connection) => {
          arrived.complete(connection);
          const now = sources.get(connection, id);
          sources.restore(connection, arrived.id);
          sources.update(connection, arrived.id, {
            ...keptFacts(now, before.facts, reading.facts),
            citation: now.citation,
            status: now.status,
          });
          collections.arrange(connection, [arrived.id], now.collectionIds, []);
          carry(connection, id, arrived.id, places);
          importResults.follow(connection, id, arrived.id);
          if (left === 0) sources.remove(connection, id);
          return sources.get(connection, arrived.id);
        });
      });
      return { source, left };
    } finally {
      reading.close();
    }
  });
}

/** How much somebody marked or linked. */
function passages({ highlights, mentions }: Holdings): number {
  return highlights.length + mentions.length;
}

/** Where all that is in the source at the end of the search stands in the other. */
async function placesNow(
  context: Context,
  old: Source,
  newId: string,
  encoding: string,
): Promise<{ held: Holdings; places: Holdings }> {
  for (;;) {
    const held = context.read((connection) => holdings(connection, old.id));
    const places = await findPlaces(context, old, held, newId, encoding);
    const now = context.read((connection) => holdings(connection, old.id));
    if (JSON.stringify(now) === JSON.stringify(held)) return { held, places };
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
  if (count !== old.blocks) return { highlights: [], mentions: [], rejected: [] };
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
