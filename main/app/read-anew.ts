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
  const bytes = await originalOf(context, source);
  const readings = await context.ports.parsers.readEncodings(bytes, source.fileName, context.cancelled, asked);
  return { encoding: source.encoding, readings };
}

/**
 * Makes a source of the same original read in another encoding, in place of the one that is there.
 * @throws LecternError `not-found`, `not-allowed`, and what reading and storing throw; nothing has changed then
 */
export function readAnew(context: Context, id: string, encoding: string): Promise<Lasting<Output<'sources.readAnew'>>> {
  return context.desk.longWork(async () => {
    const old = textSource(context, id);
    const name = old.fileName || `${old.title}${old.mediaType === 'text/html' ? '.html' : '.txt'}`;
    const bytes = await originalOf(context, old);
    const { readFile } = context.ports.parsers;
    const page = pagePart(context.read((connection) => sources.remarks(connection, id)));
    const before = await readFile(bytes, name, context.cancelled, { encoding: old.encoding, page });
    before.close();
    const reading = await readFile(bytes, name, context.cancelled, { encoding, page });
    let newId: string;
    try {
      newId = await storeSource(context, old.fileName, bytes, old.sha256, reading);
    } finally {
      reading.close();
    }
    const places = findPlaces(context, old, newId, reading.facts.encoding);
    const left = context.read((connection) => holdings(connection, id)).highlights.length - places.highlights.length;
    const source = context.write({ deed: 'read-anew', subject: old.title }, (connection) => {
      sources.restore(connection, newId);
      sources.update(connection, newId, {
        ...keptFacts(old, before.facts, reading.facts),
        citation: old.citation,
        status: old.status,
      });
      collections.arrange(connection, [newId], old.collectionIds, []);
      carry(connection, id, newId, places);
      importResults.follow(connection, id, newId);
      if (left === 0) sources.remove(connection, id);
      return sources.get(connection, newId);
    });
    return { source, left };
  });
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
function findPlaces({ read }: Context, old: Source, newId: string, encoding: string): Holdings {
  const held = read((connection) => holdings(connection, old.id));
  const count = read((connection) => texts.blockLengths(connection, newId)).length;
  // Where the lines fall otherwise, no block is sure to be the same bytes.
  if (count !== old.blocks) return { highlights: [], mentions: [], rejected: [] };
  const olderLength = characterLength(old.encoding);
  const newerLength = characterLength(encoding);
  const at = (offset: number) => {
    const number = read((connection) => texts.blockAt(connection, old.id, offset));
    const [older] = read((connection) => texts.blockRange(connection, old.id, number, 1));
    const [newer] = read((connection) => texts.blockRange(connection, newId, number, 1));
    if (!older || !newer) return undefined;
    return { older, newer, find: placesOfSameBytes(older.text, newer.text, olderLength, newerLength) };
  };
  const placed = <T extends Passage>(passage: T): T[] => {
    const first = at(passage.start);
    const last = at(passage.end - 1);
    if (!first || !last) return [];
    const from = passage.start - first.older.start;
    const start = first.newer.start + first.find({ start: from, end: from + 1 }).start;
    const to = passage.end - last.older.start;
    const end = last.newer.start + last.find({ start: to - 1, end: to }).end;
    return start < end ? [{ ...passage, start, end }] : [];
  };
  return {
    highlights: held.highlights.flatMap(placed),
    mentions: held.mentions.flatMap(placed),
    rejected: held.rejected.flatMap(placed),
  };
}
