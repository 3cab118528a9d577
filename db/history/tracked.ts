import type { Noun } from '../model/index.ts';

/** What a row of a tracked table is about: the column with the thing's id, and its noun. */
interface About {
  readonly noun: Noun;
  readonly idColumn: string;
}

/** The tables the history covers, and the things that have changed when a row of theirs has. A closed list. */
export const TRACKED: Readonly<Record<string, readonly About[]>> = {
  sources: [{ noun: 'source', idColumn: 'id' }],
  collections: [{ noun: 'collection', idColumn: 'id' }],
  collection_sources: [
    { noun: 'source', idColumn: 'source_id' },
    { noun: 'collection', idColumn: 'collection_id' },
  ],
  highlights: [{ noun: 'highlight', idColumn: 'id' }],
  highlight_tags: [
    { noun: 'highlight', idColumn: 'highlight_id' },
    { noun: 'tag', idColumn: 'tag_id' },
  ],
  tags: [{ noun: 'tag', idColumn: 'id' }],
  entities: [{ noun: 'entity', idColumn: 'id' }],
  entity_types: [{ noun: 'entity-type', idColumn: 'name' }],
  entity_names: [{ noun: 'entity', idColumn: 'entity_id' }],
  entity_identifiers: [{ noun: 'entity', idColumn: 'entity_id' }],
  mentions: [
    { noun: 'mention', idColumn: 'id' },
    { noun: 'entity', idColumn: 'entity_id' },
  ],
  rejected_mentions: [{ noun: 'entity', idColumn: 'entity_id' }],
  relations: [
    { noun: 'relation', idColumn: 'id' },
    { noun: 'entity', idColumn: 'from_id' },
    { noun: 'entity', idColumn: 'to_id' },
  ],
  relation_evidence: [{ noun: 'relation', idColumn: 'relation_id' }],
  notes: [{ noun: 'note', idColumn: 'id' }],
  note_references: [{ noun: 'note', idColumn: 'note_id' }],
  note_attachments: [{ noun: 'note', idColumn: 'note_id' }],
  note_tags: [
    { noun: 'note', idColumn: 'note_id' },
    { noun: 'tag', idColumn: 'tag_id' },
  ],
  note_images: [{ noun: 'note', idColumn: 'note_id' }],
  outlines: [{ noun: 'outline', idColumn: 'id' }],
  outline_items: [{ noun: 'outline', idColumn: 'outline_id' }],
};

export const TRACKED_TABLES: readonly string[] = Object.keys(TRACKED);
