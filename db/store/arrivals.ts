/**
 * How a source comes in: hidden and unrecorded while its text is stored piece by piece, so that a long text keeps
 * nobody waiting, then brought to light by one recorded change. Undoing the import therefore puts the source into the
 * trash with its text kept, and an import cut off half-way leaves something that the next opening discards.
 */
import type { CitationData, HighlightDraft, Remark, SourceMetadata } from '../model/index.ts';
import { takeInWords } from '../search/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { sha256 as sha256Of } from '../sqlite/hash.ts';
import type { TextPiece } from '../text-piece.ts';
import { addPiece, announce, forget, removePieces } from './originals.ts';
import { placeIn } from './passages.ts';

/** `trashed_at` of a source whose text is not all there yet. */
const ARRIVING = 0;
/** What a source is called, and of what kind it is said to be, until it is read: nobody sees it. */
const UNREAD = '…';
/** Blocks, marks or highlights removed at one go: a few tens of milliseconds' work. */
const REMOVED_AT_ONCE = 500;

/** The file a source is made from. */
export interface Original {
  /** SHA-256 in lower-case hexadecimal. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

/** What reading an original says of the source besides its text. */
export interface SourceFacts extends Omit<SourceMetadata, 'citation'> {
  /** What is known for a citation; empty facts are left out. */
  readonly citation?: Partial<CitationData>;
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly encoding: string;
  readonly remarks: readonly Remark[];
}

/** A source under way: what of its text is stored so far. */
export interface Arrival {
  readonly id: string;
  readonly sha256: string;
  /** SHA-256 of the text. */
  textSha256: string;
  /** Pieces of the original. */
  pieces: number;
  blocks: number;
  /** In code points, the line break after each block included. */
  length: number;
  words: number;
}

/** Stores an empty, hidden source, of which nothing need be known yet. */
export function begin(connection: Connection, { sha256, size }: Original): Arrival {
  const id = connection.newId();
  const now = connection.now();
  const textSha256 = sha256Of('');
  connection.untracked(() => {
    announce(connection, sha256, size);
    connection.run(
      `INSERT INTO sources (id, title, media_type, encoding, original_sha256, text_sha256, length, words, block_count,
         created_at, updated_at, trashed_at) VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?)`,
      id,
      UNREAD,
      UNREAD,
      UNREAD,
      sha256,
      textSha256,
      now,
      now,
      ARRIVING,
    );
  });
  return { id, sha256, textSha256, pieces: 0, blocks: 0, length: 0, words: 0 };
}

/** Stores the next piece of the original. */
export function keep(connection: Connection, arrival: Arrival, bytes: Uint8Array): void {
  arrival.pieces++;
  connection.untracked(() => addPiece(connection, arrival.sha256, arrival.pieces, bytes));
}

/** Stores the next piece of the text, and what is to be found of it. */
export function append(connection: Connection, arrival: Arrival, piece: TextPiece): void {
  connection.untracked(() => {
    connection.run(
      `INSERT INTO blocks (source_id, number, kind, level, start, length, text, label)
       SELECT ?, ? + key, value ->> 0, value ->> 1, ? + (value ->> 2), value ->> 3, value ->> 4, value ->> 5
       FROM json_each(CAST(? AS TEXT))`,
      arrival.id,
      arrival.blocks + 1,
      arrival.length,
      piece.blocks,
    );
    connection.run(
      `INSERT OR IGNORE INTO text_marks (source_id, start, "end", kind, value)
       SELECT ?, ? + (value ->> 1), ? + (value ->> 2), value ->> 3, value ->> 4 FROM json_each(CAST(? AS TEXT))`,
      arrival.id,
      arrival.length,
      arrival.length,
      piece.marks,
    );
    const last = connection.get<{ id: number }>('SELECT max(id) AS id FROM blocks')?.id ?? 0;
    takeInWords(connection, last - piece.count + 1, piece.index);
  });
  arrival.blocks += piece.count;
  arrival.length += piece.length;
  arrival.words += piece.words;
  arrival.textSha256 = piece.sha256;
}

/** Stores highlights the original brought with it, once the blocks they stand in are stored. */
export function mark(connection: Connection, arrival: Arrival, drafts: readonly HighlightDraft[]): void {
  const now = connection.now();
  connection.untracked(() => {
    for (const { start, end, colour, comment, author } of drafts) {
      const placed = placeIn(connection, { sourceId: arrival.id, start, end }, arrival.length);
      connection.run(
        `INSERT INTO highlights (id, source_id, start, "end", first_block, last_block, colour, quote, prefix, suffix,
           comment, author, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        connection.newId(),
        arrival.id,
        start,
        end,
        placed.firstBlock,
        placed.lastBlock,
        colour,
        placed.quote,
        placed.prefix,
        placed.suffix,
        comment,
        author,
        now,
        now,
      );
    }
  });
}

/**
 * Notes what the source is and what the whole text amounts to. It is complete then, and in the trash until it is restored, which is
 * done in the same transaction: where that fails, the source is as unfinished as it was and can be discarded.
 */
export function complete(connection: Connection, arrival: Arrival, facts: SourceFacts): void {
  connection.untracked(() =>
    connection.run(
      `UPDATE sources SET title = ?, authors = ?, date = ?, language = ?, url = ?, publisher = ?, identifiers = ?,
         citation = ?, file_name = ?, media_type = ?, encoding = ?, remarks = ?,
         text_sha256 = ?, length = ?, words = ?, block_count = ?, trashed_at = ? WHERE id = ?`,
      facts.title,
      JSON.stringify(facts.authors),
      facts.date,
      facts.language,
      facts.url,
      facts.publisher,
      JSON.stringify(facts.identifiers),
      JSON.stringify(facts.citation ?? {}),
      facts.fileName,
      facts.mediaType,
      facts.encoding,
      JSON.stringify(facts.remarks),
      arrival.textSha256,
      arrival.length,
      arrival.words,
      arrival.blocks,
      connection.now(),
      arrival.id,
    ),
  );
}

/** Takes some of an unfinished source out again; answers whether no trace of it is left. */
export function discard(connection: Connection, id: string): boolean {
  return connection.untracked(() => {
    const row = connection.get<{ original: string; shared: number }>(
      `SELECT original_sha256 AS original,
         EXISTS (SELECT 1 FROM sources o WHERE o.original_sha256 = s.original_sha256 AND o.id <> s.id)
           OR EXISTS (SELECT 1 FROM images WHERE sha256 = s.original_sha256) AS shared
       FROM sources s WHERE id = ? AND trashed_at = ?`,
      id,
      ARRIVING,
    );
    if (row === undefined) return true;
    const unhighlighted = connection.run(
      'DELETE FROM highlights WHERE id IN (SELECT id FROM highlights WHERE source_id = ? LIMIT ?)',
      id,
      REMOVED_AT_ONCE,
    );
    if (unhighlighted === REMOVED_AT_ONCE) return false;
    const unmarked = connection.run(
      `DELETE FROM text_marks WHERE source_id = ? AND (start, "end", kind, value) IN
         (SELECT start, "end", kind, value FROM text_marks WHERE source_id = ? LIMIT ?)`,
      id,
      id,
      REMOVED_AT_ONCE,
    );
    if (unmarked === REMOVED_AT_ONCE) return false;
    const removed = connection.run(
      'DELETE FROM blocks WHERE id IN (SELECT id FROM blocks WHERE source_id = ? LIMIT ?)',
      id,
      REMOVED_AT_ONCE,
    );
    if (removed === REMOVED_AT_ONCE) return false;
    const alone = row.shared === 0;
    if (alone && !removePieces(connection, row.original)) return false;
    // Last, because it is by the source that the next opening knows what was left half done.
    connection.run('DELETE FROM sources WHERE id = ?', id);
    if (alone) forget(connection, row.original);
    return true;
  });
}

/** Sources whose import was cut off, for instance by a power cut. */
export function unfinished(connection: Connection): string[] {
  return connection.all<{ id: string }>('SELECT id FROM sources WHERE trashed_at = ?', ARRIVING).map(({ id }) => id);
}
