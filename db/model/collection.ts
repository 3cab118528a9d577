import type { ReadingStatus } from './source.ts';

/** A named shelf of sources. Collections stand in a tree; a source may be in several, or in none. */
export interface Collection {
  readonly id: string;
  readonly name: string;
  /** Null at the top. */
  readonly parentId: string | null;
  /** Sources in it itself. */
  readonly sources: number;
  /** Different sources in it or in those below it. */
  readonly sourcesBelow: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Which sources are meant; what is left out restricts nothing, and of a list one has to be true. */
export interface SourceFilter {
  /** In this collection or one below it; null for those that are in none. */
  readonly collectionId?: string | null | undefined;
  readonly statuses?: readonly ReadingStatus[] | undefined;
  /** With a highlight of one of these tags, each with the tags below it. */
  readonly tagIds?: readonly string[] | undefined;
  /** BCP 47; the empty one is for sources of which it is not known. */
  readonly languages?: readonly string[] | undefined;
  readonly mediaTypes?: readonly string[] | undefined;
}
