import { APPLICATION_ID, openHandle } from '../db/sqlite/handle.ts';
import { type Job, type Keystroke, passageOf, type Study, timed } from './job.ts';

const SOURCE = 'SELECT * FROM sources WHERE id = ?';
const BLOCKS =
  'SELECT number, kind, level, start, text, label FROM blocks WHERE source_id = ? AND number BETWEEN 1 AND 32';
const LENGTHS = 'SELECT length FROM blocks WHERE source_id = ? ORDER BY number';
const PASSAGE = `SELECT text FROM blocks WHERE source_id = ? AND start < ?
  AND start >= coalesce((SELECT max(start) FROM blocks WHERE source_id = ? AND start <= ?), 0)`;
const ON_BLOCKS = 'SELECT * FROM highlights WHERE source_id = ? AND first_block <= 32 AND trashed_at IS NULL';
const MARK = `INSERT INTO highlights (id, source_id, start, "end", first_block, last_block, colour, quote, created_at,
  updated_at) VALUES (?, ?, ?, ?, 1, 1, 'green', ?, 0, 0)`;
const HIGHLIGHT = 'SELECT * FROM highlights WHERE id = ?';
const FIND_BLOCKS = `SELECT b.source_id, s.title, b.number, b.start, b.text, b.label
  FROM (SELECT rowid AS id, rank FROM block_index WHERE block_index MATCH ? ORDER BY rank) AS found
  CROSS JOIN blocks b ON b.id = found.id CROSS JOIN sources s ON s.id = b.source_id AND s.trashed_at IS NULL
  ORDER BY found.rank LIMIT 100`;
const COUNT_BLOCKS = 'SELECT count(*) FROM block_index WHERE block_index MATCH ?';
const FIND_ITEMS = `SELECT k.noun, k.item_id FROM item_index CROSS JOIN item_index_keys k ON k.id = item_index.rowid
  WHERE item_index MATCH ? ORDER BY bm25(item_index, 10, 1) LIMIT 100`;
const NOTE = 'SELECT * FROM notes WHERE id = ?';
const SAVE = 'UPDATE notes SET document = ?, text = ?, revision = revision + 1, updated_at = ? WHERE id = ?';

/** Opens a file as a notebook is opened: the same pragmas, the same lock, the same durability. */
function openBare(path: string) {
  const handle = openHandle(path, false);
  handle.pragma('journal_mode = DELETE');
  handle.pragma('locking_mode = EXCLUSIVE');
  handle.exec('BEGIN EXCLUSIVE; COMMIT');
  return handle;
}

/**
 * What the main job has to read and write, as bare statements on a file opened as a notebook is. No dispatcher, no
 * journal of undo, no upkeep of the index: the floor everything else stands on.
 */
export function bareJob({ path, sourceId, noteId }: Study, keys: readonly Keystroke[]): Job & { close(): void } {
  let handle = openBare(path);
  const note = handle.prepare<[string], { document: string; text: string }>(NOTE).get(noteId);
  return {
    open() {
      handle.close();
      return timed(() => {
        handle = openBare(path);
        if (handle.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw new Error('not a notebook');
        handle.prepare(SOURCE).get(sourceId);
        for (const sql of [LENGTHS, BLOCKS, ON_BLOCKS]) handle.prepare(sql).all(sourceId);
      });
    },
    search(turn) {
      const { before, letter } = keys[turn] ?? { before: '', letter: '' };
      const statements = [FIND_BLOCKS, COUNT_BLOCKS, FIND_ITEMS].map((sql) => handle.prepare(sql));
      return timed(() => {
        for (const statement of statements) statement.all(`"${before}${letter}" *`);
      });
    },
    highlight(turn) {
      const { start, end } = passageOf(turn);
      const [passage, insert, back] = [handle.prepare(PASSAGE), handle.prepare(MARK), handle.prepare(HIGHLIGHT)];
      const id = `bare ${turn}`;
      return timed(() => {
        handle.exec('BEGIN IMMEDIATE');
        passage.all(sourceId, end, sourceId, start);
        insert.run(id, sourceId, start, end, 'x'.repeat(end - start));
        back.get(id);
        handle.exec('COMMIT');
      });
    },
    note() {
      const [save, back] = [handle.prepare(SAVE), handle.prepare(NOTE)];
      return timed(() => {
        handle.exec('BEGIN IMMEDIATE');
        save.run(note?.document, note?.text, Date.now(), noteId);
        back.get(noteId);
        handle.exec('COMMIT');
      });
    },
    close: () => handle.close(),
  };
}
