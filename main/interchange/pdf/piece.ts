import type { Annotation } from './annotations.ts';

/** Where in a text something marked on the page begins or ends, in UTF-16 units. */
export interface Spot {
  readonly at: number;
  readonly annotation: Annotation;
  readonly ends: boolean;
}

/** A run of characters where it stands on its page, turned so that its line runs from left to right. Units are points. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the baseline, counted downwards from the top. */
  readonly y: number;
  readonly size: number;
  readonly rtl: boolean;
  /** What is marked in it, in the order of the text. */
  readonly spots: readonly Spot[];
}

/** A page as its text lies on it. */
export interface PageText {
  readonly width: number;
  readonly height: number;
  /** In the direction most of the text runs. */
  readonly pieces: readonly Piece[];
  /** Pieces that run in other directions, each direction turned upright: stamps along the margin, turned tables. */
  readonly turned: readonly (readonly Piece[])[];
}
