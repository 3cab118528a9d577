import type { Connection } from '../sqlite/connection.ts';

interface ImageRow {
  readonly step: number;
  readonly table: string;
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Takes what was deleted for good out of the history; inside a transaction. Images of its rows go, and with them the names
 * in the steps. A step that touched nothing else is passed over from now on (`kept` is `none`); one that also touched what
 * is still there could only be taken back by half, so it is not any more (`part`), nor is what came before it. Steps that
 * were undone are given up.
 */
export function forgetThings(connection: Connection, gone: ReadonlySet<string>): void {
  connection.run('DELETE FROM history_rows WHERE step_id IN (SELECT id FROM history_steps WHERE undone = 1)');
  connection.run('DELETE FROM history_steps WHERE undone = 1');
  const steps = connection.all<{ id: number }>("SELECT id FROM history_steps WHERE kept <> 'none'");
  for (const { id } of steps) forgetInStep(connection, id, gone);
}

function forgetInStep(connection: Connection, step: number, gone: ReadonlySet<string>): void {
  const rows = connection.all<ImageRow>(
    'SELECT step_id AS step, table_name AS "table", row_key AS key, before, after FROM history_rows WHERE step_id = ?',
    step,
  );
  const touched = rows.filter(({ before, after }) => speaksOf(before, gone) || speaksOf(after, gone));
  if (touched.length === 0) return;
  const dead = touched.filter(({ before, after }) => isOf(before, gone) && isOf(after, gone));
  for (const { table, key } of dead) {
    connection.run('DELETE FROM history_rows WHERE step_id = ? AND table_name = ? AND row_key = ?', step, table, key);
  }
  const kept = dead.length === rows.length ? 'none' : 'part';
  connection.run("UPDATE history_steps SET kept = ?, subject = '' WHERE id = ?", kept, step);
}

function speaksOf(image: string | null, gone: ReadonlySet<string>): boolean {
  return image?.match(ID)?.some((id) => gone.has(id)) ?? false;
}

/** Whether a row in this state could not be there any more: it is a gone thing's own, or points at one. */
function isOf(image: string | null, gone: ReadonlySet<string>): boolean {
  if (image === null) return true;
  const row: Readonly<Record<string, unknown>> = JSON.parse(image);
  return Object.values(row).some((value) => typeof value === 'string' && gone.has(value));
}
