import type { Passage } from '../../main/contract/index.ts';

/** The two ends of a selection in the order they were set; equal where it is a caret. Offsets in code points. */
export interface Ends {
  readonly anchor: number;
  readonly focus: number;
}

export function passageOf({ anchor, focus }: Ends): Passage {
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
}
