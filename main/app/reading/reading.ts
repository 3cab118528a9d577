import type { BlockDraft, SourceDraft } from '../../../db/model/index.ts';
import { readSource } from '../../interchange/index.ts';

/** A file that has been read and is still to be stored: its blocks are handed over piece by piece. */
export interface Reading {
  readonly facts: SourceFacts;
  readonly blockCount: number;
  /** The file, byte for byte. Those that were handed over must not be used any more. */
  readonly bytes: Uint8Array;
  /** Every block once and in order, as many at a time as are stored in a few milliseconds. */
  readonly pieces: AsyncIterable<readonly BlockDraft[]> | Iterable<readonly BlockDraft[]>;
  /** Frees what the reading holds, whether or not all of it was taken. */
  close(): void;
}

/** What is known of a source besides its text. */
export type SourceFacts = Omit<SourceDraft, 'blocks'>;

/**
 * Reads the bytes of a file, which become the reader's own.
 * @param cancelled asked now and then; the reading may stop when it says so
 * @throws LecternError as `readSource` says, or `cancelled`
 */
export type ReadFile = (bytes: Uint8Array, name: string, cancelled: () => boolean) => Promise<Reading>;

/** A piece is as long as this in UTF-16 units, or as many blocks; whichever comes first. */
const PIECE = 64_000;
const MOST_BLOCKS = 400;

/** Reads in this very thread, for a program in which nobody waits meanwhile, or a file that takes no time. */
export const readHere: ReadFile = async (bytes, name) => readingOf(await readSource(bytes, name), bytes);

/** A draft that is there as a whole, as a reading. */
export function readingOf({ blocks, ...facts }: SourceDraft, bytes: Uint8Array): Reading {
  return { facts, blockCount: blocks.length, bytes, pieces: inPieces(blocks), close() {} };
}

/** The blocks in the pieces in which they are stored. */
export function* inPieces(blocks: readonly BlockDraft[]): Generator<readonly BlockDraft[], undefined> {
  let from = 0;
  let size = 0;
  for (const [index, { text }] of blocks.entries()) {
    size += text.length;
    if (size >= PIECE || index + 1 - from >= MOST_BLOCKS || index + 1 === blocks.length) {
      yield blocks.slice(from, index + 1);
      from = index + 1;
      size = 0;
    }
  }
}
