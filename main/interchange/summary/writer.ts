import type { ImageMediaType } from '../../../db/model/index.ts';
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
  /** The kinds of images it can hold; any other, and all images where there are none, are named in their place. */
  readonly images: readonly ImageMediaType[];
  write(document: SummaryDocument, words: Words): Uint8Array | Promise<Uint8Array>;
  /** Files that belong to the first and have its name but for the ending. */
  beside?(document: SummaryDocument): readonly SecondFile[];
}

export interface SecondFile {
  /** What stands behind the name they share: `.bib`, `-3f2a9c01.png`. */
  readonly ending: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
