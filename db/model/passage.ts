/** A range of a source's text in code points: start inclusive, end exclusive, never empty. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

/** Says whether two passages share at least one character. */
export function overlaps(a: Passage, b: Passage): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Says whether `outer` holds the whole of `inner`. */
export function contains(outer: Passage, inner: Passage): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Orders passages by where they begin, the longer first where that is equal. */
export function inTextOrder(a: Passage, b: Passage): number {
  return a.start - b.start || b.end - a.end;
}
