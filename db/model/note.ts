import type { DocumentJson } from './document/schema.ts';

/** What a note, a mention in a note or an outline item can point at. */
export const REFERENCE_KINDS = ['source', 'highlight', 'tag', 'entity', 'note'] as const;

export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

export interface Reference {
  readonly kind: ReferenceKind;
  readonly id: string;
}

/** A note without its text, as lists show it. */
export interface NoteSummary {
  readonly id: string;
  readonly title: string;
  readonly words: number;
  readonly quotations: number;
  /** The first words of its text. */
  readonly excerpt: string;
  /** What it is about. */
  readonly attachedTo: readonly Reference[];
  /** Names of its tags, in the order of the tree; `tagIds` are theirs. */
  readonly tags: readonly string[];
  readonly tagIds: readonly string[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What is worth knowing of a note of which one has the text. */
export interface SavedNote extends NoteSummary {
  readonly revision: number;
}

/** Rich text the researcher writes. `revision` grows by one with every save. */
export interface Note extends SavedNote {
  readonly document: DocumentJson;
  /** The document's text without form. */
  readonly text: string;
  readonly markdown: string;
}

/**
 * Why an earlier text of a note was kept: a sitting of writing ended; most of it was about to go; another revision was
 * about to be restored; a merge was about to change what it points at; its last change was about to be undone.
 */
export const REVISION_REASONS = ['sitting', 'loss', 'restore', 'merge', 'undo'] as const;

export type RevisionReason = (typeof REVISION_REASONS)[number];

/** An earlier text of a note, as lists show it. */
export interface RevisionSummary {
  readonly revision: number;
  readonly title: string;
  readonly words: number;
  /** When this text was last saved. */
  readonly savedAt: string;
  readonly reason: RevisionReason;
}

export interface NoteRevision extends RevisionSummary {
  readonly document: DocumentJson;
  /** The document's text without form. */
  readonly text: string;
}

/** A place that speaks of something: a note or an outline that holds a reference to it. */
export interface Backlink {
  readonly kind: 'note' | 'outline';
  readonly id: string;
  readonly title: string;
  readonly excerpt: string;
}
