/** Many timings of one thing, in milliseconds. */
export interface Measure {
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** What a bench prints: measures by name, and ratios of measures taken side by side in the same run. */
export interface Result {
  readonly bench: string;
  /** What was measured on, for instance which text. */
  readonly subject: string;
  readonly measures: Readonly<Record<string, Measure>>;
  readonly ratios: Readonly<Record<string, number>>;
}

/** Sums up timings in milliseconds. Percentiles are nearest-rank. */
export function measureOf(timings: readonly number[]): Measure {
  const sorted = timings.toSorted((a, b) => a - b);
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { n: sorted.length, p50: rank(0.5), p95: rank(0.95), max: sorted.at(-1) ?? Number.NaN };
}
