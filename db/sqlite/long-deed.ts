import { beginStep, endStep, type Step, takeBack } from '../history/index.ts';
import type { Change } from '../model/index.ts';
import type { Connection, Core } from './connection.ts';
import { transact, type Written } from './write.ts';

/** Where a notebook says which step is not complete yet. */
const UNFINISHED = 'history.unfinished';

/**
 * A deed that would keep everybody waiting as one transaction: done in several, and one step of the history all the same.
 * Between them others may read. Nobody else may change what it changes: whoever lets others write meanwhile sees to that.
 */
export interface LongDeed {
  /** One transaction of it, durable when this returns. */
  write<T>(work: (connection: Connection) => T): T;
  /** It is complete; answers what it changed, for those who listen. */
  end(): readonly Change[];
  /** Everything is as it was before; the step never happened. */
  takeBack(): void;
}

/** Begins a long deed. Cut off before its end, for instance by a power cut, it is taken back when the notebook is opened. */
export function beginLongDeed(core: Core, step: Step): LongDeed {
  const { result: id } = transact(core, () => {
    const begun = beginStep(core, step);
    core.run('INSERT INTO settings (key, value) VALUES (?, ?)', UNFINISHED, String(begun));
    return begun;
  });
  const changes: Change[] = [];
  const written = <T>(answer: Written<T>): T => {
    for (const change of answer.changes) changes.push(change);
    return answer.result;
  };
  return {
    write: (work) =>
      written(
        transact(core, () => {
          // Parts may come before what they are parts of.
          core.handle.pragma('defer_foreign_keys = ON');
          core.recording.step = id;
          return work(core);
        }),
      ),
    end() {
      transact(core, () => {
        endStep(core, id);
        core.run('DELETE FROM settings WHERE key = ?', UNFINISHED);
      });
      return changes;
    },
    takeBack: () => void transact(core, () => forget(core, id)),
  };
}

/** Takes back what was cut off; inside no transaction. */
export function takeBackUnfinished(core: Core): void {
  const row = core.get<{ value: string }>('SELECT value FROM settings WHERE key = ?', UNFINISHED);
  if (row) transact(core, () => forget(core, Number(row.value)));
}

function forget(core: Core, step: number): void {
  takeBack(core, step);
  core.run('DELETE FROM history_rows WHERE step_id = ?', step);
  core.run('DELETE FROM history_steps WHERE id = ?', step);
  core.run('DELETE FROM settings WHERE key = ?', UNFINISHED);
}
