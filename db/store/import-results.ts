/** What became of every file that was to be imported. It is kept as it happened: no step of the history, not undone with it. */
import type { ImportOutcome, ImportResult, ImportRun } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import { found, isoTime } from './rows.ts';

/** How much is kept of a file's name, in code points: one of an archive is a path, and a path can be made of any length. */
const LONGEST_NAME = 1000;

/**
 * Keeps what became of a file; inside a deed.
 * @param run names the import it belongs to
 * @param again whether this is the second try at a file of the run, whose first result then goes
 */
export function keep(connection: Connection, run: string, result: ImportResult, again: boolean): void {
  if (again) forget(connection, run, result.fileName);
  connection.run(
    'INSERT INTO import_results (run, at, file_name, outcome, source_id, remarks, failure) VALUES (?, ?, ?, ?, ?, ?, ?)',
    run,
    connection.now(),
    shortened(result.fileName),
    result.outcome,
    result.sourceId,
    JSON.stringify(result.remarks),
    result.failure && JSON.stringify(result.failure),
  );
}

/** Takes out the first file of a name that did not come in with a run; inside a deed. */
export function forget(connection: Connection, run: string, fileName: string): void {
  connection.run(
    `DELETE FROM import_results WHERE id = (
       SELECT min(id) FROM import_results WHERE run = ? AND file_name = ? AND outcome IN ('failed', 'cancelled'))`,
    run,
    shortened(fileName),
  );
}

function shortened(name: string): string {
  const characters = [...name];
  return characters.length <= LONGEST_NAME ? name : `${characters.slice(0, LONGEST_NAME - 1).join('')}…`;
}

/** The imports there were, newest first. */
export function runs(connection: Connection): ImportRun[] {
  return connection
    .all<Omit<ImportRun, 'at'> & { readonly at: number }>(
      `SELECT run AS id, min(at) AS at, sum(outcome = 'imported') AS imported, sum(outcome = 'duplicate') AS duplicate,
         sum(outcome = 'failed') AS failed, sum(outcome = 'cancelled') AS cancelled
       FROM import_results GROUP BY run ORDER BY min(id) DESC`,
    )
    .map(({ at, ...run }) => ({ ...run, at: isoTime(at) }));
}

/** The files of one import, in the order in which they were done. @throws LecternError `not-found` */
export function ofRun(connection: Connection, run: string): ImportResult[] {
  const rows = connection.all<{
    readonly fileName: string;
    readonly outcome: ImportOutcome;
    readonly sourceId: string | null;
    readonly remarks: string;
    readonly failure: string | null;
  }>(
    `SELECT file_name AS fileName, outcome, source_id AS sourceId, remarks, failure FROM import_results
     WHERE run = ? ORDER BY id`,
    run,
  );
  found(rows[0], 'import', run);
  return rows.map(({ remarks, failure, ...row }) => ({
    ...row,
    remarks: JSON.parse(remarks) as ImportResult['remarks'],
    failure: failure === null ? null : (JSON.parse(failure) as ImportResult['failure']),
  }));
}

/** What became of a file is this source from now on. */
export function follow(connection: Connection, from: string, to: string): void {
  connection.untracked(() => connection.run('UPDATE import_results SET source_id = ? WHERE source_id = ?', to, from));
}
