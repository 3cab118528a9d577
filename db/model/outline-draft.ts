import type { OutlineStatus } from './outline.ts';

/** What a reader of outlines may have to leave behind or to change; the interface has a sentence for each. */
export const OUTLINE_REMARK_CODES = [
  'broken',
  'unknown-entities',
  'includes',
  'links',
  'images',
  'empty-lines',
  'flattened',
  'shortened',
  'beyond-limit',
] as const;

/** Something of a file that is not in the outline made from it, and how often. */
export interface OutlineRemark {
  readonly code: (typeof OUTLINE_REMARK_CODES)[number];
  readonly count: number;
}

/** A line of an outline before it is stored. */
export interface DraftItem {
  /** 0 at the top; at most one more than that of the item before. */
  readonly depth: number;
  readonly kind: 'heading' | 'text';
  readonly text: string;
  readonly gist: string;
  /** Of a heading. */
  readonly status: OutlineStatus | null;
}

/** An outline as it was read from a file, items in reading order. */
export interface OutlineDraft {
  readonly title: string;
  readonly items: readonly DraftItem[];
  readonly remarks: readonly OutlineRemark[];
}
