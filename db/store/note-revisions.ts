/**
 * Earlier texts of notes. They are kept at sensible moments and not with every save, stay when a change is undone, and are
 * no steps of the history.
 */
import {
  documentText,
  type NoteRevision,
  parseDocument,
  type RevisionReason,
  type RevisionSummary,
} from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { found, isoTime } from './rows.ts';
import { thinnedOut } from './thinning.ts';

const MINUTE = 60 * 1000;

/** After so long without a save the next one begins a new sitting, and what the last one came to is kept. */
const PAUSE = 10 * MINUTE;

/** In a sitting that goes on and on something is kept this often all the same. */
const LONG_SITTING = 30 * MINUTE;

/** A save that takes so many words away, and more than half of them, loses what is worth keeping. */
const MANY_WORDS = 20;

interface SummaryRow {
  readonly revision: number;
  readonly title: string;
  readonly words: number;
  readonly savedAt: number;
  readonly reason: RevisionReason;
}

const SUMMARY = 'revision, title, words, saved_at AS savedAt, reason';

/** The earlier texts of a note, newest first; none for a note that is not there. */
export function list(connection: Connection, noteId: string): RevisionSummary[] {
  return connection
    .all<SummaryRow>(`SELECT ${SUMMARY} FROM note_revisions WHERE note_id = ? ORDER BY revision DESC`, noteId)
    .map(toSummary);
}

/** @throws LecternError `not-found` */
export function get(connection: Connection, noteId: string, revision: number): NoteRevision {
  const row = connection.get<SummaryRow & { readonly document: string }>(
    `SELECT ${SUMMARY}, document FROM note_revisions WHERE note_id = ? AND revision = ?`,
    noteId,
    revision,
  );
  const { document: json, ...summary } = found(row, 'note', `${noteId}, revision ${revision}`);
  const document = JSON.parse(json);
  return { ...toSummary(summary), document, text: documentText(parseDocument(document)) };
}

/** The text a note has and the one it is about to get. */
export interface Replacement {
  readonly id: string;
  readonly words: number;
  readonly newWords: number;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly createdAt: number;
  readonly savedAt: number;
}

/** Keeps the text a save is about to replace, if this is a moment to; inside a deed. */
export function keepBeforeSave(connection: Connection, replacement: Replacement): void {
  const reason = reasonToKeep(connection, replacement);
  if (reason !== null) keep(connection, replacement.id, reason);
}

function reasonToKeep(connection: Connection, { id, words, newWords, createdAt, savedAt }: Replacement) {
  if (words === 0) return null;
  if (newWords === 0 || (newWords * 2 < words && words - newWords >= MANY_WORDS)) return 'loss';
  const now = connection.now();
  const isOver = (time: number, span: number) => now - time >= span || now < time;
  if (isOver(savedAt, PAUSE)) return 'sitting';
  const last = connection.get<{ at: number | null }>(
    'SELECT max(saved_at) AS at FROM note_revisions WHERE note_id = ?',
    id,
  );
  return isOver(last?.at ?? createdAt, LONG_SITTING) ? 'sitting' : null;
}

/** Keeps the text a note has now, unless it is the one that was kept last; inside a deed. */
export function keep(connection: Connection, id: string, reason: RevisionReason): void {
  const kept = connection.run(
    `INSERT OR IGNORE INTO note_revisions
       (note_id, revision, title, document, document_version, words, saved_at, reason)
     SELECT n.id, n.revision, n.title, n.document, n.document_version, n.words, n.updated_at, ? FROM notes n
     WHERE n.id = ? AND NOT EXISTS (
       SELECT 1 FROM note_revisions r WHERE r.note_id = n.id AND r.title = n.title AND r.document = n.document
         AND r.revision = (SELECT max(revision) FROM note_revisions WHERE note_id = n.id))`,
    reason,
    id,
  );
  if (kept > 0) thinOut(connection, id);
}

/**
 * Keeps what the notes of a step say now, before the step is taken back; inside a transaction. Of several steps taken back
 * one after the other only the last text of a note is kept: those between can be had by doing them again.
 */
export function keepBeforeUndo(connection: Connection, step: number): void {
  const notes = connection.all<{ id: string }>(
    `SELECT row_key ->> '$[0]' AS id FROM history_rows r
     WHERE step_id = ? AND table_name = 'notes'
       AND (before ->> '$.document' <> after ->> '$.document' OR before ->> '$.title' <> after ->> '$.title')
       AND NOT EXISTS (
         SELECT 1 FROM history_steps s JOIN history_rows u ON u.step_id = s.id
         WHERE s.undone = 1 AND u.table_name = r.table_name AND u.row_key = r.row_key)`,
    step,
  );
  for (const { id } of notes) keep(connection, id, 'undo');
}

/** Gives up the earlier texts of notes whose creation was undone and cannot be done again; inside a transaction. */
export function forgetUnreachable(connection: Connection): void {
  connection.run(
    `DELETE FROM note_revisions WHERE note_id NOT IN (SELECT id FROM notes)
       AND NOT EXISTS (SELECT 1 FROM history_steps WHERE undone = 1)`,
  );
}

function thinOut(connection: Connection, id: string): void {
  const rows = connection.all<{ revision: number; at: number }>(
    'SELECT revision, saved_at AS at FROM note_revisions WHERE note_id = ? ORDER BY revision DESC',
    id,
  );
  const gone = thinnedOut(
    rows.map(({ at }) => at),
    connection.now(),
  );
  for (const index of gone) {
    connection.run('DELETE FROM note_revisions WHERE note_id = ? AND revision = ?', id, rows[index]?.revision ?? 0);
  }
}

function toSummary({ savedAt, ...row }: SummaryRow): RevisionSummary {
  return { ...row, savedAt: isoTime(savedAt) };
}
