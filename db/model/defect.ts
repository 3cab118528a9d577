/** What `check` can find wrong with a notebook. */
export const DEFECT_CODES = [
  'sqlite-integrity',
  'foreign-key',
  'source-hash',
  'source-text',
  'passage-outside-text',
  'quote-differs',
  'index-stale',
  'reference-unresolved',
  'reference-stale',
  'note-document',
  'orphaned-original',
  'orphaned-image',
  'unexpected-schema',
] as const;

export type DefectCode = (typeof DEFECT_CODES)[number];

/** One thing wrong, as data. `repairable` says whether `check` with repair mends it without losing anything. */
export interface Defect {
  readonly code: DefectCode;
  readonly table: string;
  readonly id: string;
  readonly message: string;
  readonly repairable: boolean;
}

export interface CheckReport {
  readonly ok: boolean;
  readonly defects: readonly Defect[];
  readonly repaired: number;
  /** What was looked at, for people: table names and how many rows. */
  readonly checked: Readonly<Record<string, number>>;
}
