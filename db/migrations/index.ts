import { foundation } from './0001-foundation.ts';
import { revisions } from './0010-revisions.ts';
import { formats } from './0030-formats.ts';
import { citations } from './0040-citations.ts';
import { entityFacts } from './0050-entity-facts.ts';
import { relationInverses } from './0051-relation-inverses.ts';
import { mentionsByBlock } from './0052-mentions-by-block.ts';
import { importResults } from './0070-import-results.ts';
import { outlinePlan } from './0080-outline-plan.ts';
import { ownFields } from './0110-own-fields.ts';
import { collections } from './0150-collections.ts';
import { noteTags } from './0180-note-tags.ts';
import { noteImages } from './0181-note-images.ts';
import { noteAttachments } from './0182-note-attachments.ts';
import { descriptions } from './0190-descriptions.ts';
import { listNumbers } from './0200-list-numbers.ts';
import type { Migration } from './run.ts';
import { schemaAfter } from './schema.ts';

export { type Migration, migrate, schemaVersion } from './run.ts';
export { schemaObjects } from './schema.ts';

/** Every version of the schema, oldest first. A released one is never edited: what comes later is added behind it. */
export const MIGRATIONS: readonly Migration[] = [
  foundation,
  revisions,
  formats,
  citations,
  entityFacts,
  relationInverses,
  mentionsByBlock,
  importResults,
  outlinePlan,
  ownFields,
  collections,
  noteTags,
  noteImages,
  noteAttachments,
  descriptions,
  listNumbers,
];

/** The version this program writes. */
export const SCHEMA_VERSION: number = MIGRATIONS.at(-1)?.version ?? 0;

/** The schema of a notebook of this version, as `schemaObjects` reads it from a file. */
export function expectedSchema(): Map<string, string> {
  return schemaAfter(MIGRATIONS);
}
