import type { Failure, ImportLimits } from '../../../db/model/index.ts';
import type { TextPiece } from '../../../db/text-piece.ts';
import type { ArchiveEntry, EncodingReading, ReadingChoices } from '../../interchange/index.ts';
import type { SourceFacts } from './reading.ts';
import type { WholeCall, WholeResult } from './whole.ts';

/** The parsing process's number of the pipe that brings it files: their bytes as they are, for in messages they would be copied. */
export const FILES = 4;

/** What the parsing process is asked, one thing after another; each is answered once. */
export type Question =
  /** Take a file of so many bytes from the pipe. */
  | { readonly take: number }
  /** Read it as a file of this name. */
  | { readonly file: string; readonly choices: ReadingChoices }
  /** Unpack it as an archive of this name: all files, or those of these paths. */
  | {
      readonly archive: string;
      readonly only: readonly string[] | undefined;
      readonly limits: ImportLimits | undefined;
    }
  /** The file after the one that was handed over. */
  | { readonly nextEntry: true }
  /** How does it read in the encodings it may be in, or in this one? */
  | { readonly encodings: string | null }
  /** The piece of the text after the one that was handed over. */
  | { readonly next: true }
  | WholeCall;

export type Reply =
  | { readonly taken: true }
  | { readonly read: SourceFacts; readonly blockCount: number; readonly piece: TextPiece | null }
  | { readonly piece: TextPiece | null }
  | { readonly entry: ArchiveEntry | null }
  | { readonly readings: readonly EncodingReading[] }
  | { readonly result: WholeResult }
  | { readonly failure: Failure }
  /** What nobody meant to throw, as its stack. */
  | { readonly fault: string };
