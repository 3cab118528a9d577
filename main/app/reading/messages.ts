import type { BlockDraft, Failure, ImportLimits } from '../../../db/model/index.ts';
import type { ArchiveEntry, EncodingReading, ReadingChoices } from '../../interchange/index.ts';
import type { SourceFacts } from './reading.ts';
import type { WholeCall, WholeResult } from './whole.ts';

/** What the parsing process is asked, one thing after another; each is answered once. */
export type Question =
  /** Here is a part of the file that is to be read. */
  | { readonly part: Uint8Array }
  /** Read the parts that came as a file of this name. */
  | { readonly file: string; readonly choices: ReadingChoices }
  /** Unpack the parts that came as an archive of this name: all files, or those of these paths. */
  | {
      readonly archive: string;
      readonly only: readonly string[] | undefined;
      readonly limits: ImportLimits | undefined;
    }
  /** The file after the one that was handed over. */
  | { readonly nextEntry: true }
  /** How do the parts that came read in the encodings they may be in, or in this one? */
  | { readonly encodings: string | null }
  /** The blocks after those that were handed over; none when there are no more. */
  | { readonly next: true }
  | WholeCall;

export type Reply =
  | { readonly taken: true }
  | { readonly read: SourceFacts; readonly blockCount: number; readonly piece: readonly BlockDraft[] }
  | { readonly piece: readonly BlockDraft[] }
  | { readonly entry: ArchiveEntry | null }
  | { readonly readings: readonly EncodingReading[] }
  | { readonly result: WholeResult }
  | { readonly failure: Failure }
  /** What nobody meant to throw, as its stack. */
  | { readonly fault: string };
