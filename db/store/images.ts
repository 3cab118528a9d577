/**
 * Images of notes, each once however often it is shown. Their bytes lie among the originals; they stay as long as a note, an
 * earlier text of one, or a step of the history has them, so that nothing that can be brought back comes without its images.
 */
import type { Image, ImageFacts } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { addPiece, announce } from './originals.ts';
import { found } from './rows.ts';

/** An image nobody has put into a note yet, or has cut out to put it elsewhere, is kept so long, in milliseconds. */
const LEFT_ALONE = 24 * 60 * 60 * 1000;

export interface NewImage extends ImageFacts {
  readonly sha256: string;
  readonly size: number;
  /** Its bytes, in the pieces in which originals are kept. */
  readonly pieces: Iterable<Uint8Array>;
}

/** Stores an image, which is no step of the history: a note is where it comes and goes. One that is here already counts as new. */
export function add(connection: Connection, image: NewImage): Image {
  const { sha256, size, mediaType, width, height, turn } = image;
  connection.untracked(() => {
    announce(connection, sha256, size);
    let number = 0;
    for (const piece of image.pieces) addPiece(connection, sha256, ++number, piece);
    connection.run(
      `INSERT INTO images (sha256, media_type, width, height, turn, created_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (sha256) DO UPDATE SET created_at = excluded.created_at`,
      sha256,
      mediaType,
      width,
      height,
      turn,
      connection.now(),
    );
  });
  return get(connection, sha256);
}

const IMAGE = `SELECT i.sha256, i.media_type AS mediaType, i.width, i.height, i.turn, o.size
  FROM images i JOIN originals o USING (sha256)`;

/** @throws LecternError `not-found` */
export function get(connection: Connection, sha256: string): Image {
  return found(find(connection, sha256), 'image', sha256);
}

export function find(connection: Connection, sha256: string): Image | undefined {
  return connection.get<Image>(`${IMAGE} WHERE i.sha256 = ?`, sha256);
}

/** Images that are in no note, no earlier text and no step of the history, and were left alone for a day. */
export function forsaken(connection: Connection): string[] {
  return unused(connection, connection.now() - LEFT_ALONE);
}

/** The images that notes, by their ids as a JSON array, show, showed in an earlier text, or showed in a step of the history. */
export function everIn(connection: Connection, noteIds: string): string[] {
  return connection
    .all<{ sha256: string }>(
      `WITH noted (id) AS (SELECT value FROM json_each(?))
       SELECT sha256 FROM images i
       WHERE EXISTS (SELECT 1 FROM note_images n WHERE n.sha256 = i.sha256 AND n.note_id IN (SELECT id FROM noted))
         OR EXISTS (SELECT 1 FROM note_revisions r
           WHERE r.note_id IN (SELECT id FROM noted) AND instr(r.document, i.sha256) > 0)
         OR EXISTS (SELECT 1 FROM history_rows WHERE table_name = 'note_images' AND row_key ->> '$[1]' = i.sha256
           AND row_key ->> '$[0]' IN (SELECT id FROM noted))`,
      noteIds,
    )
    .map(({ sha256 }) => sha256);
}

/** Takes out of some images those that are nowhere used, and of all others the forsaken; inside a transaction that is no step. */
export function removeUnused(connection: Connection, some: readonly string[] = []): void {
  const among = new Set(some);
  const gone = unused(connection, connection.now()).filter((sha256) => among.has(sha256));
  for (const sha256 of new Set([...gone, ...forsaken(connection)])) remove(connection, sha256);
}

/** Forgets an image, and its bytes unless a source was made from them. */
export function remove(connection: Connection, sha256: string): void {
  connection.run('DELETE FROM images WHERE sha256 = ?', sha256);
  for (const table of ['original_pieces', 'originals']) {
    connection.run(
      `DELETE FROM ${table} WHERE sha256 = ? AND sha256 NOT IN (SELECT original_sha256 FROM sources)`,
      sha256,
    );
  }
}

/** The images of before a time that are used nowhere. The history says of every step which images came into a note or left it. */
function unused(connection: Connection, before: number): string[] {
  return connection
    .all<{ sha256: string }>(
      `SELECT sha256 FROM images i
       WHERE created_at <= ? AND NOT EXISTS (SELECT 1 FROM note_images n WHERE n.sha256 = i.sha256)
         AND NOT EXISTS (SELECT 1 FROM history_rows WHERE table_name = 'note_images' AND row_key ->> '$[1]' = i.sha256)
         AND NOT EXISTS (SELECT 1 FROM note_revisions WHERE instr(document, i.sha256) > 0)`,
      before,
    )
    .map(({ sha256 }) => sha256);
}
