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
  readonly attachedTo: Reference | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Rich text the researcher writes. `revision` grows by one with every save. */
export interface Note extends NoteSummary {
  readonly document: DocumentJson;
  /** The document's text without form. */
  readonly text: string;
  readonly markdown: string;
  readonly revision: number;
}

/** A place that speaks of something: a note or an outline that holds a reference to it. */
export interface Backlink {
  readonly kind: 'note' | 'outline';
  readonly id: string;
  readonly title: string;
  readonly excerpt: string;
}
