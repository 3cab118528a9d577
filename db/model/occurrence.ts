import type { SourcePassage } from './source.ts';

/** A place where words stand that were looked for. */
export interface Occurrence extends SourcePassage {
  readonly quote: string;
  /** Some words around it. */
  readonly before: string;
  readonly after: string;
  readonly locator: string;
  readonly sourceTitle: string;
  /** A highlight has exactly these words already. */
  readonly marked: boolean;
}
