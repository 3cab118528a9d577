import { beginStep, endStep, type Step } from '../history/index.ts';
import { type Change, LecternError } from '../model/index.ts';
import type { Connection, Core } from './connection.ts';
import { inOurWords, notebookMoved } from './failures.ts';

/** What came of a transaction: the work's own answer, and what to tell the listeners. */
export interface Written<T> {
  readonly result: T;
  readonly changes: readonly Change[];
}

/**
 * Does one deed: one transaction, durable when this returns, and one step of the history.
 * @throws LecternError `read-only`, `disk-full`, `cannot-write`, `notebook-moved`, or whatever the work throws; nothing is changed then
 */
export function write<T>(core: Core, step: Step, work: (connection: Connection) => T): Written<T> {
  return transact(core, () => {
    const id = beginStep(core, step);
    core.recording.step = id;
    const result = work(core);
    core.recording.step = null;
    endStep(core, id);
    return result;
  });
}

/** One transaction that is no step of the history. Changes told in it are the answer's. */
export function transact<T>(core: Core, work: () => T): Written<T> {
  if (core.readOnly) throw new LecternError('read-only', 'The notebook is open for reading only.');
  if (core.handle.inTransaction) throw new Error('A deed cannot be part of another.');
  try {
    core.handle.exec('BEGIN IMMEDIATE');
    const result = work();
    if (result instanceof Promise) throw new Error('A deed cannot wait: a transaction is never left open.');
    // SQLite would go on writing into a file nobody finds again, for instance one that was deleted.
    if (!core.inPlace()) throw notebookMoved();
    for (const finish of core.beforeCommit) finish();
    core.handle.exec('COMMIT');
    core.commits++;
    return { result, changes: [...core.changes] };
  } catch (error) {
    // Some errors, for instance a full disk, have already rolled back.
    if (core.handle.inTransaction) core.handle.exec('ROLLBACK');
    throw inOurWords(error);
  } finally {
    core.recording.step = null;
    core.changes.length = 0;
  }
}
