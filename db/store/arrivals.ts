/**
 * How a source comes in: hidden and unrecorded while its text is stored piece by piece, so that a long text keeps
 * nobody waiting, then brought to light by one recorded change. Undoing the import therefore puts the source into the
 * trash with its text kept, and an import cut off half-way leaves something that the next opening discards.
 */
import type { Hash } from 'node:crypto';
import { type BlockDraft, codePointLength, countWords, type Remark, type SourceMetadata } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { sha256, sha256Stream } from '../sqlite/hash.ts';

/** `trashed_at` of a source whose text is not all there yet. */
const ARRIVING = 0;
const NO_HASH = '0'.repeat(64);

export interface NewSource extends SourceMetadata {
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly encoding: string;
  readonly remarks: readonly Remark[];
  readonly bytes: Uint8Array;
}

/** A source under way: what of its text is stored so far. */
export interface Arrival {
  readonly id: string;
  readonly hash: Hash;
  blocks: number;
  /** In code points, the line break after each block included. */
  length: number;
  words: number;
}

/** Stores the original and an empty, hidden source. */
export function begin(connection: Connection, source: NewSource): Arrival {
  const id = connection.newId();
  const now = connection.now();
  const digest = sha256(source.bytes);
  connection.untracked(() => {
    connection.run('INSERT OR IGNORE INTO originals (sha256, bytes) VALUES (?, ?)', digest, source.bytes);
    connection.run(
      `INSERT INTO sources (id, title, authors, date, language, url, file_name, media_type, encoding, original_sha256,
         text_sha256, length, words, block_count, remarks, created_at, updated_at, trashed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?)`,
      id,
      source.title,
      JSON.stringify(source.authors),
      source.date,
      source.language,
      source.url,
      source.fileName,
      source.mediaType,
      source.encoding,
      digest,
      NO_HASH,
      JSON.stringify(source.remarks),
      now,
      now,
      ARRIVING,
    );
  });
  return { id, hash: sha256Stream(), blocks: 0, length: 0, words: 0 };
}

/** Stores the next blocks of the text. */
export function append(connection: Connection, arrival: Arrival, drafts: readonly BlockDraft[]): void {
  connection.untracked(() => {
    for (const { kind, level = 0, text, label = null } of drafts) {
      const length = codePointLength(text);
      arrival.blocks++;
      connection.run(
        'INSERT INTO blocks (source_id, number, kind, level, start, length, text, label) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        arrival.id,
        arrival.blocks,
        kind,
        level,
        arrival.length,
        length,
        text,
        label,
      );
      arrival.hash.update(`${text}\n`);
      arrival.length += length + 1;
      arrival.words += countWords(text);
    }
  });
}

/** Notes what the whole text amounts to. The source is complete then, and in the trash until it is restored. */
export function complete(connection: Connection, arrival: Arrival): void {
  connection.untracked(() =>
    connection.run(
      'UPDATE sources SET text_sha256 = ?, length = ?, words = ?, block_count = ?, trashed_at = ? WHERE id = ?',
      arrival.hash.digest('hex'),
      arrival.length,
      arrival.words,
      arrival.blocks,
      connection.now(),
      arrival.id,
    ),
  );
}

/** Takes every trace of an unfinished source out again. */
export function discard(connection: Connection, id: string): void {
  connection.untracked(() => {
    const row = connection.get<{ original: string }>(
      'SELECT original_sha256 AS original FROM sources WHERE id = ? AND trashed_at = ?',
      id,
      ARRIVING,
    );
    if (row === undefined) return;
    connection.run('DELETE FROM blocks WHERE source_id = ?', id);
    connection.run('DELETE FROM sources WHERE id = ?', id);
    connection.run(
      'DELETE FROM originals WHERE sha256 = ? AND NOT EXISTS (SELECT 1 FROM sources WHERE original_sha256 = ?)',
      row.original,
      row.original,
    );
  });
}

/** Sources whose import was cut off, for instance by a power cut. */
export function unfinished(connection: Connection): string[] {
  return connection.all<{ id: string }>('SELECT id FROM sources WHERE trashed_at = ?', ARRIVING).map(({ id }) => id);
}
