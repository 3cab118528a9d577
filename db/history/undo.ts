import { type Change, type HistoryStep, LecternError } from '../model/index.ts';
import type { Core } from '../sqlite/connection.ts';
import { type RowChange, toChanges } from './changes.ts';
import { columnsOf, quoted } from './columns.ts';
import { nextRedo, nextUndo, sealStep } from './steps.ts';
import { TRACKED, TRACKED_TABLES } from './tracked.ts';

type Image = 'before' | 'after';

/** Puts the rows of a step back into the state they were in before it; inside a transaction. */
export function takeBack(core: Core, step: number): void {
  swap(core, step, 'before');
}

/**
 * Takes the last step back; inside a transaction. Tells the connection what changed.
 * @throws LecternError `nothing-to-undo`, `deleted-for-good` where a part of what it needs is gone
 */
export function undo(core: Core): HistoryStep {
  const step = nextUndo(core);
  if (!step) throw new LecternError('nothing-to-undo', 'There is nothing to undo.');
  if (step.kept === 'part') throw deletedForGood();
  swap(core, step.id, 'before');
  return { ...step, undone: true };
}

/**
 * Does the first of the undone steps again; inside a transaction. Tells the connection what changed.
 * @throws LecternError `nothing-to-redo`
 */
export function redo(core: Core): HistoryStep {
  const step = nextRedo(core);
  if (!step) throw new LecternError('nothing-to-redo', 'There is nothing to redo.');
  swap(core, step.id, 'after');
  return { ...step, undone: false };
}

/**
 * Takes steps back, or does them again, until this one is the last that is done; inside a transaction.
 * @param target the number of a step; 0 for the time before the first
 * @param before is told of each step that is taken back
 * @returns how many were undone and redone
 * @throws LecternError `not-found`, `deleted-for-good`
 */
export function goToStep(
  core: Core,
  target: number,
  before: (step: number) => void,
): { undone: number; redone: number } {
  if (target !== 0 && !core.get('SELECT 1 FROM history_steps WHERE id = ?', target)) {
    throw new LecternError('not-found', 'This step is no longer in the history.', { id: target });
  }
  const count = { undone: 0, redone: 0 };
  for (let next = nextUndo(core); next && next.id > target; next = nextUndo(core)) {
    before(next.id);
    undo(core);
    count.undone++;
  }
  for (let next = nextRedo(core); next && next.id <= target; next = nextRedo(core)) {
    redo(core);
    count.redone++;
  }
  return count;
}

function deletedForGood(): LecternError {
  return new LecternError(
    'deleted-for-good',
    'This step and those before it cannot be undone: a part of what they need was deleted for good with the trash.',
  );
}

/**
 * Puts every row the step touched into the state of one of its images. All of them go before any comes, so that rows
 * may trade unique values; what points at what is looked at when the transaction ends.
 */
function swap(core: Core, step: number, to: Image): void {
  core.handle.pragma('defer_foreign_keys = ON');
  const touched = core
    .all<{ name: string }>('SELECT DISTINCT table_name AS name FROM history_rows WHERE step_id = ?', step)
    .map(({ name }) => name)
    // The names become SQL, and the file may come from a stranger.
    .filter((name) => TRACKED_TABLES.includes(name));
  const revisions = revisionsOf(core, step);
  for (const table of touched) core.run(deletion(core, table), step, table);
  for (const table of touched) core.run(insertion(core, table, to), step, table);
  for (const { id, revision } of revisions) core.run('UPDATE notes SET revision = ? WHERE id = ?', revision + 1, id);
  core.run('UPDATE history_steps SET undone = ? WHERE id = ?', to === 'before' ? 1 : 0, step);
  sealStep(core);
  for (const change of changesOf(core, step, to, touched)) core.changed(change);
}

/**
 * The highest revision each note of the step ever had. What comes back becomes the next one: were it called what it was
 * called then, an editor that began from another text of that number could save over it without being told.
 */
function revisionsOf(core: Core, step: number): { readonly id: string; readonly revision: number }[] {
  return core.all(
    `SELECT r.row_key ->> '$[0]' AS id, max(
       coalesce((SELECT revision FROM notes WHERE id = r.row_key ->> '$[0]'), 0),
       coalesce((SELECT max(revision) FROM note_revisions WHERE note_id = r.row_key ->> '$[0]'), 0),
       coalesce((SELECT max(max(coalesce(h.before ->> '$.revision', 0), coalesce(h.after ->> '$.revision', 0)))
         FROM history_rows h WHERE h.step_id >= r.step_id AND h.table_name = 'notes' AND h.row_key = r.row_key), 0)
     ) AS revision
     FROM history_rows r WHERE r.step_id = ? AND r.table_name = 'notes'`,
    step,
  );
}

function deletion(core: Core, table: string): string {
  const { key } = columnsOf(core.handle, table);
  return `DELETE FROM ${table} WHERE (${key.map(quoted).join(', ')}) IN
    (SELECT ${key.map((_, at) => `row_key ->> '$[${at}]'`).join(', ')}
     FROM history_rows WHERE step_id = ? AND table_name = ?)`;
}

function insertion(core: Core, table: string, from: Image): string {
  const { all } = columnsOf(core.handle, table);
  return `INSERT INTO ${table} (${all.map(quoted).join(', ')})
    SELECT ${all.map((name) => `${from} ->> '$.${name}'`).join(', ')}
    FROM history_rows WHERE step_id = ? AND table_name = ? AND ${from} IS NOT NULL`;
}

function changesOf(core: Core, step: number, to: Image, touched: readonly string[]): Change[] {
  const rows = touched.flatMap((table) =>
    core
      .all<{ before: string | null; after: string | null }>(
        `SELECT DISTINCT ${told('before', table)} AS before, ${told('after', table)} AS after
         FROM history_rows WHERE step_id = ? AND table_name = ?`,
        step,
        table,
      )
      .map(({ before, after }): RowChange => {
        const [was, is] = to === 'before' ? [after, before] : [before, after];
        return { table, was: parsed(was), is: parsed(is) };
      }),
  );
  return toChanges(core, rows);
}

/** Of an image only what changes are told by: rows are long, and there may be many. */
function told(image: Image, table: string): string {
  const columns = new Set([...(TRACKED[table] ?? []).map(({ idColumn }) => idColumn), 'source_id', 'trashed_at']);
  const values = [...columns].map((name) => `'${name}', ${image} ->> '$.${name}'`);
  return `iif(${image} IS NULL, NULL, json_object(${values.join(', ')}))`;
}

function parsed(image: string | null): RowChange['is'] {
  return image === null ? null : JSON.parse(image);
}
