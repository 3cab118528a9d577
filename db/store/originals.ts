/**
 * The files sources were made from, byte for byte, each once however many sources it has. They lie in pieces, so that
 * storing or removing a large one can let others have their turn.
 */
import type { Connection } from '../sqlite/connection.ts';

/** Pieces removed at one go: a few milliseconds' work. */
const REMOVED_AT_ONCE = 8;

/** Says that the file's bytes are to come. Nothing happens where they are here already. */
export function announce(connection: Connection, sha256: string, size: number): void {
  connection.run('INSERT OR IGNORE INTO originals (sha256, size) VALUES (?, ?)', sha256, size);
}

/** Stores a piece; `number` counts from 1. */
export function addPiece(connection: Connection, sha256: string, number: number, bytes: Uint8Array): void {
  connection.run(
    'INSERT OR IGNORE INTO original_pieces (sha256, number, bytes) VALUES (?, ?, ?)',
    sha256,
    number,
    bytes,
  );
}

/** Takes some of the pieces away; answers whether none is left. */
export function removePieces(connection: Connection, sha256: string): boolean {
  const removed = connection.run(
    'DELETE FROM original_pieces WHERE rowid IN (SELECT rowid FROM original_pieces WHERE sha256 = ? LIMIT ?)',
    sha256,
    REMOVED_AT_ONCE,
  );
  return removed < REMOVED_AT_ONCE;
}

/** Forgets a file whose pieces are gone. */
export function forget(connection: Connection, sha256: string): void {
  connection.run('DELETE FROM originals WHERE sha256 = ?', sha256);
}

/** The piece of this number, from 1; nothing behind the last one. */
export function piece(connection: Connection, sha256: string, number: number): Uint8Array | undefined {
  return connection.get<{ bytes: Uint8Array }>(
    'SELECT bytes FROM original_pieces WHERE sha256 = ? AND number = ?',
    sha256,
    number,
  )?.bytes;
}
