import { LecternError } from '../model/index.ts';
import { type Handle, sqliteCode } from './handle.ts';

/** Above this many bytes opening would be felt, so the look at every page is left to `check`. */
const QUICK_LIMIT = 64 * 1024 * 1024;

/** How many findings are read: the first is told, and all have to be about an index for it to be only that. */
const MOST_FINDINGS = 100;

/** The full-text tables are derived: what is wrong with them alone is no damage of the notebook. */
export const ABOUT_AN_INDEX = /fts5/i;

/**
 * Makes sure SQLite finds the file sound. `thorough` compares indexes with their tables too and is never skipped.
 * Flipped bytes inside a text go unseen here; `checkNotebook` finds them by the texts' own hashes.
 * Answers whether a full-text index contradicts itself, which only a thorough look can tell.
 * @throws LecternError `notebook-damaged` with the first thing found
 */
export function verify(handle: Handle, { thorough, size }: { thorough: boolean; size: number }): boolean {
  if (!thorough && size > QUICK_LIMIT) return false;
  const found = thorough ? integrityFindings(handle, MOST_FINDINGS) : quickFindings(handle);
  const first = found.find((line) => !ABOUT_AN_INDEX.test(line));
  if (first === undefined) return found.length > 0;
  throw new LecternError('notebook-damaged', `The notebook file is damaged: ${first}.`, { finding: first });
}

/** What SQLite finds wrong with the whole file, one line each; empty where nothing is. */
export function integrityFindings(handle: Handle, limit: number): string[] {
  return findings(handle, `PRAGMA integrity_check(${limit})`);
}

/** The same without comparing indexes, table by table, because the full-text ones would take most of the time. */
export function quickFindings(handle: Handle): string[] {
  return handle
    .prepare<[], string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')")
    .pluck()
    .all()
    .flatMap((table) => findings(handle, `PRAGMA quick_check('${table.replaceAll("'", "''")}')`));
}

function findings(handle: Handle, pragma: string): string[] {
  try {
    const lines = handle.prepare<[], string>(pragma).pluck().all();
    return lines.filter((line) => line !== 'ok').flatMap((line) => line.split('\n'));
  } catch (error) {
    // A rule of a table can fail in the attempt to hold it against what stands there, for instance against broken JSON.
    if (error instanceof Error && sqliteCode(error) === 'SQLITE_ERROR') return [error.message];
    throw error;
  }
}
