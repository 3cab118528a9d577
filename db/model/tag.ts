import type { Colour } from './colour.ts';

/** A code in the sense of qualitative analysis: a name in a tree. */
export interface Tag {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  /** Place among its siblings, from 0. */
  readonly position: number;
  readonly colour: Colour;
  /** What the tag means and when it applies. */
  readonly memo: string;
  /** Highlights that carry this very tag. */
  readonly highlights: number;
  /** Highlights that carry it or a tag below it, each counted once. */
  readonly highlightsBelow: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}
