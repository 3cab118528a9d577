/** Highlights and links move from a source to a newer version of it, with everything that refers to them. */
import { LecternError, type Passage } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { retargetAttachments } from './note-attachments.ts';
import { placePassage } from './passages.ts';
import * as sources from './sources.ts';

/** A passage somebody marked, linked or rejected, as it is looked for in another text. In code points. */
export interface CarriedPassage extends Passage {
  readonly id: string;
}

/** What stands in a source and is to be found in another: highlights, links, and rejected links (whose ids are their places). */
export interface Holdings {
  readonly highlights: readonly CarriedPassage[];
  readonly mentions: readonly CarriedPassage[];
  readonly rejected: readonly CarriedPassage[];
}

export function holdings(connection: Connection, sourceId: string): Holdings {
  const of = (sql: string) => connection.all<CarriedPassage>(sql, sourceId);
  return {
    highlights: of(
      'SELECT id, start, "end" FROM highlights WHERE source_id = ? AND trashed_at IS NULL ORDER BY start, "end"',
    ),
    mentions: of('SELECT id, start, "end" FROM mentions WHERE source_id = ? ORDER BY start, "end"'),
    rejected: of(
      `SELECT entity_id || ' ' || start || ' ' || "end" AS id, start, "end" FROM rejected_mentions
       WHERE source_id = ? ORDER BY start, "end"`,
    ),
  };
}

/**
 * Puts highlights, links and rejected links of one source to places of another; whatever refers to them goes along, and so do the
 * notes attached to the source. `to` holds their places in the other source under their ids.
 * @throws LecternError `not-found`, `outside-the-text`
 */
export function carry(connection: Connection, fromId: string, toId: string, to: Holdings): void {
  for (const id of [fromId, toId]) sources.mustBeThere(connection, id);
  for (const place of to.highlights) moveHighlight(connection, fromId, toId, place);
  for (const place of to.mentions) moveMention(connection, fromId, toId, place);
  for (const place of to.rejected) moveRejected(connection, fromId, toId, place);
  retargetAttachments(connection, 'source', fromId, toId);
  for (const id of [fromId, toId]) connection.changed({ noun: 'source', id, deed: 'updated' });
}

function moveHighlight(connection: Connection, fromId: string, toId: string, { id, start, end }: CarriedPassage): void {
  const placed = placePassage(connection, { sourceId: toId, start, end });
  const moved = connection.run(
    `UPDATE highlights SET source_id = ?, start = ?, "end" = ?, first_block = ?, last_block = ?, quote = ?, prefix = ?, suffix = ?
     WHERE id = ? AND source_id = ?`,
    toId,
    start,
    end,
    placed.firstBlock,
    placed.lastBlock,
    placed.quote,
    placed.prefix,
    placed.suffix,
    id,
    fromId,
  );
  if (moved === 0) throw new LecternError('not-found', `There is no highlight “${id}” in this source.`, { id });
  for (const sourceId of [fromId, toId]) connection.changed({ noun: 'highlight', id, deed: 'updated', sourceId });
}

/** Where the entity is linked there already, that link stays and this one goes. */
function moveMention(connection: Connection, fromId: string, toId: string, { id, start, end }: CarriedPassage): void {
  const placed = placePassage(connection, { sourceId: toId, start, end });
  const moved = connection.run(
    `UPDATE OR IGNORE mentions SET source_id = ?, start = ?, "end" = ?, first_block = ?, last_block = ?, quote = ?
     WHERE id = ? AND source_id = ?`,
    toId,
    start,
    end,
    placed.firstBlock,
    placed.lastBlock,
    placed.quote,
    id,
    fromId,
  );
  if (moved === 0) connection.run('DELETE FROM mentions WHERE id = ? AND source_id = ?', id, fromId);
  for (const sourceId of [fromId, toId]) connection.changed({ noun: 'mention', id, deed: 'updated', sourceId });
}

function moveRejected(connection: Connection, fromId: string, toId: string, place: CarriedPassage): void {
  const [entityId = '', start = '', end = ''] = place.id.split(' ');
  connection.run(
    'INSERT OR IGNORE INTO rejected_mentions (source_id, start, "end", entity_id) VALUES (?, ?, ?, ?)',
    toId,
    place.start,
    place.end,
    entityId,
  );
  connection.run(
    'DELETE FROM rejected_mentions WHERE source_id = ? AND start = ? AND "end" = ? AND entity_id = ?',
    fromId,
    Number(start),
    Number(end),
    entityId,
  );
}
