import { codePointLength, type Highlight, LecternError, sliceCodePoints } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import * as highlights from './highlights.ts';
import { retargetReferences } from './references.ts';

export interface Halves {
  readonly first: Highlight;
  readonly second: Highlight;
}

/**
 * Makes two highlights of one, without the spaces between them. The first keeps the id, the comment and everything that
 * refers to it; the second has the same colour, tags and author.
 * @param at where the second begins, in code points of the source's text
 * @param secondId made by whoever asks; one is made where it is left out
 * @throws LecternError `not-found`, `bad-input` where that is not inside it
 */
export function split(connection: Connection, id: string, at: number, secondId?: string): Halves {
  const { sourceId, start, end, colour, quote } = highlights.get(connection, id);
  if (at <= start || at >= end) {
    throw new LecternError('bad-input', `“at”: a highlight is split inside it, after ${start} and before ${end}.`, {
      field: 'at',
    });
  }
  const before = sliceCodePoints(quote, 0, at - start);
  const after = sliceCodePoints(quote, at - start, end - start);
  // Of a side that is nothing but spaces they are kept: it has to have something in it.
  const kept = before.trimEnd() || before;
  const left = after.trimStart() || after;
  const first = highlights.update(connection, id, { end: start + codePointLength(kept) });
  const second = highlights.create(connection, {
    id: secondId,
    sourceId,
    start: end - codePointLength(left),
    end,
    colour,
  });
  copyTags(connection, id, second.id);
  connection.run(
    'UPDATE highlights SET author = (SELECT author FROM highlights WHERE id = ?) WHERE id = ?',
    id,
    second.id,
  );
  return { first, second: highlights.get(connection, second.id) };
}

/**
 * Makes one highlight of two: from the beginning of the first to the end of the last in the text, with the tags and
 * comments of both. `id` stays, with its colour; what referred to the other refers to it now, and the other goes to the
 * trash.
 * @throws LecternError `not-found`, `not-allowed` for a highlight and itself, and for two sources
 */
export function join(connection: Connection, id: string, otherId: string): Highlight {
  const kept = highlights.get(connection, id);
  const other = highlights.get(connection, otherId);
  if (id === otherId) throw new LecternError('not-allowed', 'A highlight cannot be joined with itself.', { id });
  if (kept.sourceId !== other.sourceId) {
    throw new LecternError('not-allowed', 'Highlights of two sources cannot be joined.', { id, otherId });
  }
  const inOrder = kept.start <= other.start ? [kept, other] : [other, kept];
  const comments = new Set(inOrder.map(({ comment }) => comment).filter((comment) => comment !== ''));
  highlights.update(connection, id, {
    start: Math.min(kept.start, other.start),
    end: Math.max(kept.end, other.end),
    comment: [...comments].join('\n\n'),
  });
  copyTags(connection, otherId, id);
  moveEvidence(connection, otherId, id);
  moveOutlineItems(connection, otherId, id);
  retargetReferences(connection, 'highlight', otherId, id);
  highlights.remove(connection, otherId);
  return highlights.get(connection, id);
}

/** Those in the trash as well: they are back when the tag is. */
function copyTags(connection: Connection, fromId: string, toId: string): void {
  connection.run(
    'INSERT OR IGNORE INTO highlight_tags (highlight_id, tag_id) SELECT ?, tag_id FROM highlight_tags WHERE highlight_id = ?',
    toId,
    fromId,
  );
}

function moveEvidence(connection: Connection, fromId: string, toId: string): void {
  const relations = connection.all<{ id: string }>(
    'SELECT relation_id AS id FROM relation_evidence WHERE highlight_id = ?',
    fromId,
  );
  connection.run('UPDATE OR IGNORE relation_evidence SET highlight_id = ? WHERE highlight_id = ?', toId, fromId);
  connection.run('DELETE FROM relation_evidence WHERE highlight_id = ?', fromId);
  for (const { id } of relations) connection.changed({ noun: 'relation', id, deed: 'updated' });
}

function moveOutlineItems(connection: Connection, fromId: string, toId: string): void {
  const outlines = connection.all<{ id: string }>(
    'SELECT DISTINCT outline_id AS id FROM outline_items WHERE highlight_id = ?',
    fromId,
  );
  connection.run('UPDATE outline_items SET highlight_id = ? WHERE highlight_id = ?', toId, fromId);
  for (const { id } of outlines) connection.changed({ noun: 'outline', id, deed: 'updated' });
}
