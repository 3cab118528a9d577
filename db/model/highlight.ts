import type { Colour } from './colour.ts';
import type { SourcePassage } from './source.ts';

/** A passage somebody marked. Highlights overlap freely. */
export interface Highlight extends SourcePassage {
  readonly id: string;
  readonly colour: Colour;
  /** The words of the passage, exactly. */
  readonly quote: string;
  /** Where it stands, for people: `¶ 38`. */
  readonly locator: string;
  readonly sourceTitle: string;
  /** Number of the block it begins in. */
  readonly block: number;
  readonly comment: string;
  /** Names of its tags, in the order of `tagIds`. */
  readonly tags: readonly string[];
  readonly tagIds: readonly string[];
  /** Names of the entities mentioned inside it, in the order of `entityIds`. */
  readonly entities: readonly string[];
  readonly entityIds: readonly string[];
  readonly author: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}
