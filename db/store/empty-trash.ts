import type { Connection } from '../sqlite/connection.ts';
import { type Doomed, doomed, MORTAL } from './doomed.ts';
import * as images from './images.ts';

/**
 * Deletes for good what is in the trash and needed by nothing that stays, leaving a tombstone of each; in a transaction
 * that is no step, with foreign keys looked at when it ends.
 * @returns every id that is gone, those of mentions and relations among them, and images that may be used nowhere any more
 */
export function emptyTrash(connection: Connection): {
  readonly gone: ReadonlySet<string>;
  readonly shown: readonly string[];
} {
  const going = doomed(connection);
  const { source, entity } = going;
  const parts = [
    ...connection.all<{ id: string }>(MENTIONS, list(source), list(entity)),
    ...connection.all<{ id: string }>(RELATIONS, list(entity), list(entity)),
  ];
  const shown = images.everIn(connection, list(going.note));
  for (const { of, sql } of DELETIONS) connection.run(sql, list(going[of]));
  const now = connection.now();
  for (const noun of MORTAL) {
    for (const id of going[noun]) {
      connection.run('INSERT OR IGNORE INTO tombstones (noun, id, at) VALUES (?, ?, ?)', noun, id, now);
      connection.changed({ noun, id, deed: 'removed' });
    }
  }
  return { gone: new Set([...MORTAL.flatMap((noun) => [...going[noun]]), ...parts.map(({ id }) => id)]), shown };
}

const IN = '(SELECT value FROM json_each(?))';

const MENTIONS = `SELECT id FROM mentions WHERE source_id IN ${IN} OR entity_id IN ${IN}`;
const RELATIONS = `SELECT id FROM relations WHERE from_id IN ${IN} OR to_id IN ${IN}`;

/** Originals of the sources that go, as far as no other source has the same and no note shows it. */
const ORIGINALS = `(
  WITH gone (id) AS (SELECT value FROM json_each(?))
  SELECT original_sha256 FROM sources WHERE id IN (SELECT id FROM gone)
  EXCEPT SELECT original_sha256 FROM sources WHERE id NOT IN (SELECT id FROM gone)
  EXCEPT SELECT sha256 FROM images)`;

/** What goes with a thing of each noun, parts before the thing itself. */
const DELETIONS: readonly { readonly of: keyof Doomed; readonly sql: string }[] = [
  { of: 'outline', sql: `DELETE FROM outline_items WHERE outline_id IN ${IN}` },
  { of: 'outline', sql: `DELETE FROM outlines WHERE id IN ${IN}` },
  { of: 'note', sql: `DELETE FROM note_references WHERE note_id IN ${IN}` },
  { of: 'note', sql: `DELETE FROM note_attachments WHERE note_id IN ${IN}` },
  { of: 'note', sql: `DELETE FROM note_tags WHERE note_id IN ${IN}` },
  { of: 'note', sql: `DELETE FROM note_images WHERE note_id IN ${IN}` },
  { of: 'note', sql: `DELETE FROM note_revisions WHERE note_id IN ${IN}` },
  { of: 'note', sql: `DELETE FROM notes WHERE id IN ${IN}` },
  { of: 'entity', sql: `DELETE FROM mentions WHERE entity_id IN ${IN}` },
  { of: 'entity', sql: `DELETE FROM rejected_mentions WHERE entity_id IN ${IN}` },
  {
    of: 'entity',
    sql: `DELETE FROM relation_evidence WHERE relation_id IN (
      SELECT r.id FROM relations r JOIN json_each(?) gone ON gone.value IN (r.from_id, r.to_id))`,
  },
  {
    of: 'entity',
    sql: `DELETE FROM relations WHERE id IN (
      SELECT r.id FROM relations r JOIN json_each(?) gone ON gone.value IN (r.from_id, r.to_id))`,
  },
  { of: 'entity', sql: `DELETE FROM entity_names WHERE entity_id IN ${IN}` },
  { of: 'entity', sql: `DELETE FROM entity_identifiers WHERE entity_id IN ${IN}` },
  { of: 'entity', sql: `DELETE FROM entities WHERE id IN ${IN}` },
  { of: 'tag', sql: `DELETE FROM highlight_tags WHERE tag_id IN ${IN}` },
  { of: 'tag', sql: `DELETE FROM note_tags WHERE tag_id IN ${IN}` },
  // What is in the trash and stays may have had a parent that goes.
  { of: 'tag', sql: `UPDATE tags SET parent_id = NULL WHERE parent_id IN ${IN}` },
  { of: 'tag', sql: `DELETE FROM tags WHERE id IN ${IN}` },
  { of: 'highlight', sql: `DELETE FROM highlight_tags WHERE highlight_id IN ${IN}` },
  { of: 'highlight', sql: `DELETE FROM relation_evidence WHERE highlight_id IN ${IN}` },
  { of: 'highlight', sql: `DELETE FROM highlights WHERE id IN ${IN}` },
  { of: 'source', sql: `DELETE FROM collection_sources WHERE source_id IN ${IN}` },
  { of: 'source', sql: `DELETE FROM mentions WHERE source_id IN ${IN}` },
  { of: 'source', sql: `DELETE FROM rejected_mentions WHERE source_id IN ${IN}` },
  { of: 'source', sql: `DELETE FROM blocks WHERE source_id IN ${IN}` },
  // The original file goes with the last source that was made from it.
  { of: 'source', sql: `DELETE FROM original_pieces WHERE sha256 IN ${ORIGINALS}` },
  { of: 'source', sql: `DELETE FROM originals WHERE sha256 IN ${ORIGINALS}` },
  { of: 'source', sql: `DELETE FROM sources WHERE id IN ${IN}` },
];

function list(ids: ReadonlySet<string>): string {
  return JSON.stringify([...ids]);
}
