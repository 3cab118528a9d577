/** The kinds of things a notebook holds, as events and the trash name them. */
export const NOUNS = [
  'source',
  'collection',
  'highlight',
  'tag',
  'entity',
  'entity-type',
  'mention',
  'relation',
  'note',
  'outline',
  'setting',
] as const;

export type Noun = (typeof NOUNS)[number];

/** What a committed deed changed; `id` of an outline item's change is its outline's, that of an entity type its name. */
export interface Change {
  readonly noun: Noun;
  readonly id: string;
  readonly deed: 'created' | 'updated' | 'removed';
  /** The source a highlight or mention stands in. */
  readonly sourceId?: string;
}

/** Names of deeds, in the words the history shows ("Undo Tag passage"). The catalogues hold a sentence for each. */
export const DEEDS = [
  'import-source',
  'paste-source',
  'edit-source',
  'trash-source',
  'set-status',
  'create-collection',
  'edit-collection',
  'move-collection',
  'remove-collection',
  'collect-sources',
  'read-anew',
  'carry-over',
  'create-highlight',
  'mark-occurrences',
  'tag-passage',
  'edit-highlight',
  'comment-highlight',
  'recolour-highlight',
  'resize-highlight',
  'split-highlight',
  'join-highlights',
  'remove-highlight',
  'create-tag',
  'edit-tag',
  'move-tag',
  'merge-tags',
  'remove-tag',
  'create-entity',
  'edit-entity',
  'merge-entities',
  'split-entity',
  'import-entities',
  'remove-entity',
  'create-entity-type',
  'edit-entity-type',
  'remove-entity-type',
  'link-entity',
  'unlink-entity',
  'accept-mentions',
  'reject-mentions',
  'create-relation',
  'edit-relation',
  'remove-relation',
  'create-note',
  'edit-note',
  'tag-note',
  'attach-note',
  'merge-notes',
  'remove-note',
  'restore-revision',
  'create-outline',
  'import-outline',
  'edit-outline',
  'add-outline-item',
  'edit-outline-item',
  'move-outline-item',
  'remove-outline-item',
  'remove-outline',
  'restore',
  'repair',
  'edit-settings',
] as const;

export type Deed = (typeof DEEDS)[number];

export const STEP_KEPT = ['whole', 'part', 'none'] as const;

export type StepKept = (typeof STEP_KEPT)[number];

/** One named step of the history: the deed, and what it was done to. */
export interface HistoryStep {
  readonly id: number;
  readonly deed: Deed;
  /** The name of the thing it was done to, for instance a tag's name; empty where there is none. */
  readonly subject: string;
  readonly at: string;
  readonly undone: boolean;
  /**
   * How much of it is left after things were deleted for good: a `part` cannot be taken back, nor can what came before it;
   * of `none` nothing has to be.
   */
  readonly kept: StepKept;
}
