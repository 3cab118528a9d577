import type { Skipped, SummaryBlock } from '../../interchange/index.ts';

/** What a builder makes; the rest of a summary document is the same for all. */
export interface Summary {
  readonly title: string;
  readonly subtitle?: string;
  readonly blocks: readonly SummaryBlock[];
  readonly skipped?: readonly Skipped[];
}
