export const OUTLINE_ITEM_KINDS = ['heading', 'text', 'quotation', 'note', 'entity'] as const;

export type OutlineItemKind = (typeof OUTLINE_ITEM_KINDS)[number];

/** How far a heading is. */
export const OUTLINE_STATUSES = ['to-do', 'draft', 'done'] as const;

export type OutlineStatus = (typeof OUTLINE_STATUSES)[number];

/**
 * One item of an outline's ordered tree.
 * `refId` names a highlight (quotation), a note or an entity; headings and texts have none.
 */
export interface OutlineItem {
  readonly id: string;
  readonly outlineId: string;
  readonly parentId: string | null;
  /** Place among its siblings, from 0. */
  readonly position: number;
  readonly kind: OutlineItemKind;
  readonly refId: string | null;
  /** The heading or text; for a quotation the snapshot of its words; for a note or an entity its title. */
  readonly text: string;
  /** Source title of a quotation as it is now, or as it was when the source is gone. */
  readonly sourceTitle?: string;
  readonly locator?: string;
  readonly sourceId?: string;
  readonly colour?: string;
  readonly tags?: readonly string[];
  /** False where the thing referred to is gone or in the trash. */
  readonly resolved: boolean;
  readonly words: number;
  /** In one line what it is about; empty where nobody has said. */
  readonly gist: string;
  /** Of a heading. */
  readonly status: OutlineStatus | null;
  /** Of a heading: how many words it is to have with all below it. */
  readonly target: number | null;
}

export interface OutlineSummary {
  readonly id: string;
  readonly title: string;
  readonly items: number;
  readonly quotations: number;
  readonly words: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** An ordered tree of items; `tree` is flat, parents before children, siblings by position. */
export interface Outline extends OutlineSummary {
  readonly tree: readonly OutlineItem[];
}
