import { DEEDS, type Deed, type HistoryStep, type StepKept } from '../model/index.ts';
import type { Connection, Core } from '../sqlite/connection.ts';

/** What a deed says of itself when it begins. */
export interface Step {
  readonly deed: Deed;
  /** The name of the thing it is done to, shown in the history; empty where it has none. */
  readonly subject: string;
  /**
   * Deeds that follow each other closely under the same word here become one step, for instance `note ID` for the
   * saves of one note.
   */
  readonly mergeWith?: string;
}

/** The last step that others may still join: kept in memory, so a restart begins a new one. */
export interface Joinable {
  step: number;
  mergeWith: string;
  /** When it began, in milliseconds. */
  since: number;
}

/** How long after its beginning a step takes up further deeds: typing for an hour shall not be undone at one blow. */
const JOINABLE_FOR = 2 * 60 * 1000;

/** How many steps are kept; what is older cannot be undone any more. */
const KEPT = 1000;

const joinable = new WeakMap<Core, Joinable>();

interface StepRow {
  id: number;
  deed: string;
  subject: string;
  at: number;
  undone: number;
  kept: StepKept;
}

/** Begins a step, or takes up the last one again; answers its number. */
export function beginStep(core: Core, { deed, subject, mergeWith }: Step): number {
  const last = core.get<StepRow>('SELECT * FROM history_steps ORDER BY id DESC LIMIT 1');
  const now = core.now();
  const open = joinable.get(core);
  if (mergeWith !== undefined && last && !last.undone && open?.step === last.id && last.deed === deed) {
    const age = now - open.since;
    if (open.mergeWith === mergeWith && age >= 0 && age < JOINABLE_FOR) {
      core.run('UPDATE history_steps SET subject = ?, at = ? WHERE id = ?', subject, now, last.id);
      return last.id;
    }
  }
  core.run('INSERT INTO history_steps (deed, subject, at) VALUES (?, ?, ?)', deed, subject, now);
  const step = Number(core.get<{ id: number }>('SELECT last_insert_rowid() AS id')?.id);
  if (mergeWith === undefined) joinable.delete(core);
  else joinable.set(core, { step, mergeWith, since: now });
  return step;
}

/**
 * Ends a step: rows that came out as they went in are struck, and a step without rows never happened. One that did gives
 * up the steps that were undone before it; remembering a setting, which has no rows, leaves them.
 */
export function endStep(core: Core, step: number): void {
  core.run('DELETE FROM history_rows WHERE step_id = ? AND before IS after', step);
  if (!core.get('SELECT 1 FROM history_rows WHERE step_id = ? LIMIT 1', step)) {
    core.run('DELETE FROM history_steps WHERE id = ?', step);
    return;
  }
  // They are the last ones before it, so one look tells whether there are any.
  const before = core.get<StepRow>(
    "SELECT * FROM history_steps WHERE id < ? AND kept <> 'none' ORDER BY id DESC LIMIT 1",
    step,
  );
  if (before?.undone) dropUndone(core);
}

/** No later deed joins the last step. */
export function sealStep(core: Core): void {
  joinable.delete(core);
}

/** What undo would take back now. */
export function nextUndo(connection: Connection): HistoryStep | null {
  return (
    toSteps(
      connection.all<StepRow>(
        "SELECT * FROM history_steps WHERE undone = 0 AND kept <> 'none' ORDER BY id DESC LIMIT 1",
      ),
    )[0] ?? null
  );
}

/** What redo would do again now. */
export function nextRedo(connection: Connection): HistoryStep | null {
  const rows = connection.all<StepRow>(
    `SELECT * FROM history_steps
     WHERE undone = 1 AND id > coalesce(
       (SELECT id FROM history_steps WHERE undone = 0 AND kept <> 'none' ORDER BY id DESC LIMIT 1), 0)
     ORDER BY id LIMIT 1`,
  );
  return toSteps(rows)[0] ?? null;
}

/** The steps, newest first, the undone ones among them. */
export function listSteps(connection: Connection, limit: number): HistoryStep[] {
  return toSteps(connection.all<StepRow>('SELECT * FROM history_steps ORDER BY id DESC LIMIT ?', limit));
}

/** Gives up the steps beyond the number that is kept; inside a transaction. */
export function pruneSteps(core: Core): void {
  const oldest = core.get<{ id: number }>('SELECT id FROM history_steps ORDER BY id DESC LIMIT 1 OFFSET ?', KEPT);
  if (!oldest) return;
  core.run('DELETE FROM history_rows WHERE step_id <= ?', oldest.id);
  core.run('DELETE FROM history_steps WHERE id <= ?', oldest.id);
}

function dropUndone(core: Core): void {
  core.run('DELETE FROM history_rows WHERE step_id IN (SELECT id FROM history_steps WHERE undone = 1)');
  core.run('DELETE FROM history_steps WHERE undone = 1');
}

/** A step whose deed this version has no word for, in a notebook of a later one, is left out: it is read-only anyway. */
function toSteps(rows: readonly StepRow[]): HistoryStep[] {
  return rows.flatMap(({ id, deed: name, subject, at, undone, kept }) => {
    const deed = DEEDS.find((known) => known === name);
    return deed ? [{ id, deed, subject, at: new Date(at).toISOString(), undone: undone === 1, kept }] : [];
  });
}
