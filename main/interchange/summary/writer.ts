import type { SummaryDocument } from './document.ts';
import type { Words } from './words.ts';

/**
 * The other direction of a format family: a summary in, bytes out. A new format is a new folder with a writer in it and
 * one line in `write-summary.ts`.
 */
export interface SummaryWriter {
  /** Ending of the file's name, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  write(document: SummaryDocument, words: Words): Uint8Array | Promise<Uint8Array>;
  /** A second file that belongs to the first and has its name but for the ending; undefined where there is no need. */
  beside?(document: SummaryDocument): SecondFile | undefined;
}

export interface SecondFile {
  readonly extension: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
