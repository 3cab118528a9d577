import type { Remark } from './source.ts';

export const IMPORT_OUTCOMES = ['imported', 'duplicate', 'failed', 'cancelled'] as const;

export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

/** What became of a file that was to be imported. */
export interface ImportResult {
  readonly fileName: string;
  readonly outcome: ImportOutcome;
  /** The new source, or for a duplicate the one that was here. */
  readonly sourceId: string | null;
  readonly remarks: readonly Remark[];
  /** Why it failed. */
  readonly failure: ImportFailure | null;
}

/** A failure as it was told; its code may be one that this version no longer knows. */
export interface ImportFailure {
  readonly code: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
}

/** One import from its first file to its last. */
export interface ImportRun {
  readonly id: string;
  /** When its first file was done. */
  readonly at: string;
  readonly imported: number;
  readonly duplicate: number;
  readonly failed: number;
  readonly cancelled: number;
}
