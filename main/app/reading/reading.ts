import { createHash } from 'node:crypto';
import type { BlockDraft, ImportLimits, SourceDraft } from '../../../db/model/index.ts';
import { blocksOf, type TextPiece, textPiece } from '../../../db/text-piece.ts';
import {
  type ArchiveEntry,
  collectionLimits,
  type EncodingReading,
  encodingReadings,
  type ReadingChoices,
  readingIn,
  readSource,
  unpackArchive,
} from '../../interchange/index.ts';
import { readWhole, type Whole, type WholeCall, type WholeResult } from './whole.ts';

/** A file that has been read and is still to be stored: its blocks are handed over piece by piece. */
export interface Reading {
  readonly facts: SourceFacts;
  readonly blockCount: number;
  /** The text in order, as much at a time as is stored in a few milliseconds. */
  readonly pieces: AsyncIterable<TextPiece> | Iterable<TextPiece>;
  /** Frees what the reading holds, whether or not all of it was taken. */
  close(): void;
}

/** What is known of a source besides its text. */
export type SourceFacts = Omit<SourceDraft, 'blocks'>;

/** Whatever understands what strangers wrote. */
export interface Parsers {
  /**
   * Reads the bytes of a file.
   * @param cancelled asked now and then; the reading may stop when it says so
   * @param onUnderway told when nothing more is wanted of this thread until the file is read
   * @throws LecternError as `readSource` says, `too-laborious`, `reader-lost` or `cancelled`
   */
  readFile(
    bytes: Uint8Array,
    name: string,
    cancelled: () => boolean,
    choices?: ReadingChoices,
    onUnderway?: () => void,
  ): Promise<Reading>;
  /**
   * How a text reads in the encodings it may be in, the likeliest first.
   * @param asked how it reads in this one alone
   * @throws LecternError as `readFile` does, and `unknown-encoding`
   */
  readEncodings(
    bytes: Uint8Array,
    name: string,
    cancelled: () => boolean,
    asked?: string,
  ): Promise<readonly EncodingReading[]>;
  /**
   * The files of an archive one by one, as `unpackArchive` answers them.
   * @param only the paths of those that are wanted; all where it is left out
   */
  unpack(
    bytes: Uint8Array,
    name: string,
    cancelled: () => boolean,
    only?: readonly string[],
    limits?: ImportLimits,
  ): AsyncIterable<ArchiveEntry>;
  /**
   * Reads what is small and no source: citations, lists of entities, outlines.
   * @param name what is read, for a failure
   * @throws LecternError as the function says that reads it, and as `readFile`
   */
  readWhole<W extends Whole>(call: WholeCall<W>, name: string, cancelled: () => boolean): Promise<WholeResult<W>>;
}

/** A piece is as long as this in UTF-16 units, or as many blocks; whichever comes first. */
const PIECE = 160_000;
const MOST_BLOCKS = 1_000;

/** In this very thread, where nobody else would suffer. */
export const parseHere: Parsers = {
  readFile: async (bytes, name, _, choices) => readingOf(await readSource(bytes, name, choices)),
  unpack: (bytes, name, _, only, limits) =>
    unpackArchive(bytes, name, only && ((path) => only.includes(path)), collectionLimits(limits)),
  readWhole: async (call) => readWhole(call),
  readEncodings: async (bytes, _name, _cancelled, asked) =>
    asked === undefined ? encodingReadings(bytes) : [readingIn(bytes, asked)],
};

/** A draft that is there as a whole, as a reading. */
export function readingOf({ blocks, ...facts }: SourceDraft): Reading {
  return { facts, blockCount: blocks.length, pieces: inPieces(blocks), close() {} };
}

/** All blocks of a reading, which is closed afterwards. */
export async function wholeOf({ pieces, close }: Reading): Promise<readonly BlockDraft[]> {
  const blocks: BlockDraft[] = [];
  try {
    for await (const piece of pieces) blocks.push(...blocksOf(piece));
    return blocks;
  } finally {
    close();
  }
}

/** The blocks in the pieces in which they are stored. */
export function* inPieces(blocks: readonly BlockDraft[]): Generator<TextPiece, undefined> {
  const hash = createHash('sha256');
  let from = 0;
  let size = 0;
  for (const [index, { text }] of blocks.entries()) {
    size += text.length;
    if (size >= PIECE || index + 1 - from >= MOST_BLOCKS || index + 1 === blocks.length) {
      yield textPiece(blocks.slice(from, index + 1), hash);
      from = index + 1;
      size = 0;
    }
  }
}
