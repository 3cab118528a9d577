/** The kinds a search looks through; `block` is a place in a source's text. */
export const HIT_KINDS = ['source', 'block', 'highlight', 'note', 'entity', 'tag', 'outline', 'collection'] as const;

export type HitKind = (typeof HIT_KINDS)[number];

/** One place a search found. */
export interface Hit {
  readonly kind: HitKind;
  /** The thing found; for a `block` its source. */
  readonly id: string;
  readonly title: string;
  /** A stretch of the text around the match; `marks` are the matches in it, in UTF-16 units of `snippet`. */
  readonly snippet: string;
  readonly marks: readonly (readonly [start: number, end: number])[];
  readonly sourceId?: string;
  /** The first match in the source's text, in code points. */
  readonly start?: number;
  readonly end?: number;
  readonly locator?: string;
  /** Block number, for a place in a source. */
  readonly block?: number;
  /** Entity type, tag colour or the like, for the sign shown with it. */
  readonly sign?: string;
}

export interface SearchResult {
  readonly hits: readonly Hit[];
  /** How many places there are of each kind, also beyond the limit. */
  readonly totals: Readonly<Record<HitKind, number>>;
}
