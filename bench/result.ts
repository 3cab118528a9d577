/** Many measurements of one thing; milliseconds unless its name says another unit. */
export interface Measure {
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** Something that must hold, and whether it did in this run. */
export interface Goal {
  readonly goal: string;
  /** What was measured, in the goal's own unit: a ratio, milliseconds, a count. */
  readonly measured: number;
  readonly limit: number;
  readonly holds: boolean;
}

/** What a bench prints: measures by name, and ratios of measures taken side by side in the same run. */
export interface Result {
  readonly bench: string;
  /** What was measured on, for instance which text. */
  readonly subject: string;
  readonly measures: Readonly<Record<string, Measure>>;
  readonly ratios: Readonly<Record<string, number>>;
  readonly goals?: readonly Goal[];
  /** What did not come to an end, and other things a reader of the figures has to know. */
  readonly remarks?: readonly string[];
}

/** Sums up measurements. Percentiles are nearest-rank. */
export function measureOf(values: readonly number[]): Measure {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { n: sorted.length, p50: rank(0.5), p95: rank(0.95), max: sorted.at(-1) ?? Number.NaN };
}
