/**
 * The journal: triggers write down what a deed does to each row, at the time it does it, so that nothing a store does
 * can be forgotten. After "Automatic Undo/Redo With SQLite" (https://sqlite.org/undoredo.html), with images of whole
 * rows instead of statements. They are TEMP triggers, made at every open from the columns the tables really have:
 * the file itself holds none, and another program writing in it records nothing.
 */
import type { Core } from '../sqlite/connection.ts';
import { columnsOf, quoted } from './columns.ts';
import { TRACKED_TABLES } from './tracked.ts';

/** Starts writing down; `core.recording.step` says under which step, null for none. */
export function installJournal(core: Core): void {
  core.handle.function('journal_step', { directOnly: false }, () => core.recording.step);
  for (const table of TRACKED_TABLES) core.handle.exec(journalTriggers(core, table));
}

function journalTriggers(core: Core, table: string): string {
  const { all, key } = columnsOf(core.handle, table);
  const keyOf = (row: 'OLD' | 'NEW') => `json_array(${key.map((name) => `${row}.${quoted(name)}`).join(', ')})`;
  const imageOf = (row: 'OLD' | 'NEW') =>
    `json_object(${all.map((name) => `'${name}', ${row}.${quoted(name)}`).join(', ')})`;
  const sameKey = key.map((name) => `OLD.${quoted(name)} = NEW.${quoted(name)}`).join(' AND ');
  const note = (rowKey: string, before: string, after: string) => `
    INSERT INTO history_rows (step_id, table_name, row_key, before, after)
    VALUES (journal_step(), '${table}', ${rowKey}, ${before}, ${after})
    ON CONFLICT (step_id, table_name, row_key) DO UPDATE SET after = excluded.after;`;
  const gone = note(keyOf('OLD'), imageOf('OLD'), 'NULL');
  const come = note(keyOf('NEW'), 'NULL', imageOf('NEW'));
  const on = (name: string, event: string, condition: string, body: string) => `
    CREATE TEMP TRIGGER journal_${table}_${name} AFTER ${event} ON main.${table}
    WHEN journal_step() IS NOT NULL${condition} BEGIN ${body} END;`;
  return [
    on('insert', 'INSERT', '', come),
    on('update', 'UPDATE', ` AND ${sameKey}`, note(keyOf('NEW'), imageOf('OLD'), imageOf('NEW'))),
    on('rename', 'UPDATE', ` AND NOT (${sameKey})`, gone + come),
    on('delete', 'DELETE', '', gone),
  ].join('\n');
}
