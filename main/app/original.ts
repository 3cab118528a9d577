import { setImmediate as nextTurn } from 'node:timers/promises';
import { originals, sources } from '../../db/index.ts';
import { LecternError } from '../../db/model/index.ts';
import type { Output } from '../contract/index.ts';
import { decodeIn, isKnownEncoding } from '../interchange/index.ts';
import type { Context } from './context.ts';
import { fileNameFor } from './names.ts';

/** The bytes of an original by their SHA-256; others get their turn while they are read. */
export async function originalOf(context: Context, sha256: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for (let number = 1; ; number++) {
    const piece = context.read((connection) => originals.piece(connection, sha256, number));
    if (piece === undefined) return Buffer.concat(pieces);
    pieces.push(piece);
    await nextTurn();
  }
}

/** Endings of files that came without a name, as pasted text does. */
const ENDINGS: Readonly<Record<string, string>> = { 'text/html': '.html' };

/** Hands the original to the shell, byte for byte, to be saved. */
export async function saveOriginal(context: Context, id: string): Promise<Output<'sources.saveOriginal'>> {
  const source = context.read((connection) => sources.get(connection, id));
  const bytes = await originalOf(context, source.sha256);
  const fileName = source.fileName || `${fileNameFor(source.title)}${ENDINGS[source.mediaType] ?? '.txt'}`;
  // Whatever it is, no browser is to show it.
  const mediaType = 'application/octet-stream';
  return {
    download: await context.ports.outbox.put(fileName, mediaType, bytes),
    fileName,
    mediaType,
    size: bytes.length,
  };
}

/** What is written as characters, whatever they mean. */
const WRITTEN: ReadonlySet<string> = new Set([
  'text/plain',
  'text/markdown',
  'text/html',
  'text/vtt',
  'application/x-subrip',
  'multipart/related',
  'application/rtf',
]);

/**
 * A stretch of an original that is written as characters.
 * @param from and `length` in UTF-16 units
 * @throws LecternError `not-found`, `not-allowed` for one that is not
 */
export async function originalText(
  context: Context,
  id: string,
  from: number,
  length: number,
): Promise<Output<'sources.originalText'>> {
  const source = context.read((connection) => sources.get(connection, id));
  if (!WRITTEN.has(source.mediaType)) {
    throw new LecternError('not-allowed', `The original of “${source.title}” is no text.`, { name: source.title });
  }
  const text = asCharacters(await originalOf(context, source.sha256), source.encoding);
  return { text: text.slice(from, from + length).toWellFormed(), total: text.length };
}

function asCharacters(bytes: Uint8Array, encoding: string): string {
  const label = isKnownEncoding(encoding) ? encoding : 'utf-8';
  return decodeIn(bytes, label).text;
}
